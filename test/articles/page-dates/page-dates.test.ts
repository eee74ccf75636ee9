import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../src/articles/page/parse-page.js';
import { pageDates } from '../../../src/articles/page-dates/page-dates.js';

const ADDRESS = 'https://gazette.example/bridge-closed';
const STORY = '<p>The harbour bridge was closed after engineers found cracks, the city council said.</p>';

function dates(inside: string, { head = '', lang = 'en', address = ADDRESS as string | null } = {}) {
  const title = '<title>Harbour bridge closed | Gazette</title>';
  return pageDates(
    parsePage(`<html lang="${lang}"><head>${title}${head}</head><body>${inside}</body></html>`),
    address,
  );
}

function published(...page: Parameters<typeof dates>): string | null {
  return dates(...page).published;
}

function jsonLd(json: string): string {
  return `<script type="application/ld+json">${json}</script>`;
}

const HEADLINE = '<h1>Harbour bridge closed</h1>';

describe('the day of publication is the one', () => {
  it.each([
    ['that JSON-LD states', jsonLd('{"@type":"NewsArticle","datePublished":"2024-03-11T08:00:00+01:00"}')],
    [
      'of the article in a graph',
      jsonLd(
        '{"@graph":[{"@type":"WebSite"},{"@type":["Report"],"datePublished":"2024-03-11T08:00:00+01:00"}]}',
      ),
    ],
    ['of a page of any type', jsonLd('{"@type":"WebPage","datePublished":"2024-03-11T08:00:00+01:00"}')],
    [
      'in JSON-LD that nobody can parse',
      jsonLd('{"headline":"The "bridge"","datePublished":"2024-03-11T08:00:00+01:00"}'),
    ],
    ['of a meta element', '<meta property="article:published_time" content="2024-03-11T08:00:00+01:00">'],
    ['of a meta element of libraries', '<meta name="DC.date.issued" content="2024-03-11T08:00:00+01:00">'],
  ])('%s', (_, head) => {
    expect(published(HEADLINE + STORY, { head })).toBe('2024-03-11T08:00:00+01:00');
  });

  it.each([
    'https://gazette.example/2018/06/28/bridge',
    'https://gazette.example/news/2018-06-28-bridge.html',
    'https://gazette.example/world/2018/jun/28/bridge',
    'https://gazette.example/20180628/bridge',
  ])('in the address %s', (address) => {
    expect(published(HEADLINE + STORY, { address })).toBe('2018-06-28');
  });

  it.each([
    [
      'time of the article',
      '<article><h1>Harbour bridge closed</h1><time datetime="2024-03-11">Monday</time></article>',
    ],
    ['line below the headline', `${HEADLINE}<p>By Ann Smith, March 11, 2024</p>`],
    ['line above the headline', `<p class="date">11 March 2024, 3:51 pm</p>${HEADLINE}`],
    ['line in another language', `${HEADLINE}<div>Von Ann Schmidt am 11. März 2024</div>`],
    ['line in Cyrillic', `${HEADLINE}<p class="date">11 марта 2024, 13:43</p>`],
    ['beginning of the story', `${HEADLINE}<p>11.3.2024 – ${'The bridge was closed. '.repeat(12)}</p>`],
    ['parts', `${HEADLINE}<p class="date">Mar<span>11</span>2024</p>`],
  ])('that is shown: %s', (_, inside) => {
    expect(published(inside + STORY)?.slice(0, 10)).toBe('2024-03-11');
  });

  it('of the article, not of a teaser, a comment or the copyright', () => {
    const others =
      '<aside><time datetime="2019-01-01">1 Jan 2019</time></aside><div class="comments"><p>2 May 2024</p></div><footer>© 5 January 2010</footer>';
    expect(published(`${HEADLINE}<p>11 March 2024</p>${STORY}${others}`)).toBe('2024-03-11');
    expect(published(`${HEADLINE}${STORY}${others}`)).toBeNull();
  });

  it('that readers see, where a clock in Greenwich shows the next', () => {
    const head = '<meta property="article:published_time" content="2024-03-12T02:11:03+00:00">';
    expect(published(`${HEADLINE}<p class="date">March 11, 2024</p>`, { head })).toBe('2024-03-11');
  });

  it('that the source counts, whatever the offset', () => {
    const head = jsonLd('{"@type":"NewsArticle","datePublished":"2024-03-11T23:30:00-08:00"}');
    expect(published(HEADLINE, { head })).toBe('2024-03-11T23:30:00-08:00');
  });
});

describe('5/3/2024 is', () => {
  const line = `${HEADLINE}<p class="date">5/3/2024</p>${STORY}`;

  it.each([
    ['en-US', '2024-05-03'],
    ['en-GB', '2024-03-05'],
    ['fr', '2024-03-05'],
    ['en', null],
  ])('in %s: %s', (lang, day) => {
    expect(published(line, { lang })).toBe(day);
  });

  it('what another date on the page shows', () => {
    expect(published(`${line}<p>Until 28/3/2024</p>`)).toBe('2024-03-05');
    expect(published(`${line}<p>Until 3/28/2024</p>`)).toBe('2024-05-03');
  });

  it('what the country of the site writes', () => {
    expect(published(line, { address: 'https://gazette.example.uk/bridge' })).toBe('2024-03-05');
  });
});

describe('the day of a change', () => {
  it('does not become that of publication by being shown and stated twice', () => {
    const head =
      '<meta property="article:published_time" content="2024-03-11"><meta property="article:modified_time" content="2024-05-02"><meta itemprop="datePublished" content="2024-05-02">';
    expect(published(`${HEADLINE}<p>2 May 2024</p>${STORY}`, { head })).toBe('2024-03-11');
  });

  it('is not that of publication', () => {
    const head = jsonLd('{"@type":"NewsArticle","dateModified":"2024-03-15"}');
    expect(dates(HEADLINE + STORY, { head })).toEqual({ published: null, updated: '2024-03-15' });
    expect(dates(`${HEADLINE}<p>Published 11 March 2024</p><p>Updated 15 March 2024</p>`)).toEqual({
      published: '2024-03-11',
      updated: '2024-03-15',
    });
  });
});

it('finds no date on a page that has none', () => {
  expect(
    dates(HEADLINE + STORY, { head: jsonLd('{"@type":"NewsArticle","datePublished":"1970-01-01"}') }),
  ).toEqual({
    published: null,
    updated: null,
  });
});
