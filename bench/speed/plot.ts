/** The values of one engine by size. */
export interface Curve {
  readonly name: string;
  /** Whether the curve stands out. */
  readonly emphasised: boolean;
  readonly points: readonly CurvePoint[];
}

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  /** Where the whisker above the point ends. */
  readonly high?: number;
}

/** A diagram with logarithmic axes; values are above 0. */
export interface Panel {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly curves: readonly Curve[];
}

const PANEL = { width: 520, height: 460 };
const FRAME = { left: 64, right: 176, top: 44, bottom: 52 };
const LINE_HEIGHT = 14;
/** Colours that are distinct on white and on black, also for colour-blind readers. */
const COLOURS = ['#1b87d6', '#d55e00', '#009e73', '#cc79a7', '#b8860b', '#56b4e9', '#8a63d2', '#7f7f7f'];
const STYLE = `text{font:12px system-ui,sans-serif;fill:#1f2328}.title{font-weight:600;font-size:14px}
.ground{fill:#fff}.grid{stroke:#d1d9e0}.axis{stroke:#59636e}
@media (prefers-color-scheme:dark){text{fill:#f0f6fc}.ground{fill:#0d1117}.grid{stroke:#30363d}.axis{stroke:#9198a1}}`;

/** Draws panels side by side as an SVG document that is legible on light and dark pages. */
export function plot(panels: readonly Panel[]): string {
  const [width, height] = [PANEL.width * panels.length, PANEL.height];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(panels.map(({ title }) => title).join('; '))}</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    ...panels.map((panel, at) => `<g transform="translate(${at * PANEL.width} 0)">\n${drawn(panel)}\n</g>`),
    '</svg>\n',
  ].join('\n');
}

function drawn({ title, xLabel, yLabel, curves }: Panel): string {
  const points = curves.flatMap((curve) => curve.points);
  const x = axis(
    points.map((point) => point.x),
    [FRAME.left, PANEL.width - FRAME.right],
  );
  const y = axis(
    points.flatMap((point) => [point.y, point.high ?? point.y]),
    [PANEL.height - FRAME.bottom, FRAME.top],
  );
  const [left, right, bottom, top] = [...x.span, ...y.span];
  const middle = (top + bottom) / 2;
  return [
    `<text class="title" x="${left}" y="24">${escaped(title)}</text>`,
    ...y.ticks.map(
      (tick) =>
        `<path class="grid" d="M${left} ${y.at(tick)}H${right}"/><text x="${left - 8}" y="${y.at(tick) + 4}" text-anchor="end">${short(tick)}</text>`,
    ),
    ...x.ticks.map(
      (tick) =>
        `<path class="grid" d="M${x.at(tick)} ${top}V${bottom}"/><text x="${x.at(tick)}" y="${bottom + 18}" text-anchor="middle">${short(tick)}</text>`,
    ),
    `<path class="axis" fill="none" d="M${left} ${top}V${bottom}H${right}"/>`,
    `<text x="${(left + right) / 2}" y="${PANEL.height - 12}" text-anchor="middle">${escaped(xLabel)}</text>`,
    `<text x="16" y="${middle}" text-anchor="middle" transform="rotate(-90 16 ${middle})">${escaped(yLabel)}</text>`,
    ...curves.map((curve, at) => line(curve, at, x, y)),
    ...labels(curves, right + 10, x, y),
  ].join('\n');
}

function line({ points, emphasised }: Curve, at: number, x: Axis, y: Axis): string {
  const colour = colourOf(at);
  // The colours start again.
  const dashes = at < COLOURS.length ? '' : ' stroke-dasharray="6 3"';
  const path = points
    .map((point, place) => `${place === 0 ? 'M' : 'L'}${x.at(point.x)} ${y.at(point.y)}`)
    .join('');
  const whiskers = points
    .filter(({ high }) => high !== undefined)
    .map((point) => `M${x.at(point.x)} ${y.at(point.y)}V${y.at(point.high ?? point.y)}`)
    .join('');
  const dots = points.map(
    (point) => `<circle cx="${x.at(point.x)}" cy="${y.at(point.y)}" r="${emphasised ? 4 : 3}"/>`,
  );
  return `<g fill="${colour}" stroke="${colour}"><path fill="none"${dashes} stroke-width="${emphasised ? 3 : 1.5}" d="${path}"/><path stroke-opacity=".5" d="${whiskers}"/>${dots.join('')}</g>`;
}

/** Places a name at the end of each curve, moved apart where they would overlap. */
function labels(curves: readonly Curve[], left: number, x: Axis, y: Axis): string[] {
  const ends = curves
    .flatMap((curve, at) => {
      const end = curve.points.at(-1);
      return end === undefined ? [] : [{ curve, at, from: x.at(end.x), height: y.at(end.y) }];
    })
    .sort((a, b) => a.height - b.height);
  const heights = movedApart(
    ends.map(({ height }) => height),
    LINE_HEIGHT,
  );
  return ends.map(({ curve, at, from, height }, place) => {
    const own = heights[place] ?? height;
    const weight = curve.emphasised ? ' font-weight="700"' : '';
    return `<path stroke="${colourOf(at)}" stroke-opacity=".6" stroke-dasharray="1 3" fill="none" d="M${from} ${height}L${left - 3} ${own}"/><text x="${left}" y="${own + 4}" style="fill:${colourOf(at)}"${weight}>${escaped(curve.name)}</text>`;
  });
}

/** Moves ascending values at least `gap` apart, each as little as possible. */
export function movedApart(values: readonly number[], gap: number): number[] {
  // After subtracting each value's share of the gaps, the values must ascend. Those that do not are pooled at
  // their mean.
  const pools: { sum: number; count: number }[] = [];
  values.forEach((value, place) => {
    let pool = { sum: value - place * gap, count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.count > pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  });
  return pools
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
    .map((value, place) => value + place * gap);
}

interface Axis {
  readonly ticks: readonly number[];
  readonly span: readonly [number, number];
  at(value: number): number;
}

/**
 * Returns a logarithmic axis that covers the values and a little more, with ticks at 1, 2 or 3, and 5 times
 * each power of ten.
 */
function axis(values: readonly number[], span: readonly [number, number]): Axis {
  const [low, high] = [Math.log10(Math.min(...values)) - 0.08, Math.log10(Math.max(...values)) + 0.08];
  const [start, end] = span;
  const steps = high - low > 2.5 ? [1] : high - low > 1.2 ? [1, 3] : [1, 2, 5];
  const powers = Array.from(
    { length: Math.ceil(high) - Math.floor(low) + 1 },
    (_, at) => Math.floor(low) + at,
  );
  return {
    span,
    ticks: powers
      .flatMap((power) => steps.map((step) => Number((step * 10 ** power).toPrecision(1))))
      .filter((tick) => Math.log10(tick) >= low && Math.log10(tick) <= high),
    at: (value) => rounded(start + ((Math.log10(value) - low) / (high - low)) * (end - start)),
  };
}

function colourOf(at: number): string {
  return COLOURS[at % COLOURS.length] ?? '';
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Shortens a number: 0.1, 30, 1k, 100k, 1M. */
function short(value: number): string {
  if (value >= 1e6) return `${value / 1e6}M`;
  return value >= 1000 ? `${value / 1000}k` : String(value);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
