import type { ArchivedArticle } from '../../src/archive/passage.js';
import { passageText, splitPassages } from '../../src/archive/passages.js';
import { inverseFrequency, type TermWeight } from '../../src/digest/term-vector.js';
import { indexTerms } from '../../src/text/analyser.js';
import { DocumentFrequencies } from './document-frequencies.js';

/** The weights that a digest gets from an archive of these articles, without the time to index them. */
export function termWeights(articles: readonly ArchivedArticle[]): TermWeight {
  const frequencies = new DocumentFrequencies();
  let count = 0;
  for (const article of articles) {
    for (const passage of splitPassages(article)) {
      frequencies.add(indexTerms(passageText(article, passage)));
      count += 1;
    }
  }
  return (term) => inverseFrequency(count, frequencies.of(term));
}
