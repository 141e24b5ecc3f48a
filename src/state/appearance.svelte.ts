import { type Appearance, cssVariables } from '../ui/theme.ts';
import { recall, remember } from './memory.ts';

const KEY = 'appearance';

/** Light or dark: what the reader chose, else what their system says. */
class AppearanceState {
  #chosen = $state<Appearance | null>(recall(KEY, ['light', 'dark'] as const));
  #system = $state<Appearance>('light');

  constructor() {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    this.#system = dark.matches ? 'dark' : 'light';
    dark.addEventListener('change', () => (this.#system = dark.matches ? 'dark' : 'light'));
  }

  get current(): Appearance {
    return this.#chosen ?? this.#system;
  }

  toggle(): void {
    this.#chosen = this.current === 'light' ? 'dark' : 'light';
    remember(KEY, this.#chosen);
  }

  /** Writes the palette into the document; call inside an effect. */
  apply(): void {
    const { style, dataset } = document.documentElement;
    dataset.appearance = this.current;
    style.colorScheme = this.current;
    for (const [name, value] of Object.entries(cssVariables(this.current))) style.setProperty(name, value);
  }
}

export const appearance = new AppearanceState();
