import type { AnalysedText } from '../../text/analysed-text.js';
import type { AnswerType } from '../question/answer-type.js';
import type { AnswerTypeModule } from './value-span.js';

/** A type of answer that takes a whole clause: it has no values, only signs that a sentence gives one. */
export function prose(type: AnswerType, wanted: string, cue: RegExp | null): AnswerTypeModule {
  return {
    type,
    wanted,
    spans: () => [],
    canonical: () => '',
    ...(cue === null ? {} : { cue: ({ text }: AnalysedText) => (cue.test(text) ? 1 : 0) }),
  };
}
