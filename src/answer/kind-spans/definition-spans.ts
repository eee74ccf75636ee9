import type { AnalysedText } from '../analysed-text.js';
import type { TermMatcher } from '../term-matcher.js';
import { type AnswerSpan, FAIR, STRONG, WEAK, withTokens } from './answer-span.js';
import { clauseCharacter } from './clause.js';

/** From this strength on a word is the question's own. */
const SAME = 0.8;
/** A surname is as good as the whole name; "policy" is not the "one-China policy". */
const HALF = 0.5;

const IS = new RegExp(
  `^[)”"’]*(?:, [^,]{0,60},)? (?:is|was|are|were|refers? to|means|stands for|became|remains|consists? of) ${clauseCharacter(';')}+`,
  'u',
);
/** "Was in Baghdad", "was planning it": where somebody was and what happened to him tells not who he was. */
const IS_ELSEWHERE =
  /^[)”"’]* (?:is|was|are|were) (?:(?:also|still|now|not) )*(?:in|at|on|to|from|with|by|under|near|for|killed|shot|told|expected|accused|blamed|due|going|[a-z]+ing)\b/;
const APPOSITION = /^[)”"’]*(?:,[”"’]*| [–—]) (?:who|which|the|a|an|one of)\b[^,.;–—]+/;
/** What stands between commas; a clause of its own, unless there is no verb in it. */
const BETWEEN_COMMAS = /^, [^,.;]{3,80}(?=[,.])/;
const ROLE_BEFORE =
  /(?:^|[\s(])((?:[\p{L}'’.-]+ ){0,6}(?:leader|minister|president|speaker|general|cleric|commander|secretary|senator|chief|head|spokesperson|spokesman|director|founder|expert|actor|singer|author|group|company|city|country|Gen\.|Sen\.)\s(?:[\p{Lu}][\p{L}.-]* ){0,2})$/u;

/** "X is a …", "X, the leader of Y,", "Y's leader X", "X refers to": what says who or what X is; less for a part of X. */
export function definitionSpans(matcher: TermMatcher, sentence: AnalysedText): AnswerSpan[] {
  return mentions(matcher, sentence).flatMap(({ start, end, share }) =>
    besideMention(sentence, start, end).map((span) => ({
      ...span,
      fit: span.fit * (share >= HALF ? 1 : share),
    })),
  );
}

/** Words of the question in a row: where they stand, by characters, and their share of its information. */
interface Mention {
  readonly start: number;
  readonly end: number;
  readonly share: number;
}

function mentions(matcher: TermMatcher, { tokens }: AnalysedText): Mention[] {
  const found: Mention[] = [];
  let strengths: number[] | null = null;
  let start = 0;
  for (const [at, token] of tokens.entries()) {
    const matches = matcher.matches(token).filter(({ strength }) => strength >= SAME);
    if (matches.length === 0) {
      strengths = null;
      continue;
    }
    if (strengths === null) {
      strengths = matcher.question.terms.map(() => 0);
      start = token.start;
    }
    for (const { index, strength } of matches) strengths[index] = Math.max(strengths[index] ?? 0, strength);
    const next = tokens[at + 1];
    const goesOn = next !== undefined && matcher.matches(next).some(({ strength }) => strength >= SAME);
    if (!goesOn) found.push({ start, end: token.end, share: matcher.coverage(strengths) });
  }
  return found;
}

function besideMention(sentence: AnalysedText, start: number, end: number): AnswerSpan[] {
  const after = sentence.text.slice(end);
  const said = IS.exec(after)?.[0] ?? APPOSITION.exec(after)?.[0];
  if (said !== undefined) {
    const fit = IS_ELSEWHERE.test(said) ? WEAK : STRONG;
    return withTokens(sentence, end + said.search(/\p{L}/u), end + said.length, fit);
  }
  const between = BETWEEN_COMMAS.exec(after)?.[0];
  if (between !== undefined) {
    return withTokens(sentence, end + 2, end + between.length, STRONG).map((span) => ({
      ...span,
      fit: sentence.parts.slice(span.first, span.last + 1).includes('verb') ? WEAK : STRONG,
    }));
  }
  const before = ROLE_BEFORE.exec(sentence.text.slice(0, start));
  return before ? withTokens(sentence, start - (before[1]?.length ?? 0), start, FAIR) : [];
}
