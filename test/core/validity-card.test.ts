import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { barsChart } from '../../src/analyses/validity/bars.chart.ts';
import { cardAnswer, type Evidence, reportCard } from '../../src/analyses/validity/card.ts';
import { ruleWords } from '../../src/analyses/validity/rule-words.ts';
import type { SeparationRow } from '../../src/analyses/validity/validity.ts';
import {
  agreementVerdict,
  assignmentVerdict,
  describabilityVerdict,
  recoveryVerdict,
  separationVerdict,
  sizeVerdict,
  TESTS,
  worse,
} from '../../src/analyses/validity/verdicts.ts';
import { chartConfig } from '../../src/chart/config.ts';
import { ROWS } from '../../src/chart/draw.ts';
import { LANGUAGES, loadMessages } from '../../src/messages/index.ts';
import type { Condition } from '../../src/models/tree/rules.ts';
import { Formats } from '../../src/state/formats.ts';
import { PALETTES } from '../../src/ui/theme.ts';

const separation: SeparationRow = {
  customers: 200,
  placed: 190,
  measured: 190,
  segments: 2,
  smallest_share: 0.3,
  largest_share: 0.7,
  eta_squared: 0.08,
  eta_squared_log: 0.2,
  eta_squared_chance: 0.005,
};
const learned = { tested: 95, hits: 80, baseline: 66, rules: [] };
const recovery = { draws: 100, dissolved: 0, found: 100 };

describe('the verdicts', () => {
  it('count customers in no segment or in several', () => {
    expect(assignmentVerdict(100, 100, 0)).toBe('passes');
    expect(assignmentVerdict(100, 98, 3)).toBe('borderline');
    expect(assignmentVerdict(100, 98, 4)).toBe('fails');
    expect(assignmentVerdict(0, 0, 0)).toBe('unknown');
  });

  it('hold the sizes against the limits', () => {
    expect(sizeVerdict(separation, 0.3, 0.7)).toBe('passes');
    expect(sizeVerdict(separation, 0.31, 0.7)).toBe('borderline');
    expect(sizeVerdict(separation, 0.31, 0.69)).toBe('fails');
    expect(sizeVerdict({ ...separation, segments: 1 }, 0, 1)).toBe('fails');
    expect(sizeVerdict({ ...separation, smallest_share: null }, 0, 1)).toBe('unknown');
  });

  it('follow the size of the effect, unless chance does as well', () => {
    const of = (eta: number | null, p: number | null = 0.005, measured = 190) =>
      separationVerdict({ ...separation, measured, eta_squared: eta }, p);
    expect([of(0.06), of(0.059), of(0.0099), of(null)]).toEqual(['passes', 'borderline', 'fails', 'unknown']);
    expect([of(0.3, 0.05), of(0.3, null), of(0.3, 0.005, 29)]).toEqual(['fails', 'passes', 'unknown']);
  });

  it('want rules to be right more often than the largest segment alone', () => {
    expect(describabilityVerdict(learned)).toBe('passes');
    expect(describabilityVerdict({ ...learned, hits: 69 })).toBe('borderline');
    expect(describabilityVerdict({ ...learned, hits: 68 })).toBe('fails');
    expect(describabilityVerdict({ ...learned, hits: 47, baseline: 20 })).toBe('fails');
    expect(describabilityVerdict({ ...learned, tested: 14 })).toBe('unknown');
    expect(describabilityVerdict(null)).toBe('unknown');
  });

  it('fail where segments of more than a few customers dissolve', () => {
    const of = (...rows: [jaccard: number | null, share: number][]) =>
      recoveryVerdict(rows.map(([jaccard, share]) => ({ ...recovery, jaccard, share })));
    expect(of([0.75, 0.4], [0.9, 0.6], [null, 0])).toBe('passes');
    expect(of([0.74, 0.4], [0.5, 0.05], [0.9, 0.55])).toBe('borderline');
    expect(of([0.5, 0.06], [0.9, 0.94])).toBe('fails');
    expect(of([null, 0])).toBe('unknown');
    expect(recoveryVerdict(null)).toBe('unknown');
  });

  it('follow the adjusted Rand index, and the worse of two counts', () => {
    const of = (adjusted_rand: number | null, customers = 100) =>
      agreementVerdict({ customers, unchanged: 1, unchanged_share: 0.01, adjusted_rand });
    expect([of(0.65), of(0.64), of(0.39), of(null), of(1, 29)]).toEqual([
      'passes',
      'borderline',
      'fails',
      'unknown',
      'unknown',
    ]);
    expect(worse('passes', 'fails')).toBe('fails');
    expect(worse('unknown', 'passes')).toBe('passes');
    expect(worse('unknown', 'unknown')).toBe('unknown');
  });
});

const size = { orders: 1, revenue: 1, revenue_share: 0.5, mean_orders: 1, mean_revenue: 1 };
const evidence: Evidence = {
  view: {
    by: '8',
    attribute: '',
    cut: { measure: 'recency', cuts: [30, 90] },
    measure: 'revenue',
    as_of: undefined,
    before: undefined,
    small: 0.02,
    large: 0.5,
    seed: 1,
  },
  sizes: [
    { ...size, segment: '000', customers: 133, customer_share: 0.665 },
    { ...size, segment: '111', customers: 57, customer_share: 0.285 },
    { ...size, segment: null, customers: 10, customer_share: 0.05 },
  ],
  separation,
  foresight: { ...separation, eta_squared: 0.031 },
  agreement: { customers: 150, unchanged: 60, unchanged_share: 0.4, adjusted_rand: 0.123 },
  earlier: new Date('2024-01-17'),
  several: 0,
  possible: 8,
  described: { by: '8', segments: ['111', '000'], learned, p: 0.005, values: {} },
  recovered: {
    by: '8',
    segments: ['111', '000'],
    recoveries: [
      { ...recovery, jaccard: 0.64 },
      { ...recovery, jaccard: 0.91 },
    ],
  },
};

describe('the report card', () => {
  it.each(LANGUAGES)('names its figures in %s', async (code) => {
    const { validity: t, segments } = await loadMessages(code);
    const f = new Formats(code, null);
    const names: Record<string, string> = segments.names;
    const lines = reportCard(evidence, t, f, (segment) => names[segment]!);
    expect(lines.map(({ test }) => test)).toEqual(TESTS);
    expect(lines.map(({ verdict }) => verdict)).toEqual([
      'borderline',
      'borderline',
      'passes',
      'passes',
      'borderline',
    ]);
    const said = lines.map(({ sentences }) => sentences.join(' '));
    for (const figure of ['10', '200', '5%']) expect(said[0]).toContain(figure);
    for (const figure of ['30%', '70%', names['111'], names['000'], '2%', '50%', '6', '8'])
      expect(said[1]).toContain(figure);
    for (const figure of ['8%', '20%', '0.005', '3.1%', '0.5%']) expect(said[2]).toContain(figure);
    for (const figure of ['80', '95', '84.2%', '69.5%']) expect(said[3]).toContain(figure);
    for (const figure of ['100', names['111'], '0.64', '60', '40%', '0.12'])
      expect(said[4]).toContain(figure);
    const answer = cardAnswer(lines, t.segmentations['8'], t);
    expect(answer).toContain('2');
    for (const test of ['assignment', 'size', 'stability'] as const)
      expect(answer).toContain(t.tests[test].name);
    expect(answer).not.toContain(t.tests.separation.name);
    expect([...said, answer].join('')).not.toMatch(/undefined|NaN|null/);
  });

  it('says what was stopped, and what needs no drawing', async () => {
    const { validity: t } = await loadMessages('en');
    const f = new Formats('en', null);
    const stopped = reportCard({ ...evidence, described: null, recovered: null }, t, f, String);
    expect(stopped[3]).toMatchObject({ verdict: 'unknown', sentences: [t.stopped] });
    expect(stopped[4]!.sentences[0]).toBe(t.stopped);
    const by = 'attribute' as const;
    const fixed = { by, segments: [], recoveries: null };
    const attribute = { ...evidence, view: { ...evidence.view, by, attribute: 'region' }, recovered: fixed };
    const [, , , described, stable] = reportCard(attribute, t, f, String);
    expect(described!.sentences).not.toContain(t.expected);
    expect(stable).toMatchObject({ verdict: 'fails', figure: 'ARI 0.12' });
    expect(stable!.sentences).toContain(t.fixed);
    const renamed = { ...attribute, agreement: { ...evidence.agreement!, unchanged: 0 } };
    expect(reportCard(renamed, t, f, String)[4]!.sentences.join(' ')).toContain('0.12');
    expect(reportCard(renamed, t, f, String)[4]!.sentences.join(' ')).not.toContain('same segment today');
  });
});

describe('the card of cut points', () => {
  it.each([
    ['recency', 'revenue', false, true],
    ['monetary', 'revenue', true, false],
    ['monetary', 'orders', false, false],
    ['frequency', 'orders', true, false],
  ] as const)(
    'on %s, by %s: made of the goal is %s, meant to move is %s',
    async (cut, measure, made, moves) => {
      const { validity: t } = await loadMessages('en');
      const view = { ...evidence.view, by: 'cuts' as const, cut: { measure: cut, cuts: [3] }, measure };
      const lines = reportCard({ ...evidence, view }, t, new Formats('en', null), String);
      expect(lines[2]!.sentences.includes(t.circular)).toBe(made);
      expect(lines[4]!.sentences.includes(t.moving)).toBe(moves);
    },
  );
});

describe('a rule in words', () => {
  const range = (
    name: string,
    above: number | null,
    atMost: number | null,
    orUnknown = false,
  ): Condition => ({
    name,
    kind: 'number',
    above,
    atMost,
    orUnknown,
  });
  const conditions: Condition[] = [
    range('recency_days', null, 30),
    range('orders', 3, null),
    range('tenure_days', 90, 365),
    range('revenue', 100, 500.5),
    range('discount_share', 0.125, null, true),
    range('age', 29, 30),
    { name: 'source', kind: 'category', is: 1, not: [] },
    { name: 'region', kind: 'category', is: null, not: [0, 1] },
  ];
  const values = { source: ['ad', 'friend'], region: ['north', 'south'] };

  it('reads as a shopkeeper would say it', async () => {
    const { validity: t } = await loadMessages('en');
    expect(ruleWords(conditions, values, t, new Formats('en', null), String)).toBe(
      'last order at most 30 days ago, at least 4 orders, first order 91 to 365 days ago, ' +
        'more than 100.00 and at most 500.50 spent in all, more than 12.5% taken off as discount (or unknown), ' +
        'aged 30, source: friend and region other than north and south',
    );
    const zh = await loadMessages('zh-Hans');
    expect(ruleWords(conditions, values, zh.validity, new Formats('zh-Hans', 'CNY'), String)).toBe(
      '最近一次下单距今不超过 30 天，下过至少 4 单，第一次下单距今 91 到 365 天，一共花了超过 ¥100.00、不超过 ¥500.50，' +
        '优惠占原价超过 12.5%（或不详），年龄 30 岁，source是“friend”，region不是north、south',
    );
  });

  it('is none when nothing is asked', async () => {
    const { validity: t } = await loadMessages('en');
    expect(ruleWords([], {}, t, new Formats('en', null), String)).toBeNull();
  });
});

describe('the bars', () => {
  const rows = [
    { label: 'a', value: 0.6, text: '60%', weak: true },
    { label: 'b', value: -0.1, text: '-10%', weak: false },
  ];

  it('reach as far as their values, with a line at each limit within the picture', async () => {
    const palette = PALETTES.light;
    const spec = barsChart(rows, { limits: [0.02, 0.9] }, palette);
    const view = new View(parse(compile(spec, { config: chartConfig('light') }).spec), { renderer: 'none' });
    view.data(
      ROWS,
      rows.map((row, _i) => ({ ...row, _i })),
    );
    view.width(500);
    await view.runAsync();
    const x = view.scale('x');
    expect(view.scale('y').domain()).toEqual(['a', 'b']);
    const items: { marktype?: string; items?: object[]; width?: number; x?: number; fill?: string }[] = [];
    const collect = (item: { items?: object[]; role?: string; marktype?: string }) => {
      if (item.role === 'mark' && item.marktype !== 'group')
        items.push(...(item.items ?? []).map((one) => ({ ...one, marktype: item.marktype! })));
      else item.items?.forEach((one) => collect(one));
    };
    collect((view.scenegraph() as unknown as { root: object }).root);
    const bars = items.filter(({ marktype }) => marktype === 'rect');
    expect(bars.map(({ width }) => width)).toEqual([x(0.6) - x(0), x(0) - x(-0.1)]);
    expect(bars.map(({ fill }) => fill)).toEqual([palette.accent, palette.faint]);
    const lines = items.filter(({ marktype }) => marktype === 'rule').map((line) => line.x);
    expect(lines).toEqual([x(0.02), x(0.9)]);
    expect(Math.max(...(lines as number[]))).toBeLessThanOrEqual(500);
  });
});
