import type { ArchivedArticle, Sentence } from '../../src/archive/passage.js';
import { splitPassages } from '../../src/archive/passages.js';
import { shuffled } from '../shuffle.js';

/** Words in a smaller share of the articles are rare; most of them are names. */
const RARE_SHARE = 0.005;
const WORD = /\p{L}{4,}/gu;

/**
 * Grows a collection to the given number of passages, or more by less than an article; a larger collection is
 * cut to that size. The articles come first, then rounds of copies. A copy has its sentences in another
 * order, so that its passages differ, and half of its rare words respelled, a different half in each round.
 *
 * Common words thus stay in the same share of the passages, and there are about as many new words as in new
 * articles: over four times the articles have 2.5 times the words, as Heaps' law has it with an exponent of
 * about 2/3.
 */
export function* growArchive(
  articles: readonly ArchivedArticle[],
  passages: number,
): Generator<ArchivedArticle> {
  const isRare = rareWords(articles);
  let count = 0;
  for (let round = 0; ; round++) {
    for (const article of articles) {
      if (count >= passages) return;
      const grown = round === 0 ? article : variation(article, round, isRare);
      count += splitPassages(grown).length;
      yield grown;
    }
  }
}

function rareWords(articles: readonly ArchivedArticle[]): (word: string) => boolean {
  const counts = new Map<string, number>();
  for (const article of articles) {
    const words = new Set(
      article.sentences.flatMap(({ text }) => text.match(WORD) ?? []).map((word) => word.toLowerCase()),
    );
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const limit = RARE_SHARE * articles.length;
  return (word) => (counts.get(word.toLowerCase()) ?? 0) < limit;
}

function variation(
  article: ArchivedArticle,
  round: number,
  isRare: (word: string) => boolean,
): ArchivedArticle {
  const respell = (text: string) =>
    text.replace(WORD, (word) =>
      isRare(word) && hash(`${round} ${word.toLowerCase()}`) % 2 === 0 ? respelled(word, round) : word,
    );
  const sentences = shuffled(article.sentences, hash(`${round} ${article.id}`)).map(
    (sentence, number): Sentence => ({
      ...sentence,
      text: respell(sentence.text),
      paragraph: number,
      number,
      afterBreak: false,
    }),
  );
  return {
    ...article,
    id: `${article.id}-${round}`,
    file: article.file.replace(/(\.\w+)$/, `-${round}$1`),
    title: article.title === null ? null : respell(article.title),
    paragraphs: sentences.map(({ text }) => ({ text, afterBreak: false })),
    sentences,
  };
}

const VOWELS = 'aeiou';
const CONSONANTS = 'bcdfghjklmnpqrstvwxz';

/** Replaces every vowel by another vowel and every consonant by another consonant. Other characters stay. */
function respelled(word: string, round: number): string {
  return word.replace(/[a-z]/gi, (letter) => {
    const lower = letter.toLowerCase();
    const kind = VOWELS.includes(lower) ? VOWELS : CONSONANTS;
    const at = kind.indexOf(lower);
    const other = at < 0 ? lower : (kind[(at + round) % kind.length] ?? lower);
    return letter === lower ? other : other.toUpperCase();
  });
}

/** Hashes a text with FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value;
}
