import fc from 'fast-check';
import { Headers } from 'undici';
import { expect, it } from 'vitest';
import { FeedText, feedToSend } from '../../../src/ingest/feeds/feed-body.js';
import { readSentFeed } from '../../../src/ingest/feeds/feed-text.js';

const MB = 1024 * 1024;
const ADDRESS = new URL('https://news.example/feed');

function head(type = 'text/xml') {
  return { address: ADDRESS, movedTo: null, status: 200, headers: new Headers({ 'content-type': type }) };
}

function kept(chunks: Iterable<Uint8Array>, type?: string): string {
  const text = new FeedText(head(type));
  for (const chunk of chunks) text.push(chunk);
  return text.end();
}

function* pieces(bytes: Uint8Array, lengths: readonly number[]): Generator<Uint8Array> {
  for (let start = 0, at = 0; start < bytes.length; at += 1) {
    const end = start + (lengths[at % lengths.length] ?? 1);
    yield bytes.subarray(start, end);
    start = end;
  }
}

const items = (count: number) =>
  Array.from(
    { length: count },
    (_, of) =>
      `<item><title>Caf\xe9 \x93${of}\x94</title><guid>${of}</guid><pubDate>${1 + (of % 28)} Mar 2024</pubDate><description><![CDATA[<p>${'Words \x96 '.repeat(40)}</p>]]></description></item>`,
  ).join('');
const feed = Buffer.from(
  `<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><title>x</title>${items(600)}</channel></rss>`,
  'latin1',
);

it('gives the same items however a feed comes', () => {
  const itemsOf = (lengths: readonly number[]) =>
    readSentFeed(feedToSend({ ...head(), body: kept(pieces(feed, lengths)) })).items;
  const whole = itemsOf([feed.length]);
  expect([whole.length, whole.at(-1)?.title]).toEqual([300, 'Café “27”']);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 5 }), (lengths) => {
      expect(itemsOf(lengths)).toEqual(whole);
    }),
    { numRuns: 3 },
  );
});

it('keeps the newest items of an XML feed alone', () => {
  expect(kept(pieces(feed, [16_384])).match(/<item>/g)).toHaveLength(300);
});

it('keeps what is not XML whole, and less of it', () => {
  const page = '<!doctype html><title>News</title>';
  expect(kept([Buffer.from(page)], 'text/html')).toBe(page);
  const json = Buffer.from(`{"version":"https://jsonfeed.org/version/1.1","items":[${' '.repeat(6 * MB)}`);
  const text = new FeedText(head('application/json'));
  expect(() => {
    for (const piece of pieces(json, [MB])) text.push(piece);
  }).toThrow(expect.objectContaining({ code: 'web-too-large', message: expect.stringContaining('5120 KB') }));
});
