import fc from 'fast-check';
import { markup } from './pages.js';
import { anything, JSON_VALUES, piecesOf, repeated, words } from './pieces.js';

const FEED_PARTS = [
  '<!---->',
  '<item>',
  '</item>',
  '<entry>',
  '<title>',
  '</title>',
  '<link>https://news.example/a</link>',
  '<link href="javascript:x"/>',
  '<guid isPermaLink="true">',
  '<pubDate>Mon, 32 Foo 20200 99:99:99 +9999</pubDate>',
  '<description><![CDATA[',
  ']]></description>',
  '<content:encoded>&lt;p&gt;',
  '&lol9;',
  '&xxe;',
  '&amp;amp;amp;',
  '<a:b xmlns:a="',
  '<x y="1" y="2">',
  '<__proto__><polluted>1</polluted></__proto__>',
  '<constructor><prototype><polluted>1</polluted></prototype></constructor>',
] as const;

const DOCTYPES = [
  '',
  '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY lol9 "&a;&a;&a;&a;&a;&a;">]>',
  `<!DOCTYPE r [${Array.from({ length: 9 }, (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at};`.repeat(10)}">`).join('')}]>`,
  '<!DOCTYPE r [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE r SYSTEM "http://127.0.0.1:1/x.dtd">',
] as const;

export const feed = fc
  .tuple(
    fc.constantFrom(...DOCTYPES),
    fc.constantFrom(
      '<rss version="2.0"><channel>',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      '<rdf:RDF>',
      '<rss version="2.0"><channel><item>',
    ),
    piecesOf(FEED_PARTS, 12),
    fc.constantFrom('', '</item></channel></rss>', '</entry></feed>', '</rdf:RDF>'),
  )
  .map((parts) => `<?xml version="1.0"?>${parts.join('')}`);

/** Values where a feed has its own: some are right, others of another type, or too many. */
const value = fc.oneof(
  repeated(words),
  markup,
  anything,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(...JSON_VALUES),
);

const jsonItem = fc.dictionary(
  fc.constantFrom(
    'id',
    'url',
    'external_url',
    'title',
    'content_html',
    'content_text',
    'summary',
    'date_published',
    'authors',
    'tags',
    'attachments',
    '__proto__',
    'constructor',
  ),
  value,
  { maxKeys: 6 },
);

export const jsonFeed = fc
  .record({
    version: fc.constantFrom<unknown>(
      'https://jsonfeed.org/version/1.1',
      'https://jsonfeed.org/version/1',
      1,
    ),
    title: value,
    language: value,
    authors: value,
    items: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.array(fc.oneof({ weight: 5, arbitrary: jsonItem }, value), { maxLength: 8 }),
      },
      value,
    ),
  })
  .chain((feed) =>
    // Most are whole; some break off.
    fc.tuple(fc.constant(JSON.stringify(feed)), fc.boolean(), fc.nat({ max: 400 })),
  )
  .map(([text, isWhole, length]) => (isWhole ? text : text.slice(0, length)));

const OUTLINES = [
  '<outline type="rss" xmlUrl="https://news.example/feed"/>',
  '<outline text="a">',
  '</outline>',
  '<outline xmlUrl="',
  '<outline xmlUrl="javascript:x"/>',
  '<outline xmlUrl="http://[::1"/>',
  '<outline xmlUrl="//x" __proto__="1"/>',
  '"/>',
  '<!ENTITY a "&a;">',
  '&a;',
  '<__proto__ polluted="1"/>',
  '<![CDATA[',
] as const;

export const opml = fc
  .tuple(
    fc.constantFrom(...DOCTYPES),
    fc.constantFrom('<opml version="2.0"><body>', '<opml><head><title>', '<opml>', ''),
    piecesOf(OUTLINES, 10),
    fc.constantFrom('', '</body></opml>'),
  )
  .map((parts) => `<?xml version="1.0"?>${parts.join('')}`);
