import type { Archive } from '../../archive/archive.js';
import { resolveDates } from '../../text/dates/dates.js';
import type { NoAnswer } from '../answer.js';
import { FOUND } from '../question/match-strength.js';
import type { Question, QuestionTerm } from '../question/question.js';
import { dateInWords } from '../quotes/citation.js';
import type { RankedSentence } from '../ranking/rank.js';
import { likelySlip } from './likely-slip.js';

/** How many words a reason names at most. */
const NAMED = 3;
/** Numbers of more digits are ids, and longer words are codes. */
const ID = /\d{5}|^(?=.*\d)(?=.*\p{L}).{12,}$|^.{30,}$/u;

const ANY_DAY = '2000-01-01';

/** Why there is no answer, in one sentence that names the words that are missing, where that is why. */
export async function refusalOf(
  archive: Archive,
  question: Question,
  ranked: readonly RankedSentence[],
): Promise<Pick<NoAnswer, 'reason' | 'correction' | 'isUncovered'>> {
  const telling = tellingTerms(question);
  if (question.terms.length === 0) return { reason: 'The question names nothing to look for.' };
  const missing = telling.filter(({ index }) => !isFound(ranked, index)).map(({ term }) => term);
  const correction = likelySlip(question, missing, ranked, archive);
  if (correction !== null) return { reason: `No article mentions “${correction.typed}”.`, correction };
  const absent = await absentFrom(archive, missing);
  if (absent.length > 0) {
    const words = listed(named(question, absent));
    return { reason: `No article here is about ${words}${spanOf(archive)}.`, isUncovered: true };
  }
  if (missing.length > 0)
    return { reason: `No passage near it mentions ${listed(named(question, missing))}.` };
  return { reason: 'The words occur, but no sentence answers.' };
}

interface TellingTerm {
  readonly term: QuestionTerm;
  readonly index: number;
}

/**
 * The terms that say what is asked of: what it names, and what happens to it only where it names nothing. A word that
 * only says when, such as a date, or which type of answer is wanted, need not stand in an article.
 */
function tellingTerms({ text, terms }: Question): TellingTerm[] {
  // Those of an earlier question stand in that.
  const stands = ({ token }: QuestionTerm): boolean => text.startsWith(token.text, token.start);
  // Only where a date stands matters here, not which day it is.
  const dates = resolveDates(text, ANY_DAY);
  const isDated = ({ token }: QuestionTerm): boolean =>
    dates.some(({ start, end }) => start <= token.start && token.end <= end);
  const own = terms
    .map((term, index) => ({ term, index }))
    .filter(({ term }) => term.share >= FOUND && stands(term) && !isDated(term) && !ID.test(term.token.text));
  const naming = own.filter(
    ({ term: { part, particular } }) => particular || part === 'noun' || part === 'name' || part === 'number',
  );
  return naming.length > 0 ? naming : own;
}

function isFound(ranked: readonly RankedSentence[], index: number): boolean {
  return ranked.some(({ surroundings }) => (surroundings.passage[index] ?? 0) >= FOUND);
}

async function absentFrom(archive: Archive, terms: readonly QuestionTerm[]): Promise<QuestionTerm[]> {
  const counts = await archive.documentFrequencies(terms.map(({ term }) => term));
  return terms.filter((_, index) => (counts[index] ?? 0) === 0);
}

/** Terms as they stand in the question, neighbours together: “taylor swift”. */
function named({ text }: Question, terms: readonly QuestionTerm[]): string[] {
  const spans: { start: number; end: number }[] = [];
  for (const { token } of terms.toSorted((a, b) => a.token.start - b.token.start)) {
    const last = spans.at(-1);
    if (last && /^[\s-]*$/.test(text.slice(last.end, token.start))) last.end = token.end;
    else spans.push({ start: token.start, end: token.end });
  }
  return spans.slice(0, NAMED).map(({ start, end }) => `“${text.slice(start, end)}”`);
}

function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} or ${last}`;
}

/** From when to when the articles are; empty if no date is known. */
function spanOf(archive: Archive): string {
  const days = archive.articles().flatMap(({ published }) => published?.slice(0, 10) ?? []);
  let [first, last] = [days[0], days[0]];
  for (const day of days) {
    if (first === undefined || day < first) first = day;
    if (last === undefined || day > last) last = day;
  }
  if (first === undefined || last === undefined) return '';
  if (first === last) return `; the archive covers ${dateInWords(first)}`;
  return `; the archive runs from ${dateInWords(first)} to ${dateInWords(last)}`;
}
