import type { Question } from '../question.js';

/** What a question's grammar asks for: its kind of answer, and where that is anything, how the question is built. */
export function questionForm({ kind, tokens, focus }: Question): string {
  if (kind !== 'thing') return kind;
  const at = tokens.findIndex(({ word }) => /^(?:what|which|whats)$/.test(word));
  if (at < 0) return 'thing';
  const next = tokens[at + 1]?.word ?? '';
  if (/^(?:did|does|do|would|will|can|could|has|have|had|should)$/.test(next)) return 'thing done';
  if (/^(?:is|was|are|were)$/.test(next)) return 'thing that is';
  return focus.length > 0 ? 'thing named' : 'thing that does';
}

/** Forms of question that want a figure of some kind. */
export const FAMILY_OF_FORM: ReadonlyMap<string, string> = new Map(
  ['count', 'money', 'percent', 'measure', 'span', 'age'].map((form) => [form, 'figure']),
);

/** Position in `terms` of the noun asked for: "river" in "which river", "president" in "who is the president"; -1 if none. */
export function headOfQuestion({ focus, terms, kind }: Question): number {
  const head = focus.at(-1);
  if (head !== undefined) return terms.findIndex(({ term }) => term === head);
  if (kind !== 'person' && kind !== 'definition') return -1;
  return terms.findIndex(({ part, particular }) => part === 'noun' && !particular);
}
