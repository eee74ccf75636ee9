import { opensWithCapital } from '../../text/words/capital.js';
import { quantityAt } from '../types/figures.js';
import type { Mention } from './mention.js';

/** What a value is and what stands beside it, each for the type of answer alone: "person after: by". */
export function traitsOf(mention: Mention): string[] {
  const { sentence, span, type } = mention;
  const { text, tokens } = sentence.analysed;
  const before = text.slice(tokens[span.first - 1]?.end ?? 0, span.start);
  const after = text.slice(span.end, tokens[span.last + 1]?.start ?? text.length);
  const words = span.last - span.first + 1;
  const traits = [
    `${type} is: ${kindOf(mention)}`,
    `${type} after: ${besideIn(mention, span.first - 1, before)}`,
    `${type} before: ${besideIn(mention, span.last + 1, after)}`,
    `${type} words: ${words > 4 ? 'many' : words}`,
  ];
  if (opensWithCapital(tokens[span.first]?.text ?? '')) traits.push(`${type} capital`);
  return traits;
}

/** Of what kind a value's figure is, or its name. */
function kindOf({ sentence: { analysed }, span }: Mention): string {
  const quantity = quantityAt(analysed, span);
  if (quantity !== undefined) return quantity.kind;
  return analysed.names.find(({ start, end }) => start < span.end && span.start < end)?.kind ?? 'phrase';
}

/** Words before and after a name or figure that tell what it does: function words and punctuation, else the part of speech. */
function besideIn({ sentence: { analysed } }: Mention, at: number, gap: string): string {
  const mark = gap === ' ' ? undefined : /[,;:()“”"—]/.exec(gap)?.[0];
  if (mark !== undefined) return mark;
  const form = analysed.forms[at];
  if (form === undefined) return 'end';
  return form.stop ? form.word : (analysed.parts[at] ?? 'other');
}
