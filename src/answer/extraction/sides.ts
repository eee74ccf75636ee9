import type { AnalysedText } from '../../text/analysed-text.js';
import { clauseNumbers } from '../../text/clauses.js';
import type { Question } from '../question/question.js';
import type { ValueSpan } from '../types/value-span.js';

/** What wins by doing what these verbs say; who it is done to loses. In question and sentence each by its stem. */
const WINNING = new Set(['win', 'beat', 'defeat', 'thrash', 'trounc', 'oust', 'overcom', 'outplay', 'crush']);
const LOSING = new Set(['lose', 'conced']);

const BE = /^(?:is|are|was|were|be|been|being|got|gets|get)$/;
const DO = /^(?:did|does|do)$/;
const PREPOSITION =
  /^(?:by|of|to|with|from|in|at|for|against|over|under|on|than|as|and|or|after|before|into|between|among)$/;
/** A name stands so close behind the verb whose object it is, in tokens. */
const NEAR = 3;

type Side = 'winner' | 'loser';

/** Whether a value won what the question asks the loser of, or the other way round: the same words tell of both. */
export function isOtherSide(question: Question, sentence: AnalysedText, span: ValueSpan): boolean {
  const asked = askedSide(question);
  if (asked === null) return false;
  const sides = new Set(sentence.tokens.flatMap((_, at) => sideBeside(sentence, span, at) ?? []));
  return sides.size === 1 && !sides.has(asked);
}

/** The side that "who", "which team" or the like is on; null where no verb of the question tells. */
function askedSide({ tokens, terms }: Question): Side | null {
  // "Doctor Who" asks nothing.
  const asking = tokens.findIndex(
    ({ text }, at) =>
      /^(?:whom?|which|what)$/.test(text) || (at === 0 && /^(?:whom?|which|what)$/i.test(text)),
  );
  if (asking < 0) return null;
  const verbAt = tokens.findIndex(({ term }, at) => at > asking && (WINNING.has(term) || LOSING.has(term)));
  const verb = tokens[verbAt];
  if (verb === undefined || !terms.some(({ token, part }) => token.start === verb.start && part === 'verb'))
    return null;
  const between = tokens.slice(asking + 1, verbAt);
  const ends = tokens.at(-1)?.word ?? '';
  const isAgent = tokens[asking - 1]?.word === 'by' || ends === 'by';
  if (between.some(({ word }) => BE.test(word))) return sideOf(verb.term, isAgent);
  if (!between.some(({ word }) => DO.test(word))) return sideOf(verb.term, true);
  // "Who did they lose to" asks for whoever won.
  if (LOSING.has(verb.term)) return ends === 'to' || ends === 'against' ? 'winner' : null;
  return PREPOSITION.test(ends) ? null : sideOf(verb.term, false);
}

/** The side of who does what a verb says, or has it done; null for a prize that is won or lost. */
function sideOf(verb: string, isDoer: boolean): Side | null {
  if (LOSING.has(verb)) return isDoer ? 'loser' : null;
  if (!isDoer) return verb === 'win' ? null : 'loser';
  return 'winner';
}

/** The side on which a verb beside it puts a span; null where the token is no such verb, or not its own. */
function sideBeside(sentence: AnalysedText, span: ValueSpan, at: number): Side | null {
  const { tokens, parts } = sentence;
  const verb = tokens[at];
  const isContest = verb !== undefined && (WINNING.has(verb.term) || LOSING.has(verb.term));
  if (!isContest || parts[at] !== 'verb') return null;
  const clauses = clauseNumbers(sentence);
  if (clauses[at] !== clauses[span.first]) return null;
  const isPassive =
    tokens[at + 1]?.word === 'by' || tokens.slice(Math.max(0, at - 2), at).some(({ word }) => BE.test(word));
  const before = tokens[span.first - 1]?.word ?? '';
  if (span.last < at) {
    const isOwn = !sentence.names.some(({ first, last }) => first > span.last && last < at);
    return isOwn && !PREPOSITION.test(before) ? sideOf(verb.term, !isPassive) : null;
  }
  if (span.first <= at) return null;
  if (isPassive) return before === 'by' ? sideOf(verb.term, true) : null;
  const between = tokens.slice(at + 1, span.first);
  if (LOSING.has(verb.term)) return before === 'to' ? 'winner' : null;
  const isObject = between.length <= NEAR && !between.some(({ word }) => PREPOSITION.test(word));
  return isObject ? sideOf(verb.term, false) : null;
}
