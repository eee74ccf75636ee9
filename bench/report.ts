import type { ReliabilityBin } from './metrics/calibration.js';
import type { EngineResult, Failure, SetResult } from './results.js';

/** The figures of one set as a table: a row a figure, a column an engine. */
export function setReport(result: SetResult, failures: number): string {
  return [
    `${result.set}: ${result.size}`,
    table(rowsOf(result.engines)),
    ...result.notes,
    ...(result.reliability && result.reliability.length > 0
      ? ['', reliabilityReport(result.reliability)]
      : []),
    ...result.failures.slice(0, failures).map(failureReport),
    '',
  ].join('\n');
}

/** Columns padded to the widest cell: the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, cell.length);
    });
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `  ${line}`)
    .join('\n');
}

function rowsOf(engines: readonly EngineResult[]): string[][] {
  const names = [...new Set(engines.flatMap(({ figures }) => Object.keys(figures)))];
  const rows = [['', ...engines.map(({ engine }) => engine)]];
  for (const name of names) rows.push([name, ...engines.map(({ figures }) => figure(figures[name]))]);
  rows.push(['ms a question, median', ...engines.map(({ time }) => milliseconds(time?.median))]);
  rows.push(['ms a question, p95', ...engines.map(({ time }) => milliseconds(time?.p95))]);
  const reference = engines[0]?.time?.median;
  if (engines.length > 1 && reference !== undefined) {
    const times = engines.map(({ time }) => (time === null ? '' : (time.median / reference).toFixed(2)));
    rows.push([`time against ${engines[0]?.engine}`, ...times]);
  }
  return rows;
}

/** Shares with three digits, counts without. */
function figure(value: number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (value > 1) return Math.round(value).toLocaleString('en');
  return value === 1 ? '1' : value.toFixed(3).replace(/^0/, '');
}

function milliseconds(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '';
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}

function reliabilityReport(bins: readonly ReliabilityBin[]): string {
  const rows = bins.map(({ from, to, count, meanConfidence, right }) => [
    `${from.toFixed(1)}–${to.toFixed(1)}`,
    String(count),
    figure(meanConfidence),
    figure(right),
  ]);
  return `  Of the answers shown:\n${table([['confidence', 'answers', 'mean', 'right'], ...rows])}`;
}

function failureReport({ question, wanted, got, verdict }: Failure): string {
  return [
    '',
    `  ✗ ${question}  (${verdict})`,
    ...wanted.map((line) => `    wanted  ${line}`),
    ...got.map((line) => `    got     ${line}`),
  ].join('\n');
}
