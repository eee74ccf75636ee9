import path from 'node:path';
import {
  clippingsReader,
  defuddleReader,
  type PageReader,
  type PageReading,
  readabilityReader,
  trafilaturaReader,
} from '../engines/page-readers.js';
import { measurePages, pageFailures, type ReadPage } from '../measures/pages.js';
import type { SetResult } from '../results.js';
import { type MarkedPage, readMarkedPages } from '../sets/pages.js';
import type { RunOptions } from './options.js';

const PEERS: readonly (readonly [string, PageReader])[] = [
  ['readability', readabilityReader],
  ['defuddle', defuddleReader],
  ['trafilatura', trafilaturaReader],
];

/** Real pages, read as when they are added, beside other programs that read pages (left out with `--engines clippings`). */
export async function runPages(run: RunOptions): Promise<SetResult[]> {
  const pages = readMarkedPages(path.join(run.data, 'pages')).slice(0, run.sample);
  const readers = [['clippings', clippingsReader] as const, ...(run.engines.has('plain') ? PEERS : [])];
  const progress = run.startProgress('Reading pages', pages.length * readers.length);
  const readings = new Map<string, PageReading[]>();
  const missing: string[] = [];
  for (const [name, reader] of readers) {
    const read = await reader(pages, () => progress.tick());
    if (read) readings.set(name, read);
    else missing.push(name);
  }
  progress.done();
  const sources = pages.map(sourceText);
  return (['a', 'b'] as const).map((half) => halfResult(half, pages, readings, sources, missing));
}

function halfResult(
  half: MarkedPage['half'],
  pages: readonly MarkedPage[],
  readings: ReadonlyMap<string, readonly PageReading[]>,
  sources: readonly string[],
  missing: readonly string[],
): SetResult {
  const read = new Map(
    Array.from(readings, ([name, all]) => [name, pagesOfHalf(half, pages, all, sources)] as const),
  );
  const [own = []] = read.values();
  const count = (set: MarkedPage['set']) => own.filter(({ page }) => page.set === set).length;
  return {
    set: `pages, half ${half}`,
    size: `${own.length} pages: ${count('body')} with their text, ${count('segments')} with segments, ${count('date')} with their date`,
    engines: Array.from(read, ([name, each]) => measurePages(name, each)),
    failures: pageFailures(own),
    notes: [
      half === 'a' ? '  Rules are written from this half.' : '  No rule is written from this half.',
      ...missing.map((name) => `  ${name} is not installed.`),
    ],
  };
}

function pagesOfHalf(
  half: MarkedPage['half'],
  pages: readonly MarkedPage[],
  readings: readonly PageReading[],
  sources: readonly string[],
): ReadPage[] {
  return pages.flatMap((page, index) => {
    const reading = readings[index];
    return reading && page.half === half ? [{ page, reading, source: sources[index] ?? '' }] : [];
  });
}

/** What stands on a page outside scripts and styles, roughly. */
function sourceText({ bytes }: MarkedPage): string {
  return bytes
    .toString('utf8')
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ');
}
