import type { StallResult } from './run-under-load.js';

/** Renders the results as a Markdown table, one column for each thread layout. */
export function stallReport(results: readonly StallResult[]): string {
  const row = (name: string, cell: (result: StallResult) => string): string =>
    `| ${[name, ...results.map(cell)].join(' | ')} |`;
  const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));
  return [
    row('the archive service in', ({ thread }) => `${thread} thread`),
    row('---', () => '---:'),
    row('loop delay, median ms', ({ bot }) => ms(bot.p50)),
    row('loop delay, p99 ms', ({ bot }) => ms(bot.p99)),
    row('loop delay, p99.9 ms', ({ bot }) => ms(bot.p999)),
    row('loop delay, max ms', ({ bot }) => ms(bot.max)),
    row('the loop was at work', ({ bot }) => `${(100 * bot.busy).toFixed(0)} %`),
    row('of a bystander, p99 / p99.9 / max ms', ({ bystander: { p99, p999, max } }) =>
      [p99, p999, max].map(ms).join(' / '),
    ),
    row('heartbeats sent, missed', ({ heartbeats }) => `${heartbeats.sent}, ${heartbeats.missed}`),
    row(
      'articles that came in, in seconds',
      ({ imported, seconds }) => `${imported} in ${seconds.toFixed(0)}`,
    ),
    row('questions asked, answered, refused', ({ questions }) =>
      [questions.asked, questions.answered, questions.refused].join(', '),
    ),
    row('answer after, median / p95 ms', ({ questions }) => `${ms(questions.median)} / ${ms(questions.p95)}`),
  ].join('\n');
}
