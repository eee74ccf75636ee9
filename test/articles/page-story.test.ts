import { describe, expect, it } from 'vitest';
import { composeArticle } from '../../src/articles/compose.js';
import { readHtml } from '../../src/articles/html.js';

const FIRST =
  'The harbour bridge was closed on Monday after engineers found cracks in two of its 24 cables, the council said.';
const SECOND =
  'About 12,000 drivers use the bridge every day, and ferries will carry commuters for free until it is repaired.';
const THIRD =
  'Mayor Ines Calder said that safety came first and that nobody could yet tell how long the work would take.';
const LAST =
  'Shopkeepers near the bridge feared for their business, as most of their customers come from the other side.';
const STORY = [FIRST, SECOND, THIRD, LAST];
const LATER = [
  'The council has set aside 4.6 million for the work and will ask the ministry for two million more by summer.',
  'Engineers from three firms are to inspect every bolt and bearing, and to report back within six weeks at most.',
  'Schools on the north bank will open half an hour later than usual, so that pupils are not marked as late.',
  'Line 1 of the ferry leaves the north pier every ten minutes, and the last boat of the day sails at midnight.',
];

const p = (...texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');

function textsOf(html: string): string[] {
  return composeArticle(readHtml(html), { id: 'page', file: 'page.html' }).paragraphs.map(({ text }) => text);
}

const page = (story: string, head = '<title>Bridge closed</title>') =>
  `<!doctype html><html><head>${head}</head><body><nav><a href="/">Home</a></nav><main><article><h1>Bridge closed</h1>${story}</article></main></body></html>`;

describe('what belongs to a story', () => {
  it('is a paragraph that is a link as a whole', () => {
    const linked =
      'On Friday the council heard that three of the cables had been replaced only five years ago.';
    const story = `${p(FIRST, SECOND)}<div><p><a href="/old">${linked}</a></p></div>${p(THIRD, LAST)}`;
    expect(textsOf(page(story))).toEqual([FIRST, SECOND, linked, THIRD, LAST]);
  });

  it('is the introduction between the headline and the text', () => {
    const introduction = 'Thousands of commuters must find another way to work for at least six weeks.';
    const html = `<!doctype html><html><body><main><header><h1>Bridge closed</h1><p class="lead">${introduction}</p></header><div class="text">${p(...STORY, ...LATER)}</div></main></body></html>`;
    expect(textsOf(html)[0]).toBe(introduction);
  });

  it('is the lead that the head of the page repeats, whatever its box is called', () => {
    const lead = 'Thousands of commuters must find another way to work for at least six weeks.';
    const head = `<meta name="description" content="${lead.slice(0, 60)}…">`;
    const html = `<!doctype html><html><head>${head}</head><body><main><h1>Bridge closed</h1><div class="promo"><p>${lead}</p><a href="/x">Ten bridges</a></div><h4>Our topics</h4><div class="text">${p(...STORY, ...LATER)}</div></main></body></html>`;
    expect(textsOf(html)[0]).toBe(lead);
  });

  it('is what a script would put in its place, but no form that it fills in', () => {
    const template = (text: string) => `<script type='text/template'>${text}</script>`;
    const story = `${template(p(...STORY))}${template('<p>{{name}} wrote on {{day}}: {{text}}</p>')}`;
    expect(textsOf(`<!doctype html><html><body><div>${story}</div></body></html>`)).toEqual(STORY);
  });

  it('is the question of an interview that is set as a heading', () => {
    const question = 'How long will the bridge be closed?';
    expect(textsOf(page(`${p(FIRST, SECOND)}<h3>${question}</h3>${p(THIRD, LAST)}`))).toContain(question);
  });

  it('is every box that holds a good part of it', () => {
    const html = `<!doctype html><html><body><div><div class="a">${p(FIRST, SECOND, THIRD)}</div><div class="promo"><a href="/x">Ten bridges you must see</a></div><div class="b">${p(...LATER)}</div></div></body></html>`;
    expect(textsOf(html)).toEqual([FIRST, SECOND, THIRD, ...LATER]);
  });

  it('stands outside what a browser would move into the body as well', () => {
    const html = `<!doctype html><meta name="a" content="b"><html><head><title>Bridge closed</title></head><script>x()</script><body><article>${p(...STORY)}</article></body></html>`;
    expect(textsOf(html)).toEqual(STORY);
  });
});

describe('what does not belong to it', () => {
  it.each([
    [
      'a box of related links',
      '<div class="box"><a href="/1">Ten bridges you must see</a> <a href="/2">Why cables crack</a></div>',
    ],
    ['a heading that is a link', '<h3><a href="/1">Ten bridges you must see before you die</a></h3>'],
    ['a line that is a link and no sentence', '<p><a href="/1">Ten bridges you must see</a></p>'],
    [
      'comments',
      `<div id="comments"><p>${'I never liked that bridge, and neither did my aunt. '.repeat(3)}</p></div>`,
    ],
  ])('%s', (_, furniture) => {
    expect(textsOf(page(`${p(FIRST, SECOND)}${furniture}${p(THIRD, LAST)}`))).toEqual(STORY);
  });

  it.each(['Related articles', 'About the author', 'Comments (12)', 'Ähnliche Beiträge'])(
    'what stands under “%s” at its end',
    (heading) => {
      const tail = `<h3>${heading}</h3><p>Ann Smith writes about bridges and rivers.</p>`;
      expect(textsOf(page(p(...STORY) + tail))).toEqual(STORY);
    },
  );
});

describe('a table', () => {
  const cells = (...texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`;

  it('is kept row by row', () => {
    const table = `<table>${cells('Home', 'Score', 'Away')}${cells('Northtown', '3-1', 'Southport')}</table>`;
    const { paragraphs } = composeArticle(readHtml(page(p(FIRST, SECOND) + table + p(THIRD, LAST))), {
      id: 'page',
      file: 'page.html',
    });
    expect(paragraphs.slice(2, 5)).toEqual([
      { text: '| Home | Score | Away |', afterBreak: true, kind: 'row' },
      { text: '| Northtown | 3-1 | Southport |', afterBreak: true, kind: 'row' },
      { text: THIRD, afterBreak: true },
    ]);
  });

  it('that only places text on the page is no table', () => {
    const html = `<!doctype html><html><body><table><tr><td>Menu</td><td>${p(...STORY)}</td></tr></table></body></html>`;
    expect(textsOf(html).slice(-4)).toEqual(STORY);
  });
});

describe('the title of a page', () => {
  const titleOf = (title: string, headline = 'Menu', head = '') =>
    readHtml(
      `<!doctype html><html><head><title>${title}</title>${head}</head><body><h1>${headline}</h1>${p(...STORY)}</body></html>`,
      'https://www.portgazette.example/bridge',
    ).metadata.title;

  it.each([
    'Bridge closed for repairs | Port Gazette',
    'Bridge closed for repairs - portgazette.example',
    'Bridge closed for repairs (Port Gazette)',
  ])('is without the name of the site: %s', (title) => {
    expect(titleOf(title, 'Menu', '<meta property="og:site_name" content="Port Gazette">')).toBe(
      'Bridge closed for repairs',
    );
  });

  it('is the headline where it is alike', () => {
    expect(titleOf('Bridge closed - News', 'Harbour bridge closed for repairs')).toBe(
      'Harbour bridge closed for repairs',
    );
  });

  it('is the only headline, where the head says it in other words', () => {
    expect(titleOf('All that commuters need to know', 'Harbour bridge closed for repairs')).toBe(
      'Harbour bridge closed for repairs',
    );
  });

  it('is a headline of the second level, where the first names the section', () => {
    const headlines = 'Sports</h1><h1>Weather</h1><h2>Ferries</h2><h2>Bridge closed for repairs</h2><h1>';
    expect(titleOf('Bridge closed for repairs - Traffic in the town', headlines)).toBe(
      'Bridge closed for repairs',
    );
  });

  it('is the headline with what a colon joins to it', () => {
    const head = '<meta property="og:title" content="Bridge closed for repairs">';
    const headline = 'Harbour of the north: Bridge closed for repairs';
    expect(titleOf('Bridge closed for repairs', headline, head)).toBe(headline);
  });

  it('is without words that are not shown', () => {
    const hidden = '<span class="element-invisible"> of the harbour</span>';
    expect(titleOf('Bridge closed for repairs', `Bridge closed for repairs${hidden}`)).toBe(
      'Bridge closed for repairs',
    );
  });

  it('is without the kicker in the headline', () => {
    expect(
      titleOf('Bridge closed for repairs', '<span class="kicker">Traffic</span> Bridge closed for repairs'),
    ).toBe('Bridge closed for repairs');
  });
});
