import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/articles/html.js';
import { htmlBlocks } from '../../src/articles/html-blocks.js';
import { refuseBeyondLimits } from '../../src/articles/page-limits.js';
import { readArticle } from '../../src/articles/read-article.js';

const MB = 1024 * 1024;
const names = (count: number) => Array.from({ length: count }, (_, at) => `a${at}`).join(' ');

describe('a page that no article can be', () => {
  it.each([
    ['elements without end', () => '<b>'.repeat(100_000), /nest more than 500 levels deep/],
    ['a megabyte of "<"', () => '<'.repeat(MB), /more than 50000 pieces/],
    ['a megabyte of entities', () => '&amp;'.repeat(MB / 5), /more than 50000 pieces/],
    ['a megabyte of comments', () => '<!---->'.repeat(MB / 7), /more than 50000 pieces/],
    ['eight megabytes of text', () => '‹'.repeat(8 * MB), /text is longer than 1000000 characters/],
    ['a tag of 300,000 attributes', () => `<p ${names(300_000)}>Hi</p>`, /more than 1000 attributes/],
    ['one attribute 300,000 times', () => `<p ${'a '.repeat(300_000)}>Hi</p>`, /more than 1000 attributes/],
    ['an attribute of a megabyte', () => `<p class="${'a '.repeat(MB / 2)}">Hi</p>`, /longer than 1000000/],
    ['a million elements', () => '<p>Hi</p>'.repeat(1_000_000), /more than 25000 elements/],
    [
      'much text far down',
      () => '<b>'.repeat(400) + 'Some words. '.repeat(MB / 24),
      /text stands too deeply/,
    ],
    ['many boxes in boxes', () => `${'<div>'.repeat(400)}Hi`, /elements nest too deeply/],
    [
      'text in many boxes',
      () => '<ul><li>The minister resigned on Monday, after a vote, and went home.'.repeat(115),
      /text stands too deeply/,
    ],
    [
      'many elements far down',
      () => '<b>'.repeat(400) + '<i>Hi</i>'.repeat(20_000),
      /elements nest too deeply/,
    ],
  ])('is refused with its reason: %s', (_, html, reason) => {
    expect(() => readHtml(html())).toThrow(RangeError);
    expect(() => readHtml(html())).toThrow(reason);
  });

  it('is refused in a file and in an item of a feed too', () => {
    expect(() => readArticle('a.html', Buffer.from('<'.repeat(MB)))).toThrow(
      'a.html cannot be read: its text is in more than 50000 pieces.',
    );
    expect(() => htmlBlocks('<div>'.repeat(1000))).toThrow(RangeError);
  });
});

describe('a page larger than those of newspapers', () => {
  const paragraph = '<p class="text">The <a href="/town">town</a> opened its bridge &amp; road.</p>';
  it.each([
    ['a long one', paragraph.repeat(10_000)],
    ['one with megabytes of scripts', `<script>${'let a = 1 < 2;\n'.repeat(MB / 3)}</script>${paragraph}`],
    [
      'one with a picture in its text',
      `<img src="data:image/png;base64,${'A'.repeat(600_000)}">${paragraph}`,
    ],
    ['one that leaves its elements open', `<font>${'<font size=2>'.repeat(300)}${paragraph.repeat(300)}`],
  ])('is within the limits: %s', (_, html) => {
    expect(() => refuseBeyondLimits(html)).not.toThrow();
  });

  it('is read without its JSON-LD when that has no end', () => {
    const thing = '{"@type":"NewsArticle","datePublished":"2020-01-05"}';
    const withThings = (count: number) =>
      `<script type="application/ld+json">[${`${thing},`.repeat(count)}${thing}]</script>${paragraph.repeat(9)}`;
    expect(readHtml(withThings(9)).metadata.published).toBe('2020-01-05');
    expect(readHtml(withThings(20_000)).metadata.published).toBeNull();
  });

  it('may have more children in one element than a call takes arguments', () => {
    const lines = htmlBlocks(`<p>The bridge.</p>${'<!-- -->\n'.repeat(24_000)}`);
    expect(lines.map(({ text }) => text)).toEqual(['The bridge.']);
  });
});
