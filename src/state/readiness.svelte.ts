import { tick } from 'svelte';

/** Counts what the current page still waits for; the document element carries `data-ready` while that is nothing. */
class Readiness {
  #pending = 0;
  #turn = 0;

  /** Says that something is under way; call the returned function once when it has ended. */
  begin(): () => void {
    this.#pending += 1;
    this.#turn += 1;
    document.documentElement.removeAttribute('data-ready');
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      this.#pending -= 1;
      void this.#settle();
    };
  }

  async #settle(): Promise<void> {
    const turn = this.#turn;
    await tick();
    await new Promise((resolve) => setTimeout(resolve));
    if (this.#pending === 0 && turn === this.#turn) document.documentElement.setAttribute('data-ready', '');
  }
}

export const readiness = new Readiness();
