import { SPEED_ENGINES, type SpeedEngineName } from './engines/index.js';
import type { Figures, Run } from './measured.js';

const COLUMNS: readonly (readonly [name: string, cell: (figures: Figures) => string])[] = [
  ['build s', ({ buildSeconds }) => figure(buildSeconds?.processor ?? null)],
  ['by the clock', ({ buildSeconds }) => figure(buildSeconds?.clock ?? null)],
  ['saved MB', ({ savedMegabytes }) => figure(savedMegabytes)],
  ['heap MB', ({ heapMegabytes }) => figure(heapMegabytes)],
  ['process MB', ({ rssMegabytes }) => figure(rssMegabytes)],
  ['start s', ({ startSeconds }) => figure(startSeconds.processor)],
  ['median ms', ({ median }) => figure(median.processor)],
  ['p95 ms', ({ p95 }) => figure(p95.processor)],
  ['hit@1', ({ hit1 }) => share(hit1)],
  ['hit@1000', ({ hit1000 }) => share(hit1000)],
];

/** Renders the results of a run as Markdown, one table for each size. */
export function speedTables({ articles, questions, measurements }: Run): string {
  const sizes = [...new Set(measurements.map(({ passages }) => passages))].sort((a, b) => a - b);
  return sizes
    .map((size) => {
      const rows = measurements
        .filter(({ passages }) => passages === size)
        .sort((a, b) => placeOf(a.engine) - placeOf(b.engine));
      const clippings = rows.find(({ engine }) => engine === 'clippings')?.outcome;
      const unit = typeof clippings === 'object' ? clippings.median.processor : null;
      const of = articles[size] === undefined ? '' : ` of ${number(articles[size])} articles`;
      return [
        `**${number(size)} passages**${of}, ${number(questions)} questions`,
        '',
        row(['', ...COLUMNS.map(([name]) => name), ...(unit === null ? [] : ['median against Clippings'])]),
        row(['---', ...COLUMNS.map(() => '---:'), ...(unit === null ? [] : ['---:'])]),
        ...rows.map(({ engine, outcome }) => {
          const name = engine === 'clippings' ? `**${nameOf(engine)}**` : nameOf(engine);
          if (typeof outcome === 'string') return row([name, outcome]);
          const part = outcome.asked < questions ? ` (${number(outcome.asked)} questions)` : '';
          const ratio = unit === null ? [] : [`${figure(outcome.median.processor / unit)} ×`];
          return row([`${name}${part}`, ...COLUMNS.map(([, cell]) => cell(outcome)), ...ratio]);
        }),
        ...againstStems(rows),
      ].join('\n');
    })
    .join('\n\n');
}

/** What a whole answer takes against the search alone of the engine that this one is built on. */
function againstStems(rows: Run['measurements']): string[] {
  const figuresOf = (name: SpeedEngineName) => rows.find(({ engine }) => engine === name)?.outcome;
  const [answers, stems] = [figuresOf('answers'), figuresOf('stems')];
  if (typeof answers !== 'object' || typeof stems !== 'object') return [];
  const [median, p95] = (['median', 'p95'] as const).map((at) =>
    figure(answers[at].processor / stems[at].processor),
  );
  return [
    '',
    `${nameOf('answers')}, against ${nameOf('stems')}: ${median} × in the median, ${p95} × at p95.`,
  ];
}

function placeOf(engine: string): number {
  return Object.keys(SPEED_ENGINES).indexOf(engine);
}

export function nameOf(engine: string): string {
  return Object.entries(SPEED_ENGINES).find(([name]) => name === engine)?.[1] ?? engine;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Formats a figure with two significant digits, or with all digits before the decimal point. */
function figure(value: number | null): string {
  if (value === null) return '–';
  if (value >= 10) return number(Math.round(value));
  if (value < 0.005) return '0';
  return value >= 1 ? value.toFixed(1) : value.toFixed(2).replace(/^0(?=\.)/, '');
}

function share(value: number | null): string {
  return value === null ? '–' : value.toFixed(3).replace(/^0(?=\.)/, '');
}

function number(value: number): string {
  return value.toLocaleString('en');
}
