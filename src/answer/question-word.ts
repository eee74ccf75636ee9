import type { Token } from '../text/tokens.js';
import { AUXILIARIES, POLITE_VERBS, WH } from './kind-words.js';

/** "Is it so?", "If he wins, will there be a ceremony?": a clause opens with an auxiliary. */
export function asksWhether(tokens: readonly Token[]): boolean {
  if (tokens.length <= 2) return false;
  // "Any proof that he did it?"
  if (tokens[0]?.word === 'any') return true;
  return tokens.some(({ word, start }, at) => {
    const before = tokens[at - 1];
    const joins = /^(?:but|and|so|then)$/.test(before?.word ?? '');
    const last = joins ? tokens[at - 2] : before;
    // More than a space between two words is a comma, a colon or a dash.
    const opensClause = last === undefined || (joins ? (before?.start ?? 0) : start) - last.end > 1;
    return AUXILIARIES.has(word) && opensClause;
  });
}

/** The question word that asks: the last sentence's, where several sentences set the scene; the first in it. */
export function questionWord(tokens: readonly Token[]): number {
  const first = tokens[0]?.word ?? '';
  const candidates = tokens.flatMap((token, at) => (WH.has(token.word) ? [at] : []));
  if (AUXILIARIES.has(first) && tokens.length > 2 && !opensPolitely(tokens)) return -1;
  if (candidates.length <= 1) return candidates[0] ?? -1;
  // "who", "which" and "when" also open relative clauses: a question word that opens the question wins,
  // else the one before an auxiliary or after a preposition.
  const opening = candidates.find((at) => at <= 1);
  if (opening !== undefined) return opening;
  const asking = candidates.find((at) => {
    const next = tokens[at + 1]?.word ?? '';
    return (
      AUXILIARIES.has(next) ||
      (tokens[at]?.word === 'how' && /^(?:many|much|long|old|far)$/.test(next)) ||
      /^\p{Lu}/u.test(tokens[at]?.text ?? '')
    );
  });
  return asking ?? candidates[candidates.length - 1] ?? -1;
}

/** "Can you tell me who …", "does anybody know when …". */
function opensPolitely(tokens: readonly Token[]): boolean {
  const [, second, ...rest] = tokens.map(({ word }) => word);
  const asks = rest.slice(0, 2).some((word) => POLITE_VERBS.has(word));
  return asks && /^(?:you|we|i|anyone|anybody|someone|somebody)$/.test(second ?? '');
}
