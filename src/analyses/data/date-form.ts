/** What the parts of a date pattern are written as for people. */
const PARTS: Readonly<Record<string, string>> = {
  '%Y': 'YYYY',
  '%y': 'YY',
  '%m': 'MM',
  '%d': 'DD',
  '%H': 'HH',
  '%I': 'hh',
  '%M': 'mm',
  '%S': 'ss',
  '%f': 'ffffff',
  '%p': 'AM',
  '%b': 'Mon',
  '%B': 'Month',
};

const NAMED: Readonly<Record<string, string>> = {
  iso: 'YYYY-MM-DD HH:mm:ss',
  offset: 'YYYY-MM-DD HH:mm:ss ±hh:mm',
  serial: '45678.9 (Excel)',
  seconds: '1700000000 (Unix)',
  milliseconds: '1700000000000 (Unix)',
};

/** The ways a column writes its dates, as the note `date_formats` lists them, in the signs people know. */
export function dateForms(patterns: string, dayFirst: boolean): string {
  const [first, second] = dayFirst ? ['DD', 'MM'] : ['MM', 'DD'];
  const written = (pattern: string) =>
    NAMED[pattern] ??
    pattern
      .replace('{1}', first)
      .replace('{2}', second)
      .replace(/%[a-zA-Z]/g, (part) => PARTS[part] ?? part);
  return [...new Set(patterns.split(' | ').map(written))].join(' · ');
}
