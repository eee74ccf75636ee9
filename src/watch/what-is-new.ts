import type { Sentence } from '../archive/passage.js';
import { quote } from '../digest/cite.js';
import { compareFigures, type FigureLine } from '../digest/figures/differing-figures.js';
import type { TermWeight } from '../digest/term-vector.js';
import { RELATED, relatedTerms } from '../text/lexicon/related-words.js';
import type { WhatIsNew } from './alert.js';
import type { ToldArticle } from './told-article.js';

/** A sentence of whose words the other article holds this share, by weight, says what is known already. */
const KNOWN = 0.6;

/** Compares an article with one that was told before: its first sentence that says something else, and the figures that differ. */
export function whatIsNew(article: ToldArticle, before: ToldArticle, weight: TermWeight): WhatIsNew {
  const sentence = newSentence(article, before, weight);
  return {
    sentence: sentence ? quote({ article: article.article, sentence }) : null,
    figures: differingFigures(article, before).map(({ isCourse, figures }) => ({
      isCourse,
      values: figures.map((mention) => ({ ...quote(mention), value: mention.value })),
    })),
  };
}

/** Whether an article says hardly more than one that was told before. */
export function saysNothingNew(article: ToldArticle, before: ToldArticle, weight: TermWeight): boolean {
  // Looking for figures takes far longer, and is seldom needed.
  return newSentence(article, before, weight) === undefined && differingFigures(article, before).length === 0;
}

function newSentence(article: ToldArticle, before: ToldArticle, weight: TermWeight): Sentence | undefined {
  const isKnown = (term: string): boolean =>
    before.terms.has(term) ||
    [...relatedTerms(term)].some(([other, strength]) => strength >= RELATED.news && before.terms.has(other));
  const known = (terms: ReadonlySet<string>): number => {
    let [old, all] = [0, 0];
    for (const term of terms) {
      all += weight(term);
      if (isKnown(term)) old += weight(term);
    }
    return all === 0 ? 1 : old / all;
  };
  return article.telling.find(({ terms }) => known(terms) < KNOWN)?.sentence;
}

function differingFigures(article: ToldArticle, before: ToldArticle): FigureLine[] {
  // Figures differ only where both give some.
  if (article.figures.length === 0) return [];
  return compareFigures([...before.figures, ...article.figures]);
}
