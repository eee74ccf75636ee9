import { SPEED_ENGINE_NAMES } from './engines/index.js';
import type { Figures, Run } from './measured.js';
import { type Curve, plot } from './plot.js';
import { nameOf } from './speed-table.js';

/** Plots cost against size: the time for a question, and memory. */
export function speedPlot(run: Run): string {
  return plot([
    {
      title: 'Time a question: median, and up to p95',
      xLabel: 'passages',
      yLabel: 'milliseconds of the processor',
      curves: curvesOf(run, ({ median, p95 }) => ({ y: median.processor, high: p95.processor })),
    },
    {
      title: 'Memory of the process, after the questions',
      xLabel: 'passages',
      yLabel: 'megabytes',
      curves: curvesOf(run, ({ rssMegabytes }) => ({ y: rssMegabytes })),
    },
  ]);
}

function curvesOf(
  { measurements }: Run,
  pointOf: (figures: Figures) => { readonly y: number; readonly high?: number },
): Curve[] {
  return SPEED_ENGINE_NAMES.map((engine) => ({
    name: nameOf(engine),
    emphasised: engine === 'clippings',
    points: measurements
      .flatMap(({ engine: its, passages, outcome }) =>
        its === engine && typeof outcome === 'object' ? [{ x: passages, ...pointOf(outcome) }] : [],
      )
      .sort((a, b) => a.x - b.x),
  })).filter(({ points }) => points.length > 0);
}
