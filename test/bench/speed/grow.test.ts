import { describe, expect, it } from 'vitest';
import { growArchive } from '../../../bench/speed/grow.js';
import { archiveArticle } from '../../../src/archive/archive-article.js';
import type { ArchivedArticle } from '../../../src/archive/passage.js';
import { passageText, splitPassages } from '../../../src/archive/passages.js';
import { readArticle } from '../../../src/articles/read-article.js';
import { indexTerms } from '../../../src/text/analyser.js';

/** A name that no other article has. */
const nameOf = (at: number) =>
  `Br${'aeiou'[at % 5]}nd${'klmnprst'[at % 8]}${'aeioubcdfg'[Math.floor(at / 40)]}x`;

/** Articles of several passages: the same words in all of them, and a name of their own in each sentence. */
const articles: readonly ArchivedArticle[] = Array.from({ length: 300 }, (_, at) => {
  const sentences = [
    'budget',
    'bridge',
    'harbour',
    'railway',
    'hospital',
    'library',
    'school',
    'stadium',
  ].map(
    (subject) =>
      `The council of ${nameOf(at)} met on Monday evening and talked for several hours about the ${subject}, which many people in the town had asked for, as the mayor told reporters afterwards.`,
  );
  const text = `---\ntitle: The council of ${nameOf(at)}\n---\n\n${sentences.join(' ')}\n`;
  return archiveArticle(readArticle(`article-${at}.md`, Buffer.from(text)));
});
const passagesIn = (collection: readonly ArchivedArticle[]) =>
  collection.flatMap((article) => splitPassages(article).map((passage) => passageText(article, passage)));
const own = passagesIn(articles);

describe('a grown archive', () => {
  const grown = [...growArchive(articles, 4 * own.length)];
  const termsOf = (texts: readonly string[]) => texts.flatMap((text) => indexTerms(text));

  it('begins with the articles themselves, and shrinks to a few of them', () => {
    expect(grown.slice(0, articles.length)).toEqual(articles);
    expect([...growArchive(articles, 1)]).toEqual(articles.slice(0, 1));
  });

  it('has so many passages, or more by less than an article', () => {
    expect(passagesIn(grown).length).toBeGreaterThanOrEqual(4 * own.length);
    expect(passagesIn(grown.slice(0, -1)).length).toBeLessThan(4 * own.length);
  });

  it('never has an article twice', () => {
    expect(new Set(grown.map(({ id }) => id)).size).toBe(grown.length);
    const texts = grown.map((article) => passagesIn([article]).join(' '));
    expect(new Set(texts).size).toBe(grown.length);
  });

  it('leaves common words in the same share of the passages', () => {
    const share = (texts: readonly string[]) =>
      texts.filter((text) => /\bcouncil\b/.test(text)).length / texts.length;
    expect(share(passagesIn(grown))).toBeCloseTo(share(own), 2);
  });

  it('gains new names: in each round of copies, half of them are others', () => {
    const names = (texts: readonly string[]) =>
      new Set(texts.flatMap((text) => text.match(/(?<=council of )\S+/) ?? [])).size;
    const [before, after] = [names(own), names(passagesIn(grown))];
    expect(after).toBeGreaterThan(1.8 * before);
    expect(after).toBeLessThan(3.2 * before);
    expect(new Set(termsOf(passagesIn(grown))).size).toBeGreaterThan(new Set(termsOf(own)).size);
  });
});
