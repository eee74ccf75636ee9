import type { AnalysedText } from './analysed-text.js';
import { type AnswerSpan, FAIR, STRONG, WEAK } from './kind-spans/answer-span.js';
import { consequenceSpans } from './kind-spans/consequence-spans.js';
import { definitionSpans } from './kind-spans/definition-spans.js';
import { ageSpans, byKind, countFit, dateSpans, quantitySpans } from './kind-spans/figure-spans.js';
import { mannerSpans } from './kind-spans/manner-spans.js';
import { organisationSpans, placeSpans, thingSpans } from './kind-spans/name-spans.js';
import { personSpans } from './kind-spans/person-spans.js';
import { reasonSpans } from './kind-spans/reason-spans.js';
import { statementSpans } from './kind-spans/statement-spans.js';
import type { TermMatcher } from './term-matcher.js';

export type { AnswerSpan } from './kind-spans/answer-span.js';

/** All spans of a sentence that may answer, best fit first; those that the question holds itself are no news and left out. */
export function findAnswerSpans(matcher: TermMatcher, sentence: AnalysedText): AnswerSpan[] {
  const spans = spansOfKind(matcher, sentence);
  return spans.filter((span) => !standsInQuestion(matcher, sentence, span)).sort((a, b) => b.fit - a.fit);
}

function spansOfKind(matcher: TermMatcher, sentence: AnalysedText): AnswerSpan[] {
  switch (matcher.question.kind) {
    case 'count':
      return quantitySpans(sentence, (quantity) => countFit(matcher, sentence, quantity));
    case 'money':
      return quantitySpans(sentence, byKind({ money: STRONG, count: WEAK, percent: WEAK }));
    case 'percent':
      return quantitySpans(sentence, byKind({ percent: STRONG, count: WEAK }));
    case 'measure':
      return quantitySpans(
        sentence,
        byKind({ measure: STRONG, percent: FAIR, count: FAIR, money: FAIR, duration: WEAK }),
      );
    case 'date':
      return dateSpans(matcher, sentence);
    case 'span':
      return quantitySpans(sentence, byKind({ duration: STRONG, count: WEAK, year: WEAK }));
    case 'age':
      return ageSpans(sentence);
    case 'person':
      return personSpans(matcher, sentence);
    case 'place':
      return placeSpans(matcher, sentence);
    case 'organisation':
      return organisationSpans(matcher, sentence);
    case 'reason':
      return reasonSpans(matcher, sentence);
    case 'consequence':
      return consequenceSpans(matcher, sentence);
    case 'manner':
      return mannerSpans(matcher, sentence);
    case 'definition':
      return definitionSpans(matcher, sentence);
    case 'statement':
      return statementSpans(matcher, sentence);
    case 'thing':
      return thingSpans(matcher, sentence);
    case 'yes or no':
      return [];
  }
}

/** More than half of its content words are the question's own. */
function standsInQuestion(matcher: TermMatcher, sentence: AnalysedText, span: AnswerSpan): boolean {
  if (/^(?:reason|consequence|manner|definition|statement)$/.test(matcher.question.kind)) return false;
  let content = 0;
  let known = 0;
  for (let at = span.first; at <= span.last; at++) {
    const token = sentence.tokens[at];
    if (!token || token.stop) continue;
    content += 1;
    if (matcher.matches(token).some(({ strength }) => strength >= 0.8)) known += 1;
  }
  return content === 0 ? false : known > content / 2;
}
