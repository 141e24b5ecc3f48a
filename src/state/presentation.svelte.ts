const KEY = 'regulars.presenting';

/** Columns that name a person or say what only the shop should know; hidden while presenting. */
export const PERSONAL: readonly string[] = [
  'customer_id',
  'customer_name',
  'email',
  'phone',
  'address',
  'birthday',
  'note',
  'review',
  'extra',
];

/** Stands for a value that is hidden. */
export const HIDDEN = '•••';

/** Whether the page is shown to others: then nothing on it names a customer. Lasts as long as the browser's session. */
class Presentation {
  #on = $state(recalled());

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    try {
      if (on) sessionStorage.setItem(KEY, 'on');
      else sessionStorage.removeItem(KEY);
    } catch {
      // Storage is switched off: it lasts as long as the page.
    }
  }
}

function recalled(): boolean {
  try {
    return sessionStorage.getItem(KEY) === 'on';
  } catch {
    return false;
  }
}

export const presentation = new Presentation();
