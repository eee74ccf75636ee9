import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeDigest } from '../../../src/digest/compose.js';
import { periodBetween } from '../../../src/digest/schedule/period.js';
import { addFeedAt } from '../../../src/ingest/feeds/add-feed.js';
import { FeedPoller } from '../../../src/ingest/feeds/feed-poller.js';
import { type PollReport, pollFeed } from '../../../src/ingest/feeds/poll-feed.js';
import { claimFeed, listFeeds, removeFeed } from '../../../src/store/feeds.js';
import { UserError } from '../../../src/user-error.js';
import { FRENCH_REPORT, OTHER_REPORT, REPORT } from '../fixtures.js';
import { TestIngestContext } from '../ingest-context.js';
import { newsPage } from '../pages.js';
import { WebServer } from '../web-server.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Long enough to be whole in the feed. */
const LONG = [...REPORT, ...OTHER_REPORT, ...REPORT.map((line) => `${line} Again: ${line}`)];

let server: WebServer;
let context: TestIngestContext;

beforeEach(async () => {
  server = await WebServer.start({});
  context = await TestIngestContext.open();
});
afterEach(async () => {
  await context.close();
  await server.stop();
});

interface Item {
  readonly path: string;
  readonly title: string;
  readonly date?: string;
  readonly text?: readonly string[];
}

function rss(items: readonly Item[], host = 'news.example'): string {
  const xml = items.map(
    ({ path, title, date = 'Mon, 11 Mar 2024 10:00:00 GMT', text = [] }) =>
      `<item><title>${title}</title><link>${server.url(path, host)}</link><pubDate>${date}</pubDate>
      <description><![CDATA[${text.map((line) => `<p>${line}</p>`).join('')}]]></description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Port News</title>${xml.join('')}</channel></rss>`;
}

const bridge: Item = { path: '/bridge', title: 'Bridge closed', text: LONG };
const apples: Item = {
  path: '/apples',
  title: 'Apples',
  text: LONG.map((line) => line.replaceAll('the', 'some')).reverse(),
};

async function add(): Promise<PollReport> {
  return pollFeed(await addFeedAt(server.url('/feed'), context), context);
}

async function pollAgain(hours = 1): Promise<PollReport> {
  context.time += hours * HOUR;
  const feed = await claimFeed(context.store, server.url('/feed'), context.time);
  if (feed === null) throw new Error('the feed is gone');
  return pollFeed(feed, context);
}

function kinds({ outcomes }: PollReport): string[] {
  return outcomes.map(({ result }) => (result instanceof UserError ? result.code : result.kind));
}

function titles(): (string | null)[] {
  return context.archive.articles().map(({ title }) => title);
}

describe('a feed, whatever its server does', () => {
  it.each(['text/html; charset=utf-8', 'text/plain', 'application/octet-stream'])(
    'is read although it is called %s',
    async (type) => {
      server.put('/feed', (_, response) =>
        response.writeHead(200, { 'content-type': type }).end(rss([bridge])),
      );
      expect(kinds(await add())).toEqual(['added']);
    },
  );

  it('is read in the encoding that it declares', async () => {
    const xml = rss([{ ...bridge, title: 'Caf\xe9 \x93closed\x94' }]).replace(
      '?>',
      ' encoding="iso-8859-1"?>',
    );
    server.put('/feed', (_, response) =>
      response.writeHead(200, { 'content-type': 'text/xml' }).end(Buffer.from(xml, 'latin1')),
    );
    await add();
    expect(titles()).toEqual(['Café “closed”']);
  });

  it('is remembered where it has moved, with what is known about its items', async () => {
    server.put('/feed', rss([bridge]));
    await add();
    server.put('/feed', (_, response) => response.writeHead(301, { location: '/rss' }).end());
    server.put('/rss', rss([bridge]));
    expect(kinds(await pollAgain())).toEqual([]);
    expect((await listFeeds(context.store)).map(({ url }) => url)).toEqual([server.url('/rss')]);
    const moved = await claimFeed(context.store, server.url('/rss'), context.time);
    expect(moved && kinds(await pollFeed(moved, context))).toEqual([]);
  });

  it('keeps its hours of rest, also when it has not changed', async () => {
    const skip = '<skipHours><hour>9</hour><hour>10</hour></skipHours>';
    server.put('/feed', ({ headers }, response) =>
      headers['if-none-match'] === '"1"'
        ? response.writeHead(304).end()
        : response
            .writeHead(200, { 'content-type': 'text/xml', etag: '"1"' })
            .end(rss([bridge]).replace('</channel>', `${skip}</channel>`)),
    );
    await add();
    const next = async () => (await listFeeds(context.store))[0]?.nextPoll ?? 0;
    expect(new Date(await next()).toISOString()).toBe('2024-03-12T11:00:00.000Z');
    await pollAgain(24);
    expect(new Date(await next()).toISOString()).toBe('2024-03-13T11:00:00.000Z');
  });
});

describe('a feed', () => {
  it('comes into the archive, and can be asked about at once', async () => {
    server.put('/feed', rss([bridge]));
    const report = await add();
    expect({ ...report, outcomes: kinds(report) }).toEqual({
      title: 'Port News',
      outcomes: ['added'],
      failure: null,
    });
    expect(context.archive.articles()).toMatchObject([
      {
        title: 'Bridge closed',
        publisher: 'Port News',
        published: '2024-03-11T10:00:00Z',
        url: server.url('/bridge'),
      },
    ]);
  });

  it('keeps an item whose date is none, and takes it for news when it comes later', async () => {
    server.put('/feed', rss([bridge]));
    await add();
    server.put('/feed', rss([bridge, { ...apples, date: 'Fri, 30 Feb 2024 10:00:00 GMT' }]));
    expect(kinds(await pollAgain())).toEqual(['added']);
    expect(context.archive.articles()).toContainEqual(
      expect.objectContaining({
        title: 'Apples',
        published: null,
        added: new Date(context.time).toISOString(),
      }),
    );
  });

  it('is found by the address of its site', async () => {
    server.put(
      '/',
      '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>',
    );
    server.put('/feed', rss([bridge]));
    expect((await addFeedAt(server.url('/'), context)).url).toBe(server.url('/feed'));
  });

  it('is added once, and removed without its articles', async () => {
    server.put('/feed', rss([bridge]));
    await add();
    await expect(addFeedAt(server.url('/feed'), context)).rejects.toMatchObject({ code: 'feed-known' });
    expect([
      await removeFeed(context.store, server.url('/feed')),
      await removeFeed(context.store, 'https://x.example'),
    ]).toEqual([true, false]);
    expect([await listFeeds(context.store), titles()]).toEqual([[], ['Bridge closed']]);
  });

  it('that is none is not added', async () => {
    server.put('/feed', 'Hello');
    await expect(addFeedAt(server.url('/feed'), context)).rejects.toMatchObject({ code: 'feed-unreadable' });
    server.put('/page', newsPage());
    await expect(addFeedAt(server.url('/page'), context)).rejects.toMatchObject({ code: 'feed-none' });
    expect(await listFeeds(context.store)).toEqual([]);
  });

  it('has old items at first sight, which are no news of today', async () => {
    server.put('/feed', rss([bridge]));
    await add();
    server.put('/feed', rss([bridge, { ...apples, date: 'Tue, 12 Mar 2024 09:30:00 GMT' }]));
    await pollAgain();
    const added = Object.fromEntries(context.archive.articles().map(({ title, added }) => [title, added]));
    expect(added).toEqual({ 'Bridge closed': '2024-03-12', Apples: '2024-03-12T10:00:00.000Z' });
  });

  it('gives each item once, whatever becomes of its date; a changed text is a correction', async () => {
    server.put('/feed', rss([bridge]));
    await add();
    server.put('/feed', rss([{ ...bridge, date: 'Tue, 12 Mar 2024 09:00:00 GMT' }]));
    expect(kinds(await pollAgain())).toEqual([]);
    server.put('/feed', rss([{ ...bridge, text: LONG.map((line) => line.replace('12,000', '21,000')) }]));
    expect(kinds(await pollAgain())).toEqual(['corrected']);
    expect(titles()).toEqual(['Bridge closed']);
  });
});

describe('an item in another language', () => {
  const pont: Item = {
    path: '/pont',
    title: 'Pont',
    text: [...FRENCH_REPORT, ...FRENCH_REPORT.toReversed()],
  };

  it('is kept out, and not looked at again', async () => {
    server.put('/pont', newsPage({ title: 'Pont', paragraphs: FRENCH_REPORT }));
    server.put('/feed', rss([pont, bridge]));
    expect(kinds(await add())).toEqual(['added', 'article-language']);
    server.put('/feed', rss([pont, bridge, apples]));
    expect(kinds(await pollAgain())).toEqual(['added']);
  });

  it('is kept out though its teaser is too short to tell', async () => {
    server.put('/pont', newsPage({ title: 'Pont', paragraphs: FRENCH_REPORT }));
    server.put('/feed', rss([{ path: '/pont', title: 'Pont', text: ['Taxi, hotel, bus, ski. '.repeat(6)] }]));
    expect(kinds(await add())).toEqual(['article-language']);
    expect(titles()).toEqual([]);
  });

  it('is told to the operator', async () => {
    server.put('/pont', newsPage({ title: 'Pont', paragraphs: FRENCH_REPORT }));
    server.put('/feed', rss([bridge]));
    await add();
    server.put('/feed', rss([pont, bridge]));
    context.time += HOUR;
    const lines: string[] = [];
    const log = { info: (line: string) => lines.push(line), warn: (line: string) => lines.push(line) };
    await new FeedPoller(context, log).pollDue();
    expect(lines).toEqual(['Port News: 1 kept out, not in English (OTHER_LANGUAGES)']);
  });
});

describe('the digest of the next morning', () => {
  it('tells what came in since, and nothing that was old at first sight', async () => {
    const yesterday = 'Mon, 11 Mar 2024 21:00:00 GMT';
    server.put('/feed', rss([{ ...bridge, date: yesterday }]));
    await add();
    const news = { ...apples, date: 'Tue, 12 Mar 2024 09:30:00 GMT' };
    server.put('/feed', rss([{ ...bridge, date: yesterday }, news]));
    await pollAgain();
    const period = periodBetween(new Date('2024-03-12T08:00:00Z'), new Date('2024-03-13T08:00:00Z'), 'UTC');
    const { stories } = await composeDigest(context.archive, period);
    expect(stories.map(({ headline }) => headline)).toEqual(['Apples']);
  });
});

describe('the pages of a feed', () => {
  const teaser: Item = { path: '/bridge', title: 'Bridge closed', text: [REPORT[0] ?? ''] };

  it('are read where the feed gives only a teaser, with pauses between them', async () => {
    server.put('/bridge', newsPage());
    server.put('/apples', newsPage({ title: 'Apples', paragraphs: OTHER_REPORT }));
    server.put('/feed', rss([teaser, { path: '/apples', title: 'Apples' }]));
    expect(kinds(await add())).toEqual(['added', 'added']);
    expect(
      context.archive
        .articles()
        .map(({ sentenceCount }) => sentenceCount)
        .sort(),
    ).toEqual([3, 4]);
    expect(context.pauses).toEqual([1000]);
  });

  it('are not read again for another feed that holds them', async () => {
    server.put('/bridge', newsPage());
    server.put('/feed', rss([teaser]));
    await add();
    server.put('/other', rss([teaser]).replace('Port News', 'Port Politics'));
    await pollFeed(await addFeedAt(server.url('/other'), context), context);
    expect(server.asked('/bridge')).toHaveLength(1);
    expect(titles()).toEqual(['Harbour bridge closed for repairs']);
  });

  it('are left where robots.txt says so; the teaser stands for them', async () => {
    server.put('/robots.txt', 'User-agent: *\nDisallow: /\n');
    server.put('/bridge', newsPage());
    server.put('/feed', rss([teaser]));
    expect(kinds(await add())).toEqual(['added']);
    expect(server.asked('/bridge')).toEqual([]);
    expect(context.archive.articles()).toMatchObject([{ title: 'Bridge closed', sentenceCount: 1 }]);
  });

  it('are tried again when they fail, a few times', async () => {
    server.put('/bridge', (_, response) => response.writeHead(503).end());
    server.put('/feed', rss([teaser]));
    expect(kinds(await add())).toEqual([]);
    for (let poll = 0; poll < 6; poll++) await pollAgain();
    expect(server.asked('/bridge')).toHaveLength(5);
    expect(titles()).toEqual(['Bridge closed']);
  });

  it('that are left come the next time, though the feed has not changed', async () => {
    server.put('/bridge', (_, response) => response.writeHead(503).end());
    server.put('/feed', (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"v1"';
      response.writeHead(isKnown ? 304 : 200, { etag: '"v1"' }).end(isKnown ? undefined : rss([teaser]));
    });
    expect(kinds(await add())).toEqual([]);
    server.put('/bridge', newsPage());
    expect(kinds(await pollAgain())).toEqual(['added']);
    expect(context.archive.articles()).toMatchObject([{ sentenceCount: 4, added: '2024-03-12' }]);
    await pollAgain();
    await pollAgain();
    expect(server.asked('/feed').at(-1)?.headers['if-none-match']).toBe('"v1"');
  });

  it('decide what a feed of another site says of them', async () => {
    const forged = { ...bridge, text: LONG.map((line) => `Forged: ${line}`) };
    server.put('/bridge', newsPage());
    server.put('/feed', rss([forged], 'famous.example'));
    expect(kinds(await add())).toEqual(['added']);
    const [summary] = context.archive.articles();
    const article = await context.archive.article(summary?.id ?? '');
    expect(article?.paragraphs[0]?.text).toBe(REPORT[0]);
  });
});

describe('polling politely', () => {
  it('asks whether anything changed', async () => {
    server.put('/feed', (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"v1"';
      response.writeHead(isKnown ? 304 : 200, {
        etag: '"v1"',
        'last-modified': 'Mon, 11 Mar 2024 10:00:00 GMT',
      });
      response.end(isKnown ? undefined : rss([bridge]));
    });
    await add();
    expect(kinds(await pollAgain())).toEqual([]);
    await pollAgain();
    expect(server.asked('/feed').at(-1)?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Mon, 11 Mar 2024 10:00:00 GMT',
    });
  });

  it('waits as long as the feed, its server and its failures say', async () => {
    const waits: number[] = [];
    const poll = async (work: Promise<unknown>) => {
      await work;
      const [feed] = await listFeeds(context.store);
      waits.push(((feed?.nextPoll ?? 0) - context.time) / 60_000);
    };
    server.put('/feed', rss([bridge]).replace('<title>', '<ttl>120</ttl><title>'));
    await poll(add());
    server.put('/feed', (_, response) => response.writeHead(503).end());
    await poll(pollAgain());
    await poll(pollAgain());
    server.put('/feed', (_, response) => response.writeHead(429, { 'retry-after': String(20 * 3600) }).end());
    await poll(pollAgain());
    server.put('/feed', rss([bridge]));
    await poll(pollAgain());
    expect(waits).toEqual([120, 240, 480, 1200, 30]);
  });

  it('remembers what the feed wishes while it does not change', async () => {
    const feed = rss([bridge]).replace('<title>', '<ttl>120</ttl><title>');
    server.put('/feed', (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"v1"';
      response.writeHead(isKnown ? 304 : 200, { etag: '"v1"' }).end(isKnown ? undefined : feed);
    });
    await add();
    await pollAgain(3);
    expect((await listFeeds(context.store))[0]?.nextPoll).toBe(context.time + 2 * HOUR);
  });

  it('polls what is due, and nothing else; of two processes, one', async () => {
    server.put('/feed', rss([bridge]));
    await add();
    const asked = () => server.asked('/feed').length;
    const poller = new FeedPoller(context, { info: () => {}, warn: () => {} });
    const before = asked();
    await poller.pollDue();
    expect(asked() - before).toBe(0);
    context.time += HOUR;
    await Promise.all([
      poller.pollDue(),
      new FeedPoller(context, { info: () => {}, warn: () => {} }).pollDue(),
    ]);
    expect(asked() - before).toBe(1);
  });

  it('leaves when it is told to, and the rest comes the next time', async () => {
    const pages = ['/1', '/2', '/3'];
    for (const path of pages)
      server.put(path, newsPage({ title: path, paragraphs: REPORT.map((line) => `${path} ${line}`) }));
    server.put('/feed', rss(pages.map((path) => ({ path, title: path }))));
    await addFeedAt(server.url('/feed'), context);
    const leaving = new AbortController();
    const pause = () => {
      leaving.abort();
      return Promise.reject(new Error('leaving'));
    };
    const lines: string[] = [];
    const log = { info: () => {}, warn: (line: string) => lines.push(line) };
    const { ingester, store, random } = context;
    context.time += HOUR;
    await new FeedPoller({ ingester, store, random, pause }, log).run(leaving.signal);
    expect([context.archive.articleCount, lines]).toEqual([1, []]);
    context.time += HOUR;
    await new FeedPoller(context, log).pollDue();
    expect(titles().sort()).toEqual(pages);
  });

  it('reports a feed that fails for days, once a day, and never drops it', async () => {
    const lines: string[] = [];
    const poller = new FeedPoller(context, { info: () => {}, warn: (line) => lines.push(line) });
    server.put('/feed', rss([bridge]));
    await add();
    server.put('/feed', (_, response) => response.writeHead(410).end());
    for (let hour = 0; hour < 5 * 24; hour++) {
      context.time += HOUR;
      await poller.pollDue();
    }
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^The feed Port News has failed for 2 days: .*answers 410\./);
    context.time += DAY;
    server.put('/feed', rss([bridge, apples]));
    await poller.pollDue();
    expect(titles()).toHaveLength(2);
  });
});

describe('a feed that was read by half when the process was killed', () => {
  it('goes on where it was, and its items are still old', async () => {
    server.put('/feed', rss([bridge]));
    const feed = await addFeedAt(server.url('/feed'), context);
    // Killed right after the article was written, before anything was noted of it.
    await context.ingester.ingest({
      metadata: {
        title: 'Bridge closed',
        publisher: 'Port News',
        url: server.url('/bridge'),
        published: '2024-03-11T10:00:00Z',
      },
      blocks: LONG.map((text) => ({ text, kind: 'text' })),
    });
    expect(kinds(await pollFeed(feed, context))).toEqual(['known']);
    expect(titles()).toEqual(['Bridge closed']);
  });
});
