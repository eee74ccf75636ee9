import fc from 'fast-check';
import { Headers } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchPage } from '../../../src/ingest/web/page.js';
import { readPage } from '../../../src/ingest/web/read-page.js';
import { Robots } from '../../../src/ingest/web/robots.js';
import type { Web } from '../../../src/ingest/web/web.js';
import { UserError } from '../../../src/user-error.js';
import { OTHER_REPORT, REPORT } from '../fixtures.js';
import { DETAILS, newsPage } from '../pages.js';
import { loopbackWeb, WebServer } from '../web-server.js';

let server: WebServer;
let web: Web;

beforeEach(async () => {
  server = await WebServer.start({});
  web = loopbackWeb();
});
afterEach(async () => {
  await web.close();
  await server.stop();
});

function fetched(path: string, html?: string) {
  if (html !== undefined) server.put(path, html);
  return fetchPage(web, new Robots(web, 'Clippings'), server.url(path));
}

describe('the page of an article', () => {
  it('gives its text and all that it says of itself', async () => {
    const head = `${DETAILS}<link rel="canonical" href="${server.url('/bridge')}">`;
    const { metadata, blocks } = await fetched('/bridge?utm_source=x', newsPage({ head }));
    expect(metadata).toMatchObject({
      title: 'Harbour bridge closed for repairs',
      publisher: 'The Port Gazette',
      url: server.url('/bridge'),
      published: '2024-03-11T08:00:00+01:00',
      authors: ['Ann Smith'],
    });
    expect(blocks.filter(({ kind }) => kind === 'text').map(({ text }) => text)).toEqual(REPORT);
  });

  it('does not speak for another site', async () => {
    const head = '<link rel="canonical" href="https://famous.example/story">';
    expect((await fetched('/bridge', newsPage({ head }))).metadata.url).toBe(server.url('/bridge'));
  });

  it('is read in its own encoding', async () => {
    const html = newsPage({ paragraphs: [...REPORT, 'The café is open.'] });
    server.put('/latin', (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
        .end(Buffer.from(html, 'latin1')),
    );
    expect((await fetched('/latin')).blocks.at(-1)?.text).toBe('The café is open.');
  });
});

describe('what is refused, with the reason', () => {
  const teaser = REPORT.slice(0, 1);
  const list = Array.from(
    { length: 12 },
    (_, number) =>
      `<h2><a href="/${number}">A headline about event number ${number} in the town</a></h2><p>Short.</p>`,
  ).join('');

  it.each([
    [
      'a paywall',
      newsPage({ paragraphs: teaser, after: '<p>Subscribe to continue reading this story.</p>' }),
      /subscription/,
    ],
    [
      'a paywall in JSON-LD',
      newsPage({
        paragraphs: teaser,
        head: '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>',
      }),
      /subscription/,
    ],
    [
      'a cookie wall',
      '<html><body><h1>We value your privacy</h1><p>We and our 812 partners use cookies to store information on your device.</p><button>Accept all cookies</button></body></html>',
      /cookies/,
    ],
    [
      'a cookie wall with much small print',
      `<html><body><main><p>${'We store cookies on your device for these purposes. '.repeat(60)}</p></main></body></html>`,
      /cookies/,
    ],
    [
      'a check for robots',
      '<html><body><h1>Just a moment</h1><p>Checking your browser. Please enable JavaScript to go on.</p></body></html>',
      /person/,
    ],
    ['a list of articles', `<html><body><main>${list}</main></body></html>`, /list/],
    ['a page without an article', '<html><body><p>Welcome.</p></body></html>', /no article/],
    [
      'a text without end',
      `<html><body>${'<p>The town opened its new bridge on Sunday, and the mayor spoke for an hour.</p>'.repeat(3_000)}</body></html>`,
      /longer than 200000 characters/,
    ],
    ['elements without end', `<html><body>${'<b>'.repeat(20_000)}</body></html>`, /levels deep/],
  ])('%s', async (_, html, reason) => {
    await expect(fetched('/page', html)).rejects.toThrow(reason);
  });

  it.each([
    ['what is not found', 404, 'text/html', 'page-denied'],
    ['what fails for now', 503, 'text/html', 'page-status'],
    ['what is no page', 200, 'application/pdf', 'page-kind'],
    ['a feed', 200, 'application/rss+xml', 'page-feed'],
  ])('%s', async (_, status, type, code) => {
    server.put('/page', (_request, response) =>
      response.writeHead(status, { 'content-type': type }).end('x'),
    );
    await expect(fetched('/page')).rejects.toMatchObject({ code });
  });

  it('what robots.txt keeps to people', async () => {
    server.put('/robots.txt', 'User-agent: Clippings\nDisallow: /private/\n\nUser-agent: *\nDisallow: /\n');
    await expect(fetched('/private/page', newsPage())).rejects.toMatchObject({ code: 'page-robots' });
    expect(server.asked('/private/page')).toEqual([]);
    expect((await fetched('/page', newsPage())).blocks).not.toEqual([]);
  });

  it('everything, where robots.txt has more rules than anybody can check', async () => {
    server.put('/robots.txt', `User-agent: *\n${'Disallow: /*a*a*a*a*b$\n'.repeat(3_000)}`);
    await expect(fetched('/page', newsPage())).rejects.toMatchObject({ code: 'page-robots' });
  });

  it('everything, where the site cannot say what robots may read', async () => {
    server.put('/robots.txt', (_, response) => response.writeHead(500).end());
    await expect(fetched('/page', newsPage())).rejects.toMatchObject({ code: 'page-robots' });
  });
});

describe('what is no reason to refuse a page', () => {
  const script = `<script>${'var cookie = "cookies"; '.repeat(20)}</script>`;
  it.each([
    ['a login link in the header', '<header>Already a subscriber? Log in to continue reading</header>'],
    ['cookies in a script', script],
    ['a hidden wall', '<div hidden>Subscribe to continue reading this story.</div>'],
    ['a check for robots in a form', '<form>I am not a robot. Complete the captcha.</form>'],
  ])('%s', async (_, furniture) => {
    const html = `<html><head><title>Bridge closed</title></head><body>${furniture}<main>${REPORT.map((text) => `<p>${text}</p>`).join('')}</main></body></html>`;
    expect((await fetched('/short', html)).blocks.map(({ text }) => text)).toEqual(REPORT);
  });

  it('many links beside a short story, which may be a list', async () => {
    const links = Array.from(
      { length: 60 },
      (_, number) => `<li><a href="/${number}">Event ${number}</a></li>`,
    );
    const html = `<html><body><ul>${links.join('')}</ul><div><p>${REPORT.slice(0, 3).join('</p><p>')}</p></div></body></html>`;
    const { blocks, notes } = await fetched('/short', html);
    expect(blocks.map(({ text }) => text)).toEqual(REPORT.slice(0, 3));
    expect(notes?.join()).toMatch(/may be a list/);
  });

  it('a text without spaces, which is not short for that', async () => {
    const text =
      '大桥于周一关闭，因为工程师在二十四根缆绳中的两根上发现了裂缝。市议会表示，每天约有一万二千名司机使用这座桥。';
    expect((await fetched('/zh', newsPage({ paragraphs: [text] }))).blocks.at(-1)?.text).toBe(text);
  });
});

describe('a page that may hold only a part of its article', () => {
  it('is taken, and the doubt is said', async () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';
    const paragraphs = [...REPORT, ...OTHER_REPORT];
    expect((await fetched('/part', newsPage({ head, paragraphs }))).notes).toEqual([
      expect.stringMatching(/\/part: the rest may need a subscription\.$/),
    ]);
  });
});

describe('a page that says little of itself', () => {
  it('is read when it holds an article, whatever stands around it', async () => {
    const html = `<html><head><title>Bridge closed</title></head><body><main>${REPORT.map((text) => `<p>${text}</p>`).join('')}</main>
      <footer><a href="/cookies">Cookie settings</a> <a href="/js">Subscribe</a></footer></body></html>`;
    expect((await fetched('/plain', html)).metadata).toMatchObject({
      title: 'Bridge closed',
      publisher: 'news.example',
    });
  });
});

describe('any page', () => {
  const bits = fc.constantFrom(
    '<p>',
    '</p>',
    '<div>',
    '<a href="x">',
    '</a>',
    '<article>',
    '<script>',
    '<!--',
    '&#0;',
    '<svg>',
    '<table><tr>',
    '<base href="//x">',
    '<html>',
    '<body>',
    '"',
    ...REPORT,
  );
  const html = fc.array(fc.oneof(bits, fc.string()), { maxLength: 40 }).map((parts) => parts.join(' '));

  it('is read or refused', () => {
    fc.assert(
      fc.property(html, (body) => {
        const resource = {
          address: new URL('https://news.example/page'),
          status: 200,
          headers: new Headers({ 'content-type': 'text/html' }),
          body: new TextEncoder().encode(body),
        };
        try {
          expect(readPage(resource).metadata.url).toMatch(/^https:\/\/news\.example\//);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('robots.txt', () => {
  it('is asked for once a day', async () => {
    server.put('/robots.txt', 'User-agent: *\nCrawl-delay: 7\n');
    let time = 0;
    const robots = new Robots(web, 'Clippings', () => time);
    const address = new URL(server.url('/page'));
    for (const hours of [0, 1, 23, 25]) {
      time = hours * 3_600_000;
      expect([await robots.allows(address), await robots.delay(address)]).toEqual([true, 7]);
    }
    expect(server.asked('/robots.txt')).toHaveLength(2);
  });
});
