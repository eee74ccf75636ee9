import { findQuantities } from '../text/quantities.js';
import { tokenise } from '../text/tokens.js';
import type { Figure, Snippet } from './answer.js';
import type { AnswerKind } from './answer-kind.js';

const FIGURE_KINDS: ReadonlySet<AnswerKind> = new Set([
  'count',
  'money',
  'percent',
  'measure',
  'span',
  'date',
]);

/** A snippet that is less than so likely as the first one to answer speaks of something else: its value is no other figure. */
const LIKELY = 0.015;

/**
 * The distinct values that several sources give, in the order of the snippets: "more than 5,000", "5,200".
 * Equal numbers are one value, printed as the first source prints it. Empty unless at least two snippets give one.
 * @param snippets best first; their scores are log-likelihoods, as the ranker learns them
 * @param daysOf the days that a snippet's highlight means, where that can be told: "Sunday" of two weeks are two values
 */
export function collectFigures(
  kind: AnswerKind,
  snippets: readonly Snippet[],
  daysOf: (snippet: Snippet) => string | null = () => null,
): Figure[] {
  if (!FIGURE_KINDS.has(kind)) return [];
  const figures = new Map<string, { value: string; snippets: number[] }>();
  const best = snippets[0]?.score ?? 0;
  let given = 0;
  for (const [index, snippet] of snippets.entries()) {
    const { text, highlight, score } = snippet;
    if (!highlight || Math.exp(score - best) < LIKELY) continue;
    const value = text.slice(...highlight).replace(/^(?:the|an) /i, '');
    if (!/\d|[a-z]/i.test(value)) continue;
    given += 1;
    const key = (kind === 'date' ? daysOf(snippet) : null) ?? valueKey(value);
    const known = figures.get(key);
    if (known) known.snippets.push(index);
    else figures.set(key, { value, snippets: [index] });
  }
  return given >= 2 ? [...figures.values()] : [];
}

/** Same number and same qualifier, same key: "5,000" and "5000", but not "more than 5,000". */
function valueKey(value: string): string {
  const quantity = findQuantities(value, tokenise(value))[0];
  if (!quantity || quantity.value === null) return value.toLowerCase();
  const qualifier =
    /more than|less than|fewer than|at least|at most|over|under|up to|nearly|almost/i.exec(value)?.[0] ?? '';
  return `${qualifier.toLowerCase()} ${quantity.value} ${quantity.kind}`;
}
