import type { Archive, ArticleSummary } from '../../archive/archive.js';
import { editDistance } from '../../text/spelling.js';
import { STOP_WORDS } from '../../text/stop-words.js';
import type { Correction } from '../answer.js';
import type { Question, QuestionTerm } from '../question/question.js';
import type { RankedSentence } from '../ranking/rank.js';

/** Shorter words that differ by a letter are too often different words. */
const SHORTEST = 4;
/** From this length on two letters may differ. */
const LONG = 7;
const IN_LOWER_CASE = /^\p{Ll}{4,}$/u;
/** How many words of a question are looked at. */
const MOST_LOOKED_AT = 3;

/**
 * A word of the question that is likely a slip of the pen, with the word of the articles that is likely meant: no
 * ordinary word, in lower case, found nowhere, and but a letter or two off a word of what the other words find, or of
 * a headline.
 * @param missing the terms that were not found
 */
export function likelySlip(
  { text }: Question,
  missing: readonly QuestionTerm[],
  ranked: readonly RankedSentence[],
  archive: Archive,
): Correction | null {
  const odd = missing.filter(({ known, token }) => !known && IN_LOWER_CASE.test(token.text));
  if (odd.length === 0) return null;
  const near = counted(ranked.flatMap(({ analysed }) => analysed.forms.map((form) => form.text)));
  for (const { token } of odd.slice(0, MOST_LOOKED_AT)) {
    const meant = likeliest(token.text, near) ?? likeliest(token.text, wordsOfHeadlines(archive.articles()));
    if (meant === null) continue;
    const corrected = text.slice(0, token.start) + meant + text.slice(token.start + token.text.length);
    return { typed: token.text, meant, question: corrected };
  }
  return null;
}

const headlines = new WeakMap<readonly ArticleSummary[], ReadonlyMap<string, number>>();

/** Counted once for a list: an archive gives the same one until an article comes or goes. */
function wordsOfHeadlines(articles: readonly ArticleSummary[]): ReadonlyMap<string, number> {
  const known = headlines.get(articles);
  if (known !== undefined) return known;
  const words = counted(articles.flatMap(({ label }) => label.match(/\p{L}+/gu) ?? []));
  headlines.set(articles, words);
  return words;
}

function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The most frequent of the words that are near to what was typed. */
function likeliest(typed: string, words: ReadonlyMap<string, number>): string | null {
  const found = [...words].filter(([word]) => isNear(typed, word.toLowerCase()));
  return found.sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function isNear(typed: string, word: string): boolean {
  const limit = typed.length >= LONG ? 2 : 1;
  if (word === typed || Math.abs(word.length - typed.length) > limit || STOP_WORDS.has(word)) return false;
  if (word.length < SHORTEST) return false;
  if (editDistance(typed, word, limit) <= limit) return true;
  return typed.length === word.length && [...typed].some((_, at) => swapped(typed, at) === word);
}

/** Two neighbouring letters the other way round. */
function swapped(word: string, at: number): string {
  return `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`;
}
