import { type ArchivedArticle, type Sentence, storySentences } from '../archive/passage.js';
import { quote } from '../digest/cite.js';
import type { DifferingFigures } from '../digest/digest.js';
import { findDifferingFigures } from '../digest/figures/differing-figures.js';
import { isStatement, standsAlone } from '../digest/telling/stands-alone.js';
import type { TermWeight } from '../digest/term-vector.js';
import { indexTerms } from '../text/analyser.js';
import { RELATED, relatedTerms } from '../text/lexicon/related-words.js';
import type { WhatIsNew } from './alert.js';

/** News says early what happened; sentences further down are background. */
const SENTENCES = 12;
/** A sentence of whose words the other article holds this share, by weight, says what is known already. */
const KNOWN = 0.6;

/** Returns the early sentences of an article that can be read by themselves. */
export function tellingSentences(article: ArchivedArticle): readonly Sentence[] {
  return storySentences(article)
    .slice(0, SENTENCES)
    .filter(({ text }) => isStatement(text) && standsAlone(text));
}

/** Compares an article with one that was told before: its first sentence that says something else, and the figures that differ. */
export function whatIsNew(article: ArchivedArticle, before: ArchivedArticle, weight: TermWeight): WhatIsNew {
  const sentence = newSentence(article, before, weight);
  return {
    sentence: sentence ? quote({ article, sentence }) : null,
    figures: figuresOf(article, before),
  };
}

/** Whether an article says hardly more than one that was told before. */
export function saysNothingNew(
  article: ArchivedArticle,
  before: ArchivedArticle,
  weight: TermWeight,
): boolean {
  // Looking for figures takes far longer, and is seldom needed.
  return newSentence(article, before, weight) === undefined && figuresOf(article, before).length === 0;
}

function newSentence(
  article: ArchivedArticle,
  before: ArchivedArticle,
  weight: TermWeight,
): Sentence | undefined {
  const said = new Set([before.title ?? '', ...before.sentences.map(({ text }) => text)].flatMap(indexTerms));
  const isKnown = (term: string): boolean =>
    said.has(term) ||
    [...relatedTerms(term)].some(([other, strength]) => strength >= RELATED.news && said.has(other));
  const known = ({ text }: Sentence): number => {
    let [old, all] = [0, 0];
    for (const term of new Set(indexTerms(text))) {
      all += weight(term);
      if (isKnown(term)) old += weight(term);
    }
    return all === 0 ? 1 : old / all;
  };
  return tellingSentences(article).find((each) => known(each) < KNOWN);
}

function figuresOf(article: ArchivedArticle, before: ArchivedArticle): DifferingFigures[] {
  return findDifferingFigures([before, article]).map(({ isCourse, figures }) => ({
    isCourse,
    values: figures.map((mention) => ({ ...quote(mention), value: mention.value })),
  }));
}
