import { describe, expect, it } from 'vitest';
import type { Figures, Run } from '../../../bench/speed/measured.js';
import { speedPlot } from '../../../bench/speed/speed-plot.js';
import { speedTables } from '../../../bench/speed/speed-table.js';

const figures = (median: number): Figures => ({
  buildSeconds: { clock: 61.2, processor: 45.6 },
  peakMegabytes: 900,
  savedMegabytes: 12.34,
  heapMegabytes: null,
  rssMegabytes: 1234.5,
  startSeconds: { clock: 2, processor: 0.123 },
  asked: 272,
  median: { clock: 9, processor: median },
  p95: { clock: 99, processor: 4 * median },
  hit1: 0.5,
  hit1000: null,
});
const run: Run = {
  machine: 'a machine',
  articles: { 1000: 70 },
  questions: 272,
  measurements: [
    { engine: 'clippings', passages: 1_000, outcome: figures(2) },
    { engine: 'minisearch', passages: 1_000, outcome: { ...figures(50), asked: 40 } },
    { engine: 'lancedb', passages: 1_000, outcome: 'not installed' },
    { engine: 'lunr', passages: 500, outcome: 'over 300 s' },
    { engine: 'clippings', passages: 500, outcome: figures(1) },
  ],
};
const lines = speedTables(run).split('\n');

describe('the table of costs', () => {
  it('comes for each size, the smallest first, and says how large it is', () => {
    expect(lines.filter((line) => line.startsWith('**'))).toEqual([
      '**500 passages**, 272 questions',
      '**1,000 passages** of 70 articles, 272 questions',
    ]);
  });

  it('shows times of the processor, the build also by the clock, and ratios of medians', () => {
    expect(lines).toContain(
      '| **Clippings, search** | 46 | 61 | 12 | – | 1,235 | .12 | 2.0 | 8.0 | .500 | – | 1.0 × |',
    );
  });

  it('says when there was no time for all questions', () => {
    expect(lines.find((line) => line.startsWith('| MiniSearch (40 questions)'))).toMatch(/\| 25 × \|$/);
  });

  it('says why there are no figures', () => {
    expect(lines).toContain('| LanceDB | not installed |');
    expect(lines).toContain('| Lunr | over 300 s |');
  });

  it('sets a whole answer against the search of the engine that it is built on, where both were measured', () => {
    const both = [
      { engine: 'answers', passages: 500, outcome: figures(6) },
      { engine: 'stems', passages: 500, outcome: { ...figures(20), p95: { clock: 99, processor: 96 } } },
    ];
    expect(speedTables({ ...run, measurements: both })).toContain(
      '\n\nClippings, whole answer, against MiniSearch + stems: .30 × in the median, .25 × at p95.',
    );
    expect(speedTables(run)).not.toContain('whole answer, against');
  });

  it('has as many cells in each row that has figures', () => {
    const cells = lines.filter((line) => line.startsWith('|')).map((line) => line.split('|').length);
    expect(new Set(cells)).toEqual(new Set([14, 4]));
  });
});

describe('the plot of costs', () => {
  it('draws those that have figures only', () => {
    const svg = speedPlot(run);
    expect(svg).toContain('MiniSearch');
    expect(svg).not.toContain('LanceDB');
    expect(svg).not.toContain('Lunr');
  });
});
