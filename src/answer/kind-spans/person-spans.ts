import { nounKind } from '../../text/lexicon/noun-kinds.js';
import type { Token } from '../../text/tokens.js';
import type { AnalysedText } from '../analysed-text.js';
import { stems } from '../kind-words.js';
import { FOUND } from '../matching.js';
import type { Question } from '../question.js';
import type { TermMatcher } from '../term-matcher.js';
import { type AnswerSpan, FAIR, STRONG } from './answer-span.js';
import { nameSpans } from './name-spans.js';

/** What somebody is called who does what a question asks: who "speaks for" others is their spokesman. */
const ROLES_OF_VERBS: readonly (readonly [verbs: ReadonlySet<string>, roles: ReadonlySet<string>])[] = [
  [stems('speak'), stems('spokesman spokeswoman spokesperson')],
  [
    stems('head lead run chair direct command charge control manage'),
    stems(
      `head leader chief director chairman chairwoman chair president commissioner administrator secretary minister commander ceo boss
      manager general governor superintendent principal`,
    ),
  ],
  [stems('govern rule'), stems('governor president leader ruler king queen minister')],
  [stems('train coach'), stems('coach trainer')],
  [stems('defend represent'), stems('lawyer attorney counsel')],
];

/** What an organisation is worth where it is asked who does something, and to whom it is done. */
const OF_BODY = 0.5;
const OF_BODY_DEALT_WITH = 0.8;
/** What a person is worth who is not said to have the role that is asked for. */
const OF_OTHER_ROLE = 0.4;
/** So many tokens may stand between a role and its bearer. */
const BEFORE = 3;
const AFTER = 6;

/** Persons; where a question asks who has a role, those beside it: "FDA Commissioner Robert Califf", "Califf, who heads the FDA". */
export function personSpans(matcher: TermMatcher, sentence: AnalysedText): AnswerSpan[] {
  // "Who sued them" may be answered by an organisation.
  const organisation = asksForObject(matcher.question) ? OF_BODY_DEALT_WITH : OF_BODY;
  const spans = nameSpans(sentence, { person: STRONG, unknown: FAIR, organisation, place: 0 });
  const isRole = roleAsked(matcher);
  if (isRole === null) return spans;
  const roles = sentence.tokens.flatMap((token, at) => (isRole(token) ? [at] : []));
  return spans.map((span) => {
    const { first, last, end } = span;
    const isExplained = sentence.text[end] === ',';
    const hasRole = roles.some((at) => at >= first - BEFORE && at <= (isExplained ? last + AFTER : last));
    return hasRole ? span : { ...span, fit: span.fit * OF_OTHER_ROLE };
  });
}

/** "Who will they complain to", "who did he sue". */
function asksForObject({ tokens }: Question): boolean {
  const who = tokens.findIndex(({ word }) => /^whom?$/.test(word));
  return who >= 0 && /^(?:do|does|did|will|would|can|could|should)$/.test(tokens[who + 1]?.word ?? '');
}

const IS = /^(?:is|are|was|were)$/;

/** Tells the words for the role that is asked for; null where a question asks for something else. */
function roleAsked(matcher: TermMatcher): ((token: Token) => boolean) | null {
  const { question } = matcher;
  const verb = verbAsked(question);
  const roles = ROLES_OF_VERBS.find(([verbs]) => verb !== null && verbs.has(verb));
  if (roles) return ({ term }) => roles[1].has(term) || term === verb;
  if (verb !== null && !asksWhoIs(question)) return null;
  if (question.terms.some(({ part, particular }) => part === 'verb' && !particular)) return null;
  const named = question.terms.find(
    ({ particular, token }) => !particular && nounKind(token.word) === 'person',
  );
  if (named === undefined) return null;
  return (token) => matcher.matches(token).some(({ term, strength }) => term === named && strength >= FOUND);
}

const asksWhoIs = ({ tokens }: Question): boolean =>
  tokens.some(({ word }, at) => word === 'whos' || (word === 'who' && IS.test(tokens[at + 1]?.word ?? '')));

/** The verb after "who", or "charge" in "who is in charge of it". */
function verbAsked({ tokens }: Question): string | null {
  const who = tokens.findIndex(({ word }) => /^whos?$/.test(word));
  const [verb, second, third] = tokens.slice(who + 1);
  if (who < 0 || verb === undefined) return null;
  if (second?.word === 'in' && third?.word === 'charge') return third.term;
  return IS.test(verb.word) ? (second?.term ?? null) : verb.term;
}
