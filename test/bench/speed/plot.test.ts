import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { movedApart, type Panel, plot } from '../../../bench/speed/plot.js';

const panel: Panel = {
  title: 'Time & size',
  xLabel: 'passages',
  yLabel: 'milliseconds',
  curves: [
    {
      name: 'Quick <1>',
      emphasised: true,
      points: [
        { x: 1_000, y: 1 },
        { x: 10_000, y: 10, high: 100 },
        { x: 100_000, y: 100 },
      ],
    },
    { name: 'Slow', emphasised: false, points: [{ x: 1_000, y: 100 }] },
  ],
};

function drawing(...panels: Panel[]) {
  const { document } = parseHTML(`<body>${plot(panels)}</body>`);
  const texts = [...document.querySelectorAll('text')].map((text) => text.textContent);
  const dots = [...document.querySelectorAll('circle')].map((dot) => ({
    x: Number(dot.getAttribute('cx')),
    y: Number(dot.getAttribute('cy')),
  }));
  return { document, texts, dots };
}

describe('a plot', () => {
  it('puts equal ratios at equal distances, larger values further right and further up', () => {
    const [a, b, c] = drawing(panel).dots;
    if (!a || !b || !c) throw new Error('three dots were wanted');
    expect(b.x - a.x).toBeCloseTo(c.x - b.x, 0);
    expect(a.y - b.y).toBeCloseTo(b.y - c.y, 0);
    expect(b.x).toBeGreaterThan(a.x);
    expect(b.y).toBeLessThan(a.y);
  });

  it('names its axes, its curves, and round values', () => {
    const { texts } = drawing(panel);
    for (const name of ['Time & size', 'passages', 'milliseconds', 'Quick <1>', 'Slow', '10', '1k', '10k']) {
      expect(texts).toContain(name);
    }
  });

  it('draws a whisker up to the higher value', () => {
    const { document, dots } = drawing(panel);
    const whiskers = [...document.querySelectorAll('g g path')].map((path) => path.getAttribute('d') ?? '');
    expect(whiskers.filter((path) => /^M[\d.]+ [\d.]+V/.test(path))).toEqual([
      `M${dots[1]?.x} ${dots[1]?.y}V${dots[2]?.y}`,
    ]);
  });

  it('puts panels beside each other', () => {
    const { document } = drawing(panel, panel);
    expect(document.querySelectorAll('g[transform]').length).toBe(2);
    expect(document.querySelector('svg')?.getAttribute('width')).toBe('1040');
  });

  it('has colours for light and for dark pages', () => {
    expect(plot([panel])).toMatch(
      /\.ground\{fill:#fff\}[\s\S]*prefers-color-scheme:dark[\s\S]*\.ground\{fill:#0d1117\}/,
    );
  });
});

describe('names at the ends of curves', () => {
  const ascending = fc
    .array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 12 })
    .map((values) => values.sort((a, b) => a - b));

  it('stay where they are when they are far enough apart', () => {
    expect(movedApart([10, 30, 50], 14)).toEqual([10, 30, 50]);
  });

  it('give way to both sides alike', () => {
    expect(movedApart([100, 100], 14)).toEqual([93, 107]);
  });

  it('never lie on each other', () => {
    fc.assert(
      fc.property(ascending, (values) => {
        const moved = movedApart(values, 14);
        expect(moved).toHaveLength(values.length);
        for (const [at, value] of moved.slice(1).entries())
          expect(value - (moved[at] ?? 0)).toBeGreaterThan(13.99);
      }),
    );
  });
});
