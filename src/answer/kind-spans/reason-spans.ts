import type { AnalysedText } from '../analysed-text.js';
import type { TermMatcher } from '../term-matcher.js';
import { type AnswerSpan, FAIR, STRONG, WEAK, withTokens } from './answer-span.js';
import { clauseCharacter } from './clause.js';
import { eventPlaces } from './event.js';

const REST = String.raw`\b${clauseCharacter(';')}*`;
/** What follows any of some expressions, up to the end of its clause; regular expressions without a "|" outside of brackets. */
const clauseAfter = (...expressions: readonly string[]): RegExp =>
  new RegExp(String.raw`\b(?:${expressions.join('|')})${REST}`, 'giu');

/** What stands before them has what follows for its reason. */
const BECAUSE = clauseAfter(
  'because',
  'due to',
  'owing to',
  'thanks to',
  'in (?:response|reaction) to',
  'in (?:retaliation|protest|revenge)',
  'on the grounds',
  '(?:as )?a result of',
  '(?:caused|prompted|triggered|sparked|driven|fuell?ed) by',
  '(?:prompted|triggered|sparked) after',
  'reason',
  'for fear',
  'fearing',
);
/** The same, where it may be only what came before, or what is wanted. */
const PERHAPS_BECAUSE = clauseAfter(
  'since (?:he|she|it|they|we|i|there|his|her|its|their)',
  '(?<!(?:prompted|triggered|sparked) )after',
  'following',
  'amid',
  'citing',
  'saying',
  'as part of',
  'aimed at',
  'in order to',
  'so that',
  'so as to',
  'to (?:avoid|protect|prevent)',
  'in (?:an effort|a bid) to',
);
/** What follows them has what stands before for its reason. */
const THEREFORE = new RegExp(
  String.raw`\b(?:${[
    // Nobody is caused to do anything by who "led the charge to expel them".
    String.raw`led (?!the (?:charge|way|effort|push|fight|campaign|drive)\b)(?:[\p{L}.]+ ){0,3}to`,
    'lead(?:s|ing) to',
    'result(?:ed|s|ing) in',
    '(?:prompt|trigger|spark)(?:ed|s|ing)(?! by| after)',
    'caus(?:ed|es|ing)(?! by)',
    'dr(?:ove|iving)',
    String.raw`ma(?:de|kes?|king) (?:him|her|it|them|\w+ (?:afraid|believe|think|want))`,
  ].join('|')})\b`,
  'giu',
);
/** "Blamed the omicron variant for cancellations": both stand after the verb. */
const BLAME = clauseAfter('blam(?:e|es|ed|ing)');
const PURPOSE = new RegExp(String.raw`\bto [a-z]+\b${clauseCharacter(',;')}*`, 'giu');

/** What a reason is worth that belongs to something else than what is asked about, and one of which it cannot be told. */
const OF_OTHER = 0.3;
const OF_UNKNOWN = 0.85;

/** What is caused stands so many tokens behind the verb at most. */
const CAUSED_WITHIN = 12;

/** Clauses that give a reason, and for what: "in response to the killing" is none for the killing. */
export function reasonSpans(matcher: TermMatcher, sentence: AnalysedText): AnswerSpan[] {
  const events = eventPlaces(matcher, sentence).map((at) => ({ at, explained: !isFollowedUp(sentence, at) }));
  const clauses = (pattern: RegExp, fit: number): AnswerSpan[] =>
    [...sentence.text.matchAll(pattern)].flatMap(({ index, 0: words }) =>
      withTokens(sentence, index, index + words.length, fit),
    );
  const backward = [...clauses(BECAUSE, STRONG), ...clauses(PERHAPS_BECAUSE, FAIR)].map((span) =>
    // A clause that opens the sentence has what it explains after it.
    span.first === 0 ? span : { ...span, fit: span.fit * reasonWorth(events, (at) => at < span.first) },
  );
  const forward = [...sentence.text.matchAll(THEREFORE)]
    .flatMap(({ index }) => withTokens(sentence, 0, index, FAIR))
    .map((span) => ({
      ...span,
      fit: span.fit * reasonWorth(events, (at) => at > span.last && at - span.last <= CAUSED_WITHIN),
    }));
  const blame = clauses(BLAME, STRONG).map((span) => ({
    ...span,
    fit: span.fit * reasonWorth(events, (at) => at > span.first),
  }));
  const purposes = clauses(PURPOSE, WEAK)
    .filter(({ first }) => sentence.parts[first + 1] === 'verb')
    .map((span) => ({ ...span, fit: purposeFit(sentence, events, span) }));
  return [...backward, ...forward, ...blame, ...purposes];
}

/** A mention of what is asked about. */
interface Mention {
  readonly at: number;
  /** The sentence may explain it; otherwise it tells what came of it. */
  readonly explained: boolean;
}

function reasonWorth(events: readonly Mention[], isInPlace: (at: number) => boolean): number {
  if (events.length === 0) return OF_UNKNOWN;
  return events.some(({ at, explained }) => explained && isInPlace(at)) ? 1 : OF_OTHER;
}

/** Nouns before an event that make it the cause of something else. */
const AFTERMATH =
  /^(?:results?|aftermath|response|reaction|retaliation|backlash|blowback|consequences?|wake|fallout|days|hours|weeks|since)$/;
const AFTERMATH_REACH = 6;

/** "The results of the killing", "the backlash to the strikes": what followed is told, not why it came about. */
function isFollowedUp({ tokens }: AnalysedText, event: number): boolean {
  const before = tokens.slice(Math.max(0, event - AFTERMATH_REACH), event);
  return before.some(
    ({ word }, index) =>
      AFTERMATH.test(word) && /^(?:of|to|from|after|since|for)$/.test(before[index + 1]?.word ?? ''),
  );
}

/** So many tokens may stand between what somebody does and what for. */
const NEAR = 12;
/** Words that an infinitive completes: "the decision to leave". */
const COMPLETED =
  /^(?:able|unable|ready|likely|unlikely|set|due|going|decision|effort|attempt|threat|right|chance|power|way|need|ability|order|plan|choice|failure)$/;

/** "Was in Baghdad to meet him" gives a purpose, "asked to meet him" what was asked. */
function purposeFit(sentence: AnalysedText, events: readonly Mention[], { first }: AnswerSpan): number {
  const before = sentence.tokens[first - 1];
  if (!before || isVerb(sentence, first - 1) || COMPLETED.test(before.word)) return WEAK;
  return events.some(({ at }) => at < first && first - at <= NEAR) ? FAIR : WEAK;
}

/** "His killing" is none, though taggers take it for one. */
function isVerb({ tokens, parts }: AnalysedText, at: number): boolean {
  const isNoun = /^(?:his|her|its|their|the|a|an|of)$/.test(tokens[at - 1]?.word ?? '');
  return parts[at] === 'verb' && !isNoun;
}
