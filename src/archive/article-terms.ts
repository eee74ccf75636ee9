import { eachIndexForm } from '../text/analyser.js';
import type { ArchivedArticle } from './passage.js';
import { passageText, splitPassages } from './passages.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * The terms of an article's title and passages, in one array. As objects they would take ten times the
 * memory. The layout:
 *
 *     title entries, passages, then for each passage: first sentence, last sentence, entries;
 *     the entries of the title; the entries of each passage
 *
 * An entry is a term that occurs there: the term's number times 256, plus how often it occurs (at most 255:
 * more does not change a BM25 score visibly).
 */
export type ArticleTerms = Uint32Array;

const HEADER = 2;
const PER_PASSAGE = 3;
const MOST_OCCURRENCES = 0xff;

/** Analyses an article's title and passages. Terms that the vocabulary lacks are added to it. */
export function termsOfArticle(article: ArchivedArticle, vocabulary: Vocabulary): ArticleTerms {
  const entries: number[] = [];
  countTerms(article.title ?? '', vocabulary, entries);
  const passages = splitPassages(article);
  const header = [entries.length, passages.length];
  for (const passage of passages) {
    const before = entries.length;
    countTerms(passageText(article, passage), vocabulary, entries);
    header.push(passage.first, passage.last, entries.length - before);
  }
  const terms = new Uint32Array(header.length + entries.length);
  terms.set(header);
  terms.set(entries, header.length);
  return terms;
}

/**
 * Replaces each term's number by another.
 * @param numberOf gives the new number of a term, by its old one
 */
export function renumbered(terms: ArticleTerms, numberOf: (term: number) => number): ArticleTerms {
  const entries = titleStart(terms);
  return terms.map((value, at) =>
    at < entries ? value : numberOf(termOfEntry(value)) * 256 + occurrencesOfEntry(value),
  );
}

/** How often each term has occurred in the text that is being counted, by number; 0 when none is. */
let occurrences = new Uint32Array(1024);

/** Adds an entry for each term of a text, in the order in which they occur first. */
function countTerms(text: string, vocabulary: Vocabulary, entries: number[]): void {
  const start = entries.length;
  eachIndexForm(text, (form) => {
    const number = vocabulary.numberOfForm(form);
    if (number >= occurrences.length) growTo(number);
    const before = occurrences[number] ?? 0;
    if (before === 0) entries.push(number);
    occurrences[number] = before + 1;
  });
  for (let at = start; at < entries.length; at++) {
    const number = entries[at] ?? 0;
    entries[at] = number * 256 + Math.min(occurrences[number] ?? 0, MOST_OCCURRENCES);
    occurrences[number] = 0;
  }
}

function growTo(number: number): void {
  const larger = new Uint32Array(2 * (number + 1));
  larger.set(occurrences);
  occurrences = larger;
}

export function passageCount(terms: ArticleTerms): number {
  return terms[1] ?? 0;
}

/** Position of the title's first entry. The title's entries end where those of the first passage begin. */
export function titleStart(terms: ArticleTerms): number {
  return HEADER + PER_PASSAGE * passageCount(terms);
}

/** The number of different terms in the title. */
export function titleLength(terms: ArticleTerms): number {
  return terms[0] ?? 0;
}

/** The number of different terms in a passage. */
export function passageLength(terms: ArticleTerms, passage: number): number {
  return terms[HEADER + PER_PASSAGE * passage + 2] ?? 0;
}

/** Visits each passage with its number and the positions of its entries, `[start, end)`. */
export function eachPassage(
  terms: ArticleTerms,
  visit: (number: number, start: number, end: number) => void,
): void {
  const count = passageCount(terms);
  let start = titleStart(terms) + titleLength(terms);
  for (let number = 0; number < count; number++) {
    const end = start + passageLength(terms, number);
    visit(number, start, end);
    start = end;
  }
}

/** The numbers of different terms of all passages, added up. */
export function textLengths(terms: ArticleTerms): number {
  return terms.length - titleStart(terms) - titleLength(terms);
}

/** Sentence numbers of a passage, both inclusive. */
export function sentencesOf(terms: ArticleTerms, passage: number): { first: number; last: number } {
  const at = HEADER + PER_PASSAGE * passage;
  return { first: terms[at] ?? 0, last: terms[at + 1] ?? 0 };
}

/** The term of an entry. */
export function termOfEntry(entry: number): number {
  return entry >>> 8;
}

export function occurrencesOfEntry(entry: number): number {
  return entry & MOST_OCCURRENCES;
}
