import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutFeed } from '../../../src/ingest/feeds/cut-feed.js';
import { looksLikeFeed } from '../../../src/ingest/feeds/feed-kind.js';
import { findWrittenDays } from '../../../src/text/dates/written-days.js';

const MB = 1024 * 1024;
const parts = [
  '<item>',
  '<item ',
  '<entry>',
  '<pubDate ',
  '<!--',
  '<?x?> ',
  '2020-01-01 ',
  '5 May ',
  'a',
  ' ',
];

/** Processor milliseconds of reading so many characters that repeat. */
function cost(read: (text: string) => unknown, unit: string, size: number): number {
  const text = unit.repeat(Math.ceil(size / unit.length));
  const before = process.cpuUsage();
  read(text);
  const { user } = process.cpuUsage(before);
  return user / 1000;
}

/** Sixteen times the text costs 256 times as much where every doubling takes four times as long. */
const QUADRATIC = 100;

describe('what repeats without end', () => {
  it.each<[string, (text: string) => unknown]>([
    ['the beginning of a feed', looksLikeFeed],
    ['the items of a feed', (text) => cutOrRefused(`<rss><channel>${text}`)],
    ['days in a text', (text) => findWrittenDays(text)],
  ])(
    'takes no more than in proportion to its length: %s',
    (_, read) => {
      const unit = fc
        .array(fc.constantFrom(...parts), { minLength: 1, maxLength: 3 })
        .map((all) => all.join(''));
      fc.assert(
        fc.property(unit, (each) => {
          // Below so many milliseconds, what is measured is the machine.
          const small = Math.max(20, cost(read, each, MB / 16));
          expect(cost(read, each, MB) / small).toBeLessThan(QUADRATIC);
        }),
        { numRuns: 15 },
      );
    },
    120_000,
  );

  it('a page that begins with comments is told from a feed at once', () => {
    expect(looksLikeFeed(`${'<!---->'.repeat(10_000)}<html>`)).toBe(false);
    expect(looksLikeFeed(`${'<!-- > -->\n'.repeat(10_000)}<rss>`)).toBe(true);
  });
});

function cutOrRefused(text: string): void {
  try {
    cutFeed(text, 300);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
  }
}
