import type { PageReading } from '../engines/page-readers.js';
import { countHeld, harmonicMean, meanOverlap, shingleOverlap } from '../metrics/page-text.js';
import { percentile } from '../metrics/times.js';
import type { EngineResult, Failure } from '../results.js';
import type { MarkedPage } from '../sets/pages.js';

/** A marked page and what a reader found on it. */
export interface ReadPage {
  readonly page: MarkedPage;
  readonly reading: PageReading;
  /** The page's own text, tags left out: whether the article is there at all. */
  readonly source: string;
}

/** The article is there if so much of what was marked stands in the page. */
const THERE = 0.5;

export function measurePages(engine: string, pages: readonly ReadPage[]): EngineResult {
  const times = pages.flatMap(({ reading }) => reading.milliseconds ?? []);
  const ofSet = (set: MarkedPage['set']) => pages.filter(({ page }) => page.set === set);
  return {
    engine,
    figures: {
      ...bodyFigures(ofSet('body')),
      ...segmentFigures(ofSet('segments')),
      'refused, though the article is there': pages.filter(isRefusedWrongly).length,
      ...titleFigures(pages),
      ...dateFigures('dates', ofSet('date')),
      ...dateFigures(
        'dates of the segments',
        ofSet('segments').filter(({ page }) => page.date !== null),
      ),
    },
    time: times.length > 0 ? { median: percentile(times, 0.5), p95: percentile(times, 0.95) } : null,
  };
}

function bodyFigures(pages: readonly ReadPage[]): EngineResult['figures'] {
  const { precision, recall, f1 } = meanOverlap(
    pages.map(({ page, reading }) => shingleOverlap(page.body ?? '', reading.text)),
  );
  return { 'body precision': precision, 'body recall': recall, 'body F1': f1 };
}

function segmentFigures(pages: readonly ReadPage[]): EngineResult['figures'] {
  const sum = (count: (read: ReadPage) => number) => pages.reduce((all, read) => all + count(read), 0);
  const right = sum(({ page, reading }) => countHeld(page.with, reading.text));
  const wrong = sum(({ page, reading }) => countHeld(page.without, reading.text));
  const recall = right / sum(({ page }) => page.with.length);
  const precision = right / (right + wrong);
  return {
    'segments precision': precision,
    'segments recall': recall,
    'segments F': harmonicMean(precision, recall),
  };
}

function isRefusedWrongly({ page, reading, source }: ReadPage): boolean {
  if (reading.refused === null) return false;
  if (page.body !== null) {
    const { right, missed } = shingleOverlap(page.body, source);
    return right >= THERE * (right + missed);
  }
  return page.with.length > 0 && countHeld(page.with, source) >= THERE * page.with.length;
}

function titleFigures(pages: readonly ReadPage[]): EngineResult['figures'] {
  const titled = pages.filter(({ page }) => page.title !== null);
  return {
    'pages with a title': titled.length,
    'titles the same': titled.filter(({ page, reading }) => isSameTitle(page.title, reading.title)).length,
  };
}

function isSameTitle(wanted: string | null, found: string | null): boolean {
  const fold = (title: string | null) => (title ?? '').replace(/\s+/g, ' ').trim();
  return fold(wanted) === fold(found);
}

function dateFigures(label: string, pages: readonly ReadPage[]): EngineResult['figures'] {
  const count = (holds: (read: ReadPage) => boolean) => pages.filter(holds).length;
  return {
    [`${label}, all`]: pages.length,
    [`${label}, right`]: count(({ page, reading }) => reading.date === page.date),
    [`${label}, wrong`]: count(({ page, reading }) => reading.date !== null && reading.date !== page.date),
    [`${label}, none`]: count(({ reading }) => reading.date === null && reading.refused === null),
    [`${label}, refused`]: count(({ reading }) => reading.date === null && reading.refused !== null),
  };
}

/** Pages on which something went wrong, refusals first. */
export function pageFailures(pages: readonly ReadPage[]): Failure[] {
  const failures = pages.flatMap(failuresOf);
  return failures.sort((one, other) => Number(other.refused) - Number(one.refused));
}

function failuresOf(read: ReadPage): (Failure & { refused: boolean })[] {
  const { page, reading } = read;
  const lost = page.with.filter((string) => countHeld([string], reading.text) === 0);
  const intruding = page.without.filter((string) => countHeld([string], reading.text) > 0);
  const failure = (verdict: string, wanted: readonly string[], got: readonly string[], refused = false) => ({
    question: `${page.id} ${page.url}`,
    wanted,
    got,
    verdict,
    refused,
  });
  if (isRefusedWrongly(read)) return [failure('refused', lost, [reading.refused ?? ''], true)];
  const failures = [];
  if (lost.length > 0) failures.push(failure('text is missing', lost, []));
  if (intruding.length > 0) failures.push(failure('not of the article', [], intruding));
  if (page.date !== null && page.date !== reading.date) {
    failures.push(failure('another date', [page.date], [reading.date ?? 'none']));
  }
  if (page.title !== null && !isSameTitle(page.title, reading.title)) {
    failures.push(failure('another title', [page.title], [reading.title ?? 'none']));
  }
  return failures;
}
