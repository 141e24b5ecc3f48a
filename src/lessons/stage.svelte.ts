/** Whether a lesson fills the screen, by the browser's full screen or, where that is refused, by covering the page. */
class Stage {
  on = $state(false);

  constructor() {
    document.addEventListener('fullscreenchange', () => {
      if (!document.fullscreenElement) this.on = false;
    });
  }

  async enter(element: HTMLElement): Promise<void> {
    this.on = true;
    try {
      await element.requestFullscreen();
    } catch {
      // Refused or unknown: the lesson covers the page instead.
    }
  }

  async leave(): Promise<void> {
    this.on = false;
    if (document.fullscreenElement) await document.exitFullscreen();
  }
}

export const stage = new Stage();
