import type { ArchivedArticle } from '../../archive/passage.js';
import { indexTerms } from '../../text/analyser.js';
import { countTerms, type TermVector, type TermWeight, termVector } from '../term-vector.js';
import { isStatement } from './stands-alone.js';
import { firstSentences, type StorySentence } from './story-sentences.js';

/** A sentence of a story, ready to be compared with the others. */
export interface ReadSentence extends StorySentence {
  readonly vector: TermVector;
  /** 1 for the first sentence of an article, falling further down: news puts first what matters. */
  readonly place: number;
  /** How many statements come before it in its article: subheads and labels are none. */
  readonly statementsBefore: number;
}

/** A sentence this far down an article weighs half as much as the first one. */
const HALF_PLACE = 20;

export function readSentences(articles: readonly ArchivedArticle[], weight: TermWeight): ReadSentence[] {
  const looked = firstSentences(articles).map(({ article, sentence }) => ({
    article,
    sentence,
    terms: indexTerms(sentence.text),
  }));
  const vocabulary = new Set(looked.flatMap(({ terms }) => terms));
  const statements = new Map<ArchivedArticle, number>();
  return looked.map(({ article, sentence, terms }) => {
    const before = statements.get(article) ?? 0;
    if (isStatement(sentence.text)) statements.set(article, before + 1);
    return {
      article,
      sentence,
      vector: termVector(countTerms(terms.map((term) => withoutNon(term, vocabulary))), weight),
      place: 1 / (1 + sentence.number / HALF_PLACE),
      statementsBefore: before,
    };
  });
}

/**
 * Removes "non" where the rest of the term occurs too: one outlet writes "nonbinding", another "not binding".
 */
function withoutNon(term: string, vocabulary: ReadonlySet<string>): string {
  const rest = term.startsWith('non') ? term.slice(3) : '';
  return vocabulary.has(rest) ? rest : term;
}
