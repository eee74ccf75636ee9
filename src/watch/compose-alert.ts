import { matchStrength } from '../answer/question/match-strength.js';
import type { Archive } from '../archive/archive.js';
import { type ArchivedArticle, type Sentence, storySentences } from '../archive/passage.js';
import { archiveWeights } from '../digest/archive-weights.js';
import { cite, quote } from '../digest/cite.js';
import { selectKeySentences } from '../digest/telling/key-sentences.js';
import { countTerms, type TermWeight } from '../digest/term-vector.js';
import { indexTerms } from '../text/analyser.js';
import { tokenise } from '../text/tokens.js';
import type { Alert, AlertRequest } from './alert.js';
import { readSubject } from './subject.js';
import { ToldArticle, tellingSentences } from './told-article.js';
import { whatIsNew } from './what-is-new.js';

/** Composes the alert for an article; null if it is gone, or has no sentence to quote. */
export async function composeAlert(
  archive: Archive,
  { words, article: id, previous }: AlertRequest,
): Promise<Alert | null> {
  const article = await archive.article(id);
  if (article === undefined) return null;
  const before = previous === null ? undefined : await archive.article(previous);
  const weight = await weightsFor(archive, article);
  const sentence = words === null ? keySentence(article, weight) : sentenceAbout(article, words, weight);
  const shown = sentence ?? storySentences(article)[0];
  if (shown === undefined) return null;
  return {
    article: cite(article),
    sentence: quote({ article, sentence: shown }),
    news: before === undefined ? null : whatIsNew(new ToldArticle(article), new ToldArticle(before), weight),
  };
}

/** Weighs the terms of an article by how rare they are in the archive. */
export function weightsFor(archive: Archive, article: ArchivedArticle): Promise<TermWeight> {
  const texts = [article.title ?? '', ...article.sentences.map(({ text }) => text)];
  return archiveWeights(archive, [countTerms(texts.flatMap(indexTerms))]);
}

function keySentence(article: ArchivedArticle, weight: TermWeight): Sentence | undefined {
  return selectKeySentences([article], 1, weight)[0]?.sentence;
}

/** The sentence that holds most of the words, the first one of several. */
function sentenceAbout(article: ArchivedArticle, words: string, weight: TermWeight): Sentence | undefined {
  const terms = readSubject(words);
  const held = ({ text }: Sentence): number => {
    const tokens = tokenise(text);
    return terms.reduce(
      (sum, term) =>
        sum + weight(term.term) * Math.max(0, ...tokens.map((token) => matchStrength(term, token))),
      0,
    );
  };
  let [best, most]: [Sentence | undefined, number] = [undefined, 0];
  for (const sentence of tellingSentences(article)) {
    const value = held(sentence);
    if (value > most) [best, most] = [sentence, value];
  }
  return best;
}
