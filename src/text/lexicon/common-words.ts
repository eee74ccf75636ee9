import { numbersIn, sectionsOf } from './binary-file.js';
import { hasRelatedTerms } from './related-words.js';
import { StringTable } from './string-table.js';

/** Occurrences in the running text that WordNet's makers tagged (SemCor): about 234,000 content words. */
interface WordCounts {
  readonly terms: StringTable;
  readonly counts: Uint32Array;
}

let loaded: WordCounts | undefined;

/** How often a term occurs there; undefined if it does not. */
function countOf(term: string): number | undefined {
  if (loaded === undefined) {
    const sections = sectionsOf('word-counts.bin');
    loaded = { terms: new StringTable(sections.slice(0, 2)), counts: numbersIn(sections[2]) };
  }
  return loaded.counts[loaded.terms.indexOf(term)];
}

const SAMPLE_SIZE = 234_000;
const CONTENT_WORDS_A_PASSAGE = 45;
/** The count assumed for a word that the sample lacks: mostly names. */
const UNSEEN = 0.2;

/** Estimates the chance, 0 to 1, that a passage of ordinary English text holds a term. */
export function usualPassageShare(term: string): number {
  const count = countOf(term) ?? 0;
  return 1 - Math.exp((-CONTENT_WORDS_A_PASSAGE * Math.max(count, UNSEEN)) / SAMPLE_SIZE);
}

/** Whether a term is an ordinary word, as far as the sample and WordNet's related words tell. */
export function isKnownWord(term: string): boolean {
  return countOf(term) !== undefined || hasRelatedTerms(term);
}
