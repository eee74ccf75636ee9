import { describe, expect, it } from 'vitest';
import { composeArticle } from '../../src/articles/compose.js';
import { readHtml } from '../../src/articles/html.js';
import { readArticle } from '../../src/articles/read-article.js';

const STORY = `
  <p>The old bridge across the&nbsp;river reopened on <a href="/t">Tuesday</a>, three weeks after the flood that killed <b>12</b> people, the mayor said.</p>
  <p>Engineers had checked every pillar, she said, and two of them were <em>rebuilt</em>. The work cost about 3.4 million euros, less than planned.</p>
  <h2>What comes next</h2>
  <ul><li>The town will pay a third of the sum, the region the rest, according to the council.</li><li>A second bridge, planned since 2019, is due in 2027.</li></ul>
  <blockquote class="twitter-tweet"><p>Proud of our engineers!</p>&mdash; Mayor (@mayor) <a href="#">March 5, 2024</a></blockquote>
  <figure><img src="a.jpg" alt="a bridge"><figcaption>The bridge on Monday, shortly before it reopened to the public</figcaption></figure>
  <blockquote><p>“We will never forget the twelve,” the mayor told a crowd of several hundred people who had come to the river.</p></blockquote>
  <p>Shops on the southern bank had lost half of their customers while the bridge was closed, they said.<br><br>They hope for a better spring.</p>`;

function page(head: string, story = STORY): string {
  return `<!doctype html><html><head><title>Bridge reopens - The Valley Post</title>${head}</head><body>
    <nav><a href="/">Home</a><a href="/sports">Sports</a></nav><script>document.body.innerHTML = '<p>evil</p>'</script>
    <article><h1>Bridge reopens after flood</h1>${story}</article><footer>© 2024 The Valley Post</footer></body></html>`;
}

const JSON_LD = `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Bridge reopens after flood","datePublished":"2024-03-05T08:30:00+0100","publisher":{"@type":"Organization","name":"The Valley Post"}}</script>`;
const OPEN_GRAPH = `<meta property="og:title" content="Bridge reopens after flood"><meta property="og:site_name" content="The Valley Post"><meta property="article:published_time" content="2024-03-05">`;

describe('a web page', () => {
  const article = composeArticle(readHtml(page(JSON_LD)), { id: 'bridge', file: 'bridge.html' });

  it('gives its story, in order, without what stands around it', () => {
    expect(article.paragraphs.map(({ text }) => text)).toEqual([
      'The old bridge across the river reopened on Tuesday, three weeks after the flood that killed 12 people, the mayor said.',
      'Engineers had checked every pillar, she said, and two of them were rebuilt. The work cost about 3.4 million euros, less than planned.',
      'What comes next',
      'The town will pay a third of the sum, the region the rest, according to the council.',
      'A second bridge, planned since 2019, is due in 2027.',
      'Proud of our engineers! — Mayor (@mayor) March 5, 2024',
      '“We will never forget the twelve,” the mayor told a crowd of several hundred people who had come to the river.',
      'Shops on the southern bank had lost half of their customers while the bridge was closed, they said.',
      'They hope for a better spring.',
    ]);
  });

  it('tells headings and embedded posts from its running text', () => {
    const kinds = article.paragraphs.flatMap(({ text, kind }) => (kind ? [`${kind}: ${text}`] : []));
    expect(kinds).toEqual([
      'heading: What comes next',
      'post: Proud of our engineers! — Mayor (@mayor) March 5, 2024',
    ]);
  });

  it('keeps what it leaves out: headlines, captions', () => {
    expect(article.removed).toEqual([
      { text: 'Bridge reopens after flood', reason: 'headline' },
      { text: 'The bridge on Monday, shortly before it reopened to the public', reason: 'caption' },
    ]);
  });

  it.each([
    ['JSON-LD', JSON_LD, '2024-03-05T08:30:00+01:00'],
    ['Open Graph', OPEN_GRAPH, '2024-03-05'],
  ])('takes title, publisher and date from %s', (_, head, published) => {
    expect(readHtml(page(head)).metadata).toMatchObject({
      title: 'Bridge reopens after flood',
      publisher: 'The Valley Post',
      published,
    });
  });

  it('takes the date from a time element where nothing else says it', () => {
    expect(
      readHtml(page('', `<time datetime="2024-03-05T07:00:00">Tuesday</time>${STORY}`)).metadata.published,
    ).toBe('2024-03-05');
  });

  it.each(['2024-02-30', '2024-02-30T08:00:00Z', 'September 31, 2024'])(
    'has no date where it says %s',
    (written) => {
      expect(readHtml(page(`<meta name="date" content="${written}">`)).metadata.published).toBeNull();
    },
  );

  it('takes a date written in words for the day that it says', () => {
    expect(readHtml(page('<meta name="date" content="March 5, 2024">')).metadata.published).toBe(
      '2024-03-05',
    );
  });

  it('knows its address from itself before it knows it from who fetched it', () => {
    const canonical = '<link rel="canonical" href="https://post.example/bridge">';
    expect(readHtml(page(canonical), 'https://post.example/bridge?from=feed').metadata.url).toBe(
      'https://post.example/bridge',
    );
    expect(readHtml(page(''), 'https://post.example/b').metadata.url).toBe('https://post.example/b');
    expect(readHtml(page('<link rel="canonical" href="javascript:alert(1)">')).metadata.url).toBeNull();
  });

  it('may be a piece of one, in another encoding that it names', () => {
    const bytes = Buffer.from(
      '<meta charset="windows-1252"><p>Un caf\xe9 au lait.</p><p>Et un th\xe9.</p>',
      'latin1',
    );
    expect(readArticle('a.html', bytes).paragraphs.map(({ text }) => text)).toEqual([
      'Un café au lait.',
      'Et un thé.',
    ]);
  });
});
