/** What a key press asks of a lesson: the next step, the one before, or to leave the full screen. */
export type Turn = 'next' | 'previous' | 'leave';

const TURNS: Readonly<Record<string, Turn>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  Escape: 'leave',
};

/** Arrows belong to fields that use them; Page Up and Page Down, which remote controls send, to sliders and lists only. */
export function turnOf(event: KeyboardEvent): Turn | null {
  const turn = TURNS[event.key];
  if (!turn || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
    return null;
  return uses(event.target, event.key) ? null : turn;
}

function uses(target: EventTarget | null, key: string): boolean {
  if (key === 'Escape' || !(target instanceof Element)) return false;
  if (target.closest('select, input[type=range], textarea')) return true;
  if (!key.startsWith('Arrow')) return false;
  return target.closest('input:not([type=checkbox]), [role=application], pre, table') !== null;
}
