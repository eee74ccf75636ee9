import { searchedWords } from '../answer/question/intent.js';
import { FOUND } from '../answer/question/match-strength.js';
import { readQuestion } from '../answer/question/question.js';
import { matchTerms } from '../answer/retrieval/candidates.js';
import type { TermMatcher } from '../answer/retrieval/term-matcher.js';
import type { Archive } from '../archive/archive.js';
import { averageLinkage } from '../digest/stories/clusters.js';
import { type AnalysedText, analyseText } from '../text/analysed-text.js';

/** Two groups of questions ask the same if on average each holds this share of what the other asks. */
const SAME_QUESTION = 0.7;
/** A type of answer that a question may want too, by its chance. */
const POSSIBLE_TYPE = 0.2;
/** Words that count less are about when, or are carried over. */
const FULL_SHARE = 0.5;

interface Asked {
  readonly matcher: TermMatcher;
  readonly text: AnalysedText;
}

/**
 * Groups questions that ask the same in other words: they want the same type of answer, and what one asks the other
 * asks too, in the same or related words. "Who died" and "who was hurt" differ: each has a word that the other lacks.
 * @returns groups of positions, each in ascending order, ordered by their first
 */
export async function groupQuestions(archive: Archive, questions: readonly string[]): Promise<number[][]> {
  const asked: Asked[] = [];
  for (const question of questions) {
    const read = readQuestion(searchedWords(question));
    asked.push({ matcher: await matchTerms(archive, read, null), text: analyseText(question) });
  }
  return averageLinkage(questions.length, SAME_QUESTION, (left, right) => {
    const [a, b] = [asked[left], asked[right]];
    return a === undefined || b === undefined ? 0 : likeness(a, b);
  });
}

function likeness(a: Asked, b: Asked): number {
  if (!wantsTypeOf(a, b) && !wantsTypeOf(b, a)) return 0;
  const [ofA, ofB] = [heldOf(a, b), heldOf(b, a)];
  return ofA.lacks && ofB.lacks ? 0 : (ofA.share + ofB.share) / 2;
}

function wantsTypeOf({ matcher: { question } }: Asked, { matcher }: Asked): boolean {
  const { type } = matcher.question;
  return question.type === type || (question.typeChances[type] ?? 0) >= POSSIBLE_TYPE;
}

/** How much of what a question asks another one holds, and whether it lacks one of its words. */
function heldOf({ matcher }: Asked, { text }: Asked): { readonly share: number; readonly lacks: boolean } {
  const { strengths } = matcher.evidence(text);
  const lacks = matcher.question.terms.some(
    ({ share }, at) => share >= FULL_SHARE && (strengths[at] ?? 0) < FOUND,
  );
  return { share: matcher.coverage(strengths), lacks };
}
