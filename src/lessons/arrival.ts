/** Whether the reader has turned to a step whose heading is not there yet. */
export const arrival = { awaited: false };

/** Gives the heading of a step the focus when the reader turned to it, so that it is read out and keys go on from there. */
export function arrive(heading: HTMLElement): void {
  if (!arrival.awaited) return;
  arrival.awaited = false;
  heading.focus({ preventScroll: true });
}
