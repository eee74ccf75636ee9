import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutFeed, FeedCutter } from '../../../src/ingest/feeds/cut-feed.js';

const item = (name: string, date = '', text = '') =>
  `<item><title>${name}</title>${date && `<pubDate>${date}</pubDate>`}<description>${text}</description></item>`;
const rss = (inside: string) =>
  `<?xml version="1.0"?>\n<rss version="2.0">\n<channel><title>x</title>${inside}</channel>\n</rss>`;
const titles = (feed: string) =>
  [...feed.matchAll(/<(?:item|entry)\b.*?<title>(.*?)<\/title>/gs)].map(([, title]) => title);
/** Spaces between elements mean nothing. */
const withoutSpace = (text: string) => text.replace(/\s+/g, '');
const day = (of: number) => `${(of % 28) + 1} ${of < 28 ? 'Jan' : 'Feb'} 2024`;

describe('a feed that is cut', () => {
  it.each([
    [
      'RSS',
      rss(`\n${item('a')}\n ${item('b', '', '<![CDATA[<item>not one</item>]]>')}<!-- <item> --><ttl>5</ttl>`),
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>a<br/></title></entry></feed>',
    ],
    [
      'Atom with prefixes',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>a</a:title></a:entry></a:feed>',
    ],
    [
      'RDF',
      '<rdf:RDF><channel><items><rdf:Seq/></items></channel><item rdf:about="/a"><title>a</title></item></rdf:RDF>',
    ],
    ['an item without an end tag of its own', rss('<item/><item rdf:about="/a"/>')],
    ['a page', '<!doctype html><title>Hello</title><p>One<p>Two'],
    ['nothing', ''],
  ])('stays as it is while it is short: %s', (_, feed) => {
    expect(withoutSpace(cutFeed(feed, 300))).toContain(withoutSpace(feed).replace(/Two$/, ''));
  });

  it('keeps its newest items in their order, and what stands around them', () => {
    const items = Array.from({ length: 56 }, (_, of) => item(`${of}`, day((of * 15) % 56)));
    const cut = cutFeed(rss(`${items.slice(0, 30).join('\n')}<ttl>60</ttl>${items.slice(30).join('\n')}`), 5);
    const newest = Array.from({ length: 56 }, (_, of) => of).filter((of) => (of * 15) % 56 > 50);
    expect(titles(cut)).toEqual(newest.map(String));
    expect(cut).toContain('<ttl>60</ttl></channel>');
  });

  it('dates an item by its own elements, the day of publication before that of a change', () => {
    const entry = (name: string, published: string, updated: string) =>
      `<entry><title>${name}</title><source><updated>2030-01-01</updated></source><updated>${updated}</updated><published>${published}</published></entry>`;
    const entries = [
      entry('old', '2020-01-01', '2024-05-01'),
      entry('new', '2024-01-01', '2024-01-01'),
      entry('older', '2019-01-01', '2019-01-01'),
    ];
    expect(titles(cutFeed(`<feed>${entries.join('')}</feed>`, 1))).toEqual(['new']);
  });

  it('keeps what is new in either reading of its dates', () => {
    // Read with the month first, the days are from 1 to 12 of many months; with the day first, of January to December.
    const items = Array.from({ length: 12 }, (_, of) => item(`${of}`, `${12 - of}/${of + 1}/2024`));
    expect(titles(cutFeed(rss(items.join('')), 2))).toEqual(['0', '1', '10', '11']);
  });

  it('is closed where it broke off, without the item that did not end', () => {
    const whole = rss(`${item('a')}${item('b')}${item('c')}`);
    const cut = cutFeed(whole.slice(0, whole.indexOf('<title>c') + 5), 300);
    expect(titles(cut)).toEqual(['a', 'b']);
    expect(cut).toMatch(/<\/item><\/channel><\/rss>$/);
    expect(titles(cutFeed(rss(`${item('a')}<item><title>b</title>`), 300))).toEqual(['a']);
  });

  it('leaves out an item that is larger than any text', () => {
    const large = item('b', '', 'Words. '.repeat(400_000));
    expect(titles(cutFeed(rss(`${item('a')}${large}${item('c')}`), 300))).toEqual(['a', 'c']);
  });

  it.each([
    ['levels deep', rss(`<item>${'<a>'.repeat(600)}</item>`)],
    ['attributes', rss(`<item ${'a="b" '.repeat(2_000)}/>`)],
    ['a piece of it', `<rss><channel><!--${' '.repeat(5_000_000)}`],
    ['outside its items', rss(`<item></item>${'text '.repeat(500_000)}`)],
    ['items', rss('<item></item>'.repeat(60_000))],
  ])('is refused where it passes a limit: %s', (words, feed) => {
    expect(() => cutFeed(feed, 300)).toThrow(RangeError);
    expect(() => cutFeed(feed, 300)).toThrow(words);
  });

  it('is the same wherever it is cut into pieces', () => {
    const part = fc.constantFrom(
      item('a', '5 January 2024', 'Words'),
      item('b', '4/5/2024', '<![CDATA[<b>x</b> ]]>'),
      '<item><title>c</title></item >',
      '<item/>',
      '<item><description><p>x<br></description></item>',
      '<ttl>5</ttl>',
      '<!-- <item> -->',
      ' & text < 3 ',
      '</channel >',
      '<![CDATA[',
      ']]>',
      '<item>',
      '</item>',
      '\n',
      '<a b="c>"',
    );
    const feeds = fc.array(part, { maxLength: 12 }).map((parts) => rss(parts.join('')));
    fc.assert(
      fc.property(feeds, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (feed, lengths) => {
        const cutter = new FeedCutter(3);
        for (let start = 0, at = 0; start < feed.length; at += 1) {
          const length = lengths[at % lengths.length] ?? 1;
          cutter.push(feed.slice(start, start + length));
          start += length;
        }
        expect(withoutSpace(cutter.end())).toBe(withoutSpace(cutFeed(feed, 3)));
      }),
      { numRuns: 300 },
    );
  });
});
