interface NumberLocale {
  decimal: string;
  thousands: string;
  grouping: number[];
  currency: [string, string];
}

interface TimeLocale {
  dateTime: string;
  date: string;
  time: string;
  periods: [string, string];
  days: string[];
  shortDays: string[];
  months: string[];
  shortMonths: string[];
}

interface VegaLocale {
  number: NumberLocale;
  time: TimeLocale;
}

const known = new Map<string, VegaLocale>();

/** The number and time words of a language for Vega's formats, taken from the browser's own `Intl`. */
export function vegaLocale(language: string): VegaLocale {
  const locale = known.get(language) ?? localeOf(language);
  known.set(language, locale);
  return locale;
}

function localeOf(language: string): VegaLocale {
  const parts = new Intl.NumberFormat(language).formatToParts(1234567.5);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  const names = (count: number, at: (i: number) => number, style: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' });
    return Array.from({ length: count }, (_, i) => format.format(at(i)));
  };
  const month = (style: 'long' | 'short') => names(12, (i) => Date.UTC(2024, i, 15), { month: style });
  const day = (style: 'long' | 'short') => names(7, (i) => Date.UTC(2024, 0, 7 + i), { weekday: style });
  return {
    number: { decimal: part('decimal'), thousands: part('group'), grouping: [3], currency: ['', ''] },
    time: {
      dateTime: '%x %X',
      date: '%Y-%m-%d',
      time: '%H:%M:%S',
      periods: ['AM', 'PM'],
      days: day('long'),
      shortDays: day('short'),
      months: month('long'),
      shortMonths: month('short'),
    },
  };
}

/** The format of a month on an axis. */
export function monthFormat(language: string): string {
  return language.startsWith('zh') ? '%Y年%-m月' : '%b %Y';
}

/** A label expression for axes of large numbers: 10K and 1M in English, 1万 and 1亿 in Chinese. */
export function shortNumberLabels(language: string): string {
  if (!language.startsWith('zh')) return "format(datum.value, '~s')";
  const [tenThousand, hundredMillion] = language === 'zh-Hant' ? ['萬', '億'] : ['万', '亿'];
  return `abs(datum.value) >= 1e8 ? format(datum.value / 1e8, '~r') + '${hundredMillion}' : abs(datum.value) >= 1e4 ? format(datum.value / 1e4, '~r') + '${tenThousand}' : format(datum.value, ',')`;
}
