import { hasRelatedTerms } from './related-words.js';
import wordCounts from './word-counts.json' with { type: 'json' };

// Occurrences in the running text that WordNet's makers tagged (SemCor): about 234,000 content words.
const COUNTS: Readonly<Record<string, number>> = wordCounts.counts;
const SAMPLE_SIZE = 234_000;
const CONTENT_WORDS_A_PASSAGE = 45;
/** The count assumed for a word that the sample lacks: mostly names. */
const UNSEEN = 0.2;

/** Estimates the chance, 0 to 1, that a passage of ordinary English text holds a term. */
export function usualPassageShare(term: string): number {
  const count = Object.hasOwn(COUNTS, term) ? (COUNTS[term] ?? 0) : 0;
  return 1 - Math.exp((-CONTENT_WORDS_A_PASSAGE * Math.max(count, UNSEEN)) / SAMPLE_SIZE);
}

/** Whether a term is an ordinary word, as far as the sample and WordNet's related words tell. */
export function isKnownWord(term: string): boolean {
  return Object.hasOwn(COUNTS, term) || hasRelatedTerms(term);
}
