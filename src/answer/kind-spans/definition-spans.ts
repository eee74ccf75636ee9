import type { AnalysedText } from '../analysed-text.js';
import type { TermMatcher } from '../term-matcher.js';
import { type AnswerSpan, FAIR, STRONG, withTokens } from './answer-span.js';

/** "X is a …", "X, the leader of Y,", "Y's leader X", "X refers to": what says who or what X is. */
export function definitionSpans(matcher: TermMatcher, sentence: AnalysedText): AnswerSpan[] {
  const asked = sentence.tokens.flatMap((token, at) =>
    matcher.matches(token).some(({ strength }) => strength >= 0.8) ? [at] : [],
  );
  return asked.flatMap((at) => {
    const end = sentence.tokens[at]?.end ?? 0;
    const start = sentence.tokens[at]?.start ?? 0;
    const after = sentence.text.slice(end);
    const is =
      /^\)?(?:, [^,]{0,60},)? (?:is|was|are|were|refers? to|means|stands for|became|remains|consists? of) (?:[^.;]|(?<=\b\p{L})\.|\.(?=\d))+/u.exec(
        after,
      );
    if (is) return withTokens(sentence, end + 1, end + is[0].length, STRONG);
    const apposition =
      /^,? (?:\()?(?:who|which|the|a|an|one of)\b[^,.;]+/.exec(after) ??
      /^, [^,.;]{3,80}(?=[,.])/.exec(after);
    if (apposition?.[0].startsWith(','))
      return withTokens(sentence, end + 2, end + apposition[0].length, STRONG);
    const before =
      /(?:^|[\s(])((?:[\p{L}'’.-]+ ){0,6}(?:leader|minister|president|speaker|general|cleric|commander|secretary|senator|chief|head|spokesperson|spokesman|director|founder|expert|actor|singer|author|group|company|city|country|Gen\.|Sen\.)\s(?:[\p{Lu}][\p{L}.-]* ){0,2})$/u.exec(
        sentence.text.slice(0, start),
      );
    return before ? withTokens(sentence, start - (before[1]?.length ?? 0), start, FAIR) : [];
  });
}
