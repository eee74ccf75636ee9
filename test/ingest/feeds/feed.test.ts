import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeed } from '../../../src/ingest/feeds/feed.js';
import { feedOfPage } from '../../../src/ingest/feeds/feed-of-page.js';
import { UserError } from '../../../src/user-error.js';

const ADDRESS = new URL('https://news.example/rss/world.xml');

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel><title>News &amp; Views</title><link>https://news.example</link><ttl>45</ttl>
<item><title>Second &lt;b&gt;bold&lt;/b&gt; story</title><link>/second</link><guid isPermaLink="false">id-2</guid>
<pubDate>Mon, 11 Mar 2024 10:00:00 +0100</pubDate><dc:creator><![CDATA[Ann Smith]]></dc:creator>
<description>A teaser.</description><content:encoded><![CDATA[<p>First paragraph.</p><p>Second &amp; last.</p>]]></content:encoded></item>
<item><title>First story</title><guid>https://news.example/first</guid><pubDate>Sun, 10 Mar 2024 10:00:00 GMT</pubDate>
<description>&lt;p&gt;Only a teaser.&lt;/p&gt;</description></item>
</channel></rss>`;

const ATOM = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Atom News</title><id>urn:x</id>
<updated>2024-03-11T00:00:00Z</updated><entry><title type="html">Cats &amp;amp; dogs</title><id>urn:1</id>
<link rel="self" href="/self"/><link rel="alternate" href="https://news.example/cats"/>
<published>2024-03-10T08:00:00+01:00</published><updated>2024-03-11T08:00:00Z</updated>
<author><name>Bo</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Cats and <b>dogs</b> met.</p></div></content></entry></feed>`;

const RDF = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel rdf:about="https://news.example"><title>RDF News</title><link>https://news.example</link>
<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel>
<item rdf:about="https://news.example/3"><title>Third</title><link>https://news.example/3</link>
<description>Words.</description><dc:date>2024-03-10T08:00:00Z</dc:date></item></rdf:RDF>`;

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'JSON News',
  items: [
    {
      id: '4',
      url: 'https://news.example/4',
      title: 'Fourth',
      content_text: 'One.\n\nTwo.',
      date_published: '2024-03-10T08:00:00Z',
    },
  ],
});

it('leaves out a text that no parser should read, and keeps the rest of the feed', () => {
  const hostile = `<item><guid>deep</guid><title>Deep</title><description><![CDATA[${'<div>'.repeat(100_000)}]]></description></item>`;
  const { items } = readFeed(RSS.replace('</channel>', `${hostile}</channel>`), ADDRESS);
  expect(items.map(({ title }) => title)).toEqual(['Deep', 'First story', 'Second bold story']);
  expect(items[0]?.blocks).toEqual([]);
});

describe('a feed', () => {
  it('is read from RSS, oldest item first', () => {
    const { title, interval, items } = readFeed(RSS, ADDRESS);
    expect({ title, interval }).toEqual({ title: 'News & Views', interval: 45 * 60_000 });
    expect(items).toMatchObject([
      { key: 'https://news.example/first', title: 'First story', url: 'https://news.example/first' },
      {
        key: 'id-2',
        title: 'Second bold story',
        url: 'https://news.example/second',
        published: '2024-03-11T10:00:00+01:00',
        authors: ['Ann Smith'],
      },
    ]);
    expect(items.map(({ blocks }) => blocks.map(({ text }) => text))).toEqual([
      ['Only a teaser.'],
      ['First paragraph.', 'Second & last.'],
    ]);
  });

  it.each([
    [
      'Atom',
      ATOM,
      { title: 'Atom News', interval: null },
      {
        key: 'urn:1',
        title: 'Cats & dogs',
        url: 'https://news.example/cats',
        updated: '2024-03-11T08:00:00Z',
        authors: ['Bo'],
      },
      ['Cats and dogs met.'],
    ],
    [
      'RDF',
      RDF,
      { title: 'RDF News', interval: 12 * 3_600_000 },
      { key: 'https://news.example/3', title: 'Third', published: '2024-03-10T08:00:00Z' },
      ['Words.'],
    ],
    [
      'JSON Feed',
      JSON_FEED,
      { title: 'JSON News', interval: null },
      { key: '4', title: 'Fourth', url: 'https://news.example/4' },
      ['One.', 'Two.'],
    ],
  ])('is read from %s', (_, text, feed, item, blocks) => {
    const read = readFeed(text, ADDRESS);
    expect(read).toMatchObject({ ...feed, items: [item] });
    expect(read.items[0]?.blocks.map((block) => block.text)).toEqual(blocks);
  });

  it.each([
    ['<skipHours><hour>24</hour></skipHours>', { hours: [0], days: [] }],
    ['<skipDays><day> Sunday </day></skipDays>', { hours: [], days: [0] }],
    [
      '<skipHours><hour>1</hour><hour>23</hour></skipHours><skipDays><day>Monday</day><day>Saturday</day></skipDays>',
      { hours: [1, 23], days: [1, 6] },
    ],
    ['<skipHours></skipHours>', null],
  ])('says when it does not want to be asked: %s', (skip, times) => {
    expect(readFeed(RSS.replace('<ttl>', `${skip}<ttl>`), ADDRESS).skip).toEqual(times);
  });

  it('says that an item changed when its words did, not when its date did', () => {
    const versionOf = (text: string) => readFeed(text, ADDRESS).items[1]?.version;
    expect(versionOf(RSS.replace('10:00:00 +0100', '23:00:00 +0100'))).toBe(versionOf(RSS));
    expect(versionOf(RSS.replace('First paragraph.', 'Corrected paragraph.'))).not.toBe(versionOf(RSS));
  });

  it('gives no address to an item whose link is none of the web', () => {
    const items = ['javascript:alert(1)', 'file:///etc/passwd', 'https://user:pw@news.example/'].map(
      (link) => readFeed(RSS.replace('<link>/second</link>', `<link>${link}</link>`), ADDRESS).items[1],
    );
    expect(items.map((item) => item?.url)).toEqual([null, null, null]);
  });
});

describe('an item', () => {
  const NAMESPACES =
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"';
  const read = (...items: string[]) =>
    readFeed(
      `<?xml version="1.0"?><rss version="2.0" ${NAMESPACES}><channel><title>x</title>${items
        .map((item) => `<item>${item}</item>`)
        .join('')}</channel></rss>`,
      ADDRESS,
    ).items;
  const atom = (entry: string, base = '') =>
    readFeed(
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"${base}><title>x</title><entry>${entry}</entry></feed>`,
      ADDRESS,
    ).items[0];
  const textOf = (item: (typeof RSS_ITEMS)[number] | undefined) => item?.blocks.map(({ text }) => text);
  const RSS_ITEMS = read('<title>x</title>');

  it('has the first text that has words', () => {
    const picture = '<content:encoded><![CDATA[<img src="x.jpg">]]></content:encoded>';
    expect(textOf(read(`${picture}<description>Words.</description>`)[0])).toEqual(['Words.']);
    const video =
      '<media:group><media:description>Two &amp;lt; three.\n\nMore.</media:description></media:group>';
    expect(textOf(read(`<description> </description>${video}`)[0])).toEqual(['Two &lt; three.', 'More.']);
  });

  it('keeps the paragraphs of a plain text', () => {
    expect(textOf(read('<description>First one.\n\nSecond &amp;amp; last.</description>')[0])).toEqual([
      'First one.',
      'Second & last.',
    ]);
  });

  it('keeps a title of type text as it is', () => {
    expect(atom('<title type="text">The &lt;meta&gt; element</title>')?.title).toBe('The <meta> element');
    expect(atom('<title type="html">The &lt;b&gt;bold&lt;/b&gt; one</title>')?.title).toBe('The bold one');
  });

  it('has an address that starts from xml:base', () => {
    expect(atom('<link href="bridge.html"/>', ' xml:base="/news/2024/"')?.url).toBe(
      'https://news.example/news/2024/bridge.html',
    );
  });

  it('has the address of atom:link where it has no link of its own', () => {
    const link = '<atom:link rel="self" href="/feed"/><atom:link rel="alternate" href="/bridge"/>';
    expect(read(link)[0]?.url).toBe('https://news.example/bridge');
  });

  it('may be dated by Dublin Core terms, and by what other dates show', () => {
    expect(read('<dcterms:issued>2024-03-11</dcterms:issued>')[0]?.published).toBe('2024-03-11');
    const [first, second] = read(
      '<link>/a</link><pubDate>11/03/2024</pubDate>',
      '<link>/b</link><pubDate>28/03/2024</pubDate>',
    );
    expect([first?.published, second?.published]).toEqual(['2024-03-11', '2024-03-28']);
    expect(read('<pubDate>11/03/2024</pubDate>')[0]?.published).toBeNull();
  });

  it('is told apart from others with the same id', () => {
    const guid = '<guid isPermaLink="false">same</guid>';
    const keys = read(`${guid}<link>/a</link>`, `${guid}<link>/b</link>`).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });
});

describe('a long feed', () => {
  const item = (number: number, day: string) =>
    `<item><title>Report ${number}</title><pubDate>${day} Mar 2024 10:00:00 GMT</pubDate><description>${'Words. '.repeat(30)}</description></item>`;
  const feed = (items: string) => `<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>${items}`;
  const numbers = Array.from({ length: 400 }, (_, number) => number);

  it.each([
    ['oldest', numbers.map((number) => item(number, number < 390 ? '10' : '11')).join('')],
    [
      'newest',
      numbers
        .toReversed()
        .map((number) => item(number, number < 390 ? '10' : '11'))
        .join(''),
    ],
  ])('gives its newest items, also with the %s first', (_, items) => {
    const titles = readFeed(`${feed(items)}</channel></rss>`, ADDRESS).items.map(({ title }) => title);
    expect(titles).toHaveLength(300);
    expect(titles.slice(-10).toSorted()).toEqual(numbers.slice(390).map((number) => `Report ${number}`));
  });

  it('is cut down before it is parsed', () => {
    const many = Array.from({ length: 40_000 }, (_, number) => item(number, number === 0 ? '12' : '10')).join(
      '',
    );
    const { items } = readFeed(`${feed(many)}</channel></rss>`, ADDRESS);
    expect([items.length, items.at(-1)?.title]).toEqual([300, 'Report 0']);
  });

  it('that breaks off gives the items that came whole', () => {
    const whole = item(1, '10');
    const { items } = readFeed(feed(whole + item(2, '11').slice(0, 150)), ADDRESS);
    expect(items.map(({ title }) => title)).toEqual(['Report 1']);
  });
});

describe('a hostile document', () => {
  const channel = (inside: string, before = '') =>
    `<?xml version="1.0"?>${before}<rss version="2.0"><channel>${inside}</channel></rss>`;
  const item = '<item><title>x</title></item>';
  const laughs = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>`;

  it('does not have its entities expanded', () => {
    expect(readFeed(channel(`<title>&c;</title>${item}`, laughs), ADDRESS).title).toBe('&c;');
    const file = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
    expect(JSON.stringify(readFeedOrNull(channel(`<title>&a;</title>${item}`, file)))).not.toContain('root:');
  });

  it.each([
    ['deep elements', channel('<a>'.repeat(50_000))],
    ['deep elements in an item', channel(`<item>${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}</item>`)],
    [
      'deep HTML in an item',
      channel(`<item><description>${'&lt;div&gt;'.repeat(50_000)}</description></item>`),
    ],
    ['deep JSON', `{"version":"https://jsonfeed.org/version/1.1","title":${'['.repeat(100_000)}`],
    ['many items', channel(item.repeat(5_000))],
    ['many attributes', channel(`<title ${'a="b" '.repeat(20_000)}>x</title>`)],
    ['open brackets', channel(`<title>${'<'.repeat(100_000)}</title>`)],
    [
      'a polluted prototype',
      '{"version":"https://jsonfeed.org/version/1.1","__proto__":{"polluted":1},"items":[{"id":"1"}]}',
    ],
    ['a page', '<!doctype html><title>Hello</title>'],
    ['nothing', ''],
    ['bytes', '\0\u0001\uFFFD'.repeat(1_000)],
  ])('is read or refused, and soon: %s', (_, text) => {
    readFeedOrNull(text);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('of any kind is read or refused', () => {
    const broken = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.nat(RSS.length), fc.string(), fc.nat(40))
        .map(([at, text, cut]) => RSS.slice(0, at) + text + RSS.slice(at + cut)),
      fc.json().map((json) => `{"version":"https://jsonfeed.org/version/1.1","items":[${json}]}`),
    );
    fc.assert(
      fc.property(broken, (text) => void readFeedOrNull(text)),
      { numRuns: 200 },
    );
  });

  function readFeedOrNull(text: string) {
    try {
      return readFeed(text, ADDRESS);
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      return null;
    }
  }
});

describe('a page', () => {
  it('names its feed', () => {
    const html =
      '<html><head><link rel="alternate" type="text/html" href="/en"><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>';
    expect(feedOfPage(html, ADDRESS)).toBe('https://news.example/feed');
    expect(feedOfPage('<p>No feed.</p>', ADDRESS)).toBeNull();
  });

  it('names the feed of its articles rather than that of its comments', () => {
    const link = (title: string, href: string) =>
      `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
    const html = `<html><head>${link('Gazette » Comments Feed', '/a')}${link('Gazette', '/b')}</head></html>`;
    expect(feedOfPage(html, ADDRESS)).toBe('https://news.example/b');
    expect(feedOfPage(link('', '/comments/feed'), ADDRESS)).toBe('https://news.example/comments/feed');
  });
});
