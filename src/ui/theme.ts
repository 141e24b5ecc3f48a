/** The colours of one appearance: paper and ink, one accent for what to act on, greys for the rest. */
export interface Palette {
  paper: string;
  raised: string;
  line: string;
  ink: string;
  soft: string;
  faint: string;
  accent: string;
  onAccent: string;
  accentWash: string;
  good: string;
  bad: string;
  /** Told apart by the colour-blind too; in this order. */
  category: readonly string[];
  /** From little to much, on this paper. */
  ramp: readonly string[];
}

export type Appearance = 'light' | 'dark';

export const PALETTES: Record<Appearance, Palette> = {
  light: {
    paper: '#faf6ee',
    raised: '#fffdf8',
    line: '#e3dacb',
    ink: '#2a251e',
    soft: '#645b4e',
    faint: '#8d8375',
    accent: '#b6420f',
    onAccent: '#fffaf4',
    accentWash: '#f8e6da',
    good: '#1d6f63',
    bad: '#a3263a',
    category: ['#c2541b', '#2f5d8a', '#2a8a7c', '#c9962b', '#7d4e7e', '#6aa6c9', '#7d8a3a', '#8c8478'],
    ramp: ['#f6ecdd', '#f0cfae', '#e5a878', '#d57c46', '#b9521d', '#7f300b'],
  },
  dark: {
    paper: '#1b1815',
    raised: '#24201c',
    line: '#3b352e',
    ink: '#ede6da',
    soft: '#b9afa1',
    faint: '#948a7c',
    accent: '#f2925c',
    onAccent: '#23160d',
    accentWash: '#3a281d',
    good: '#63c1b1',
    bad: '#f0808f',
    category: ['#f2925c', '#7fb0dd', '#5fc0ae', '#e3bd63', '#c295c3', '#a5d0e8', '#b7c270', '#a89f92'],
    ramp: ['#2c2520', '#553423', '#84492a', '#b56334', '#e28a55', '#fbc79f'],
  },
};

export const FONT = {
  text: "system-ui, -apple-system, 'PingFang SC', 'PingFang TC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans', sans-serif",
  display:
    "ui-serif, Georgia, 'Noto Serif', 'Songti SC', 'Songti TC', 'Noto Serif CJK SC', 'Source Han Serif SC', SimSun, serif",
  code: "ui-monospace, 'SF Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace",
};

/** The palette and fonts as CSS custom properties: `--accent`, `--category-1`, `--ramp-1`, `--font-text` … */
export function cssVariables(appearance: Appearance): Record<string, string> {
  const { category, ramp, ...plain } = PALETTES[appearance];
  const entries = Object.entries(plain).map(([name, value]) => [`--${kebab(name)}`, value]);
  category.forEach((value, i) => entries.push([`--category-${i + 1}`, value]));
  ramp.forEach((value, i) => entries.push([`--ramp-${i + 1}`, value]));
  Object.entries(FONT).forEach(([name, value]) => entries.push([`--font-${name}`, value]));
  return Object.fromEntries(entries) as Record<string, string>;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
