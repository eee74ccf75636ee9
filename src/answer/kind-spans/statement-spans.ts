import type { AnalysedText } from '../analysed-text.js';
import { askedSpeaker, askedWay, SAME_NAME, speakerShare } from '../asked-speaker.js';
import { wayOfSaying } from '../kind-words.js';
import { type Saying, sayingsOf } from '../sayings.js';
import type { TermMatcher } from '../term-matcher.js';
import { type AnswerSpan, FAIR, STRONG, withTokens } from './answer-span.js';
import { clauseCharacter } from './clause.js';

/** A quotation of fewer characters is a word or two in quotation marks. */
const SHORT_QUOTE = 20;
/** What words are worth that somebody else said, and those of a pronoun or of nobody who is named here. */
const BY_OTHER = 0.4;
export const BY_UNKNOWN = 0.85;
/** What a demand is worth where an accusation is asked for. */
const IN_OTHER_WAY = 0.5;

const BEFOREHAND = /\b(?:ahead of|before|prior to|on the eve of)\b/i;

/** What was said before something is no reaction to it. */
export function isSaidTooEarly(matcher: TermMatcher, text: string): boolean {
  return asksReaction(matcher) && BEFOREHAND.test(text);
}

/** "How did they react", "the reaction to the vote". */
export function asksReaction({ question: { tokens } }: TermMatcher): boolean {
  return tokens.some(({ word }) =>
    /^(?:react|reacts|reacted|reactions?|respond|responds|responded|responses?|reply|replied|after)$/.test(
      word,
    ),
  );
}

/** What somebody says in a sentence: quotations, and what follows a verb of saying; worth less where another one speaks. */
export function statementSpans(matcher: TermMatcher, sentence: AnalysedText): AnswerSpan[] {
  // "Smith said in a statement:" only announces it.
  if (/:\s*$/.test(sentence.text)) return [];
  if (isSaidTooEarly(matcher, sentence.text)) return [];
  const sayings = sayingsOf(sentence);
  const worths = sayings.map(
    (saying) => speakerWorth(matcher, sentence, saying) * wayWorth(matcher, sentence, saying),
  );
  const ofQuotes = worths.length > 0 ? Math.max(...worths) : BY_UNKNOWN;
  const quoted = [...sentence.text.matchAll(/[“"][^“”"]+[”"]?/g)].flatMap(({ index, 0: words }) =>
    withTokens(
      sentence,
      index,
      index + words.length,
      ofQuotes * (words.length > SHORT_QUOTE ? STRONG : FAIR),
    ),
  );
  const reported = sayings.flatMap(({ verb }, index) => {
    const start = sentence.tokens[verb]?.start ?? 0;
    const fit = isAskedWay(matcher, sentence, verb) ? STRONG : FAIR;
    return withTokens(sentence, start, endOfClause(sentence.text, start), fit * (worths[index] ?? 1));
  });
  return [...quoted, ...reported];
}

/** "Called for the closure" is what somebody demands; "criticised the closure" is not. */
function wayWorth({ question }: TermMatcher, sentence: AnalysedText, { verb }: Saying): number {
  const [asked, way] = [askedWay(question), wayAt(sentence, verb)];
  return asked === null || way === null || way === asked ? 1 : IN_OTHER_WAY;
}

function isAskedWay({ question }: TermMatcher, sentence: AnalysedText, verb: number): boolean {
  const asked = askedWay(question);
  return asked !== null && wayAt(sentence, verb) === asked;
}

function wayAt({ tokens }: AnalysedText, verb: number): ReadonlySet<string> | null {
  const term = tokens[verb]?.term ?? '';
  const callsFor = term === 'call' && /^(?:for|on)$/.test(tokens[verb + 1]?.word ?? '');
  return wayOfSaying(callsFor ? 'demand' : term);
}

function speakerWorth(matcher: TermMatcher, { tokens, names }: AnalysedText, saying: Saying): number {
  if (askedSpeaker(matcher.question).length === 0) return 1;
  const { first, last, byPronoun } = saying;
  if (speakerShare(matcher, tokens.slice(first, last + 1)) >= SAME_NAME) return 1;
  const isNamed = names.some((name) => name.first <= last && first <= name.last);
  return isNamed && !byPronoun ? BY_OTHER : BY_UNKNOWN;
}

const CLAUSE = new RegExp(`^${clauseCharacter()}*`, 'u');

function endOfClause(text: string, from: number): number {
  return from + (CLAUSE.exec(text.slice(from))?.[0] ?? '').length;
}
