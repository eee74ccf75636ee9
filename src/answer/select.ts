import { isNegation } from '../text/negations.js';
import { analyseText } from './analysed-text.js';
import type { Snippet } from './answer.js';
import type { RankedSentence } from './rank.js';
import { makeSnippet } from './snippet.js';

/** Another article's sentence is preferred to a second one of the same article unless it scores so much worse. */
const VARIETY = 1;
/** A sentence that scores so much worse than the best is a thousand times less likely to answer: it would only fill. */
const FILLER = 7;
/** Share of common terms from which two quotes say the same words. */
const SAME_WORDS = 0.8;

/** The best snippets, from different articles where other articles answer too; the same words are shown once, naming all sources. */
export function selectSnippets(ranked: readonly RankedSentence[], top: number): Snippet[] {
  const remaining = [...ranked];
  const chosen: Snippet[] = [];
  const used = new Map<string, number>();
  while (chosen.length < top && remaining.length > 0) {
    const next = takeBest(remaining, used);
    if (!next || next.score < (ranked[0]?.score ?? 0) - FILLER) break;
    const snippet = makeSnippet(next);
    const twin = chosen.findIndex((other) => sameWords(other.text, snippet.text));
    const inOther = chosen[twin];
    if (inOther) {
      const known = [inOther.source, ...inOther.alsoIn].some(
        ({ article }) => article === snippet.source.article,
      );
      if (!known) chosen[twin] = { ...inOther, alsoIn: [...inOther.alsoIn, snippet.source] };
      continue;
    }
    if (chosen.some((other) => overlaps(other, snippet))) continue;
    used.set(next.article.id, (used.get(next.article.id) ?? 0) + 1);
    chosen.push(snippet);
  }
  return chosen;
}

function takeBest(
  remaining: RankedSentence[],
  used: ReadonlyMap<string, number>,
): RankedSentence | undefined {
  let best = -1;
  let bestScore = -Infinity;
  for (const [index, { article, score }] of remaining.entries()) {
    const adjusted = score - VARIETY * (used.get(article.id) ?? 0);
    if (adjusted > bestScore) [best, bestScore] = [index, adjusted];
  }
  return best < 0 ? undefined : remaining.splice(best, 1)[0];
}

function overlaps(left: Snippet, right: Snippet): boolean {
  return left.source.article === right.source.article && left.first <= right.last && right.first <= left.last;
}

/** The same words, and nothing in them that makes them say something else: another figure, a "not". */
function sameWords(left: string, right: string): boolean {
  if (figuresAndDenials(left) !== figuresAndDenials(right)) return false;
  const [a, b] = [analyseText(left).terms, analyseText(right).terms];
  const common = [...a].filter((term) => b.has(term)).length;
  return common / Math.max(1, a.size + b.size - common) >= SAME_WORDS;
}

function figuresAndDenials(text: string): string {
  const { tokens, quantities } = analyseText(text);
  const figures = quantities.map(
    ({ kind, value, start, end }) => `${kind} ${value ?? text.slice(start, end).toLowerCase()}`,
  );
  return [...figures, ...tokens.flatMap(({ word }) => (isNegation(word) ? [word] : []))].sort().join();
}
