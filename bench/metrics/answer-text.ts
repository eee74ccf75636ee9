/**
 * SQuAD's own normalisation (Rajpurkar et al. 2016): lower case, no punctuation, no articles, single spaces.
 */
export function normaliseSquad(text: string): string {
  return text
    .toLowerCase()
    .replace(/[!-/:-@[-`{-~]/g, '')
    .replace(/\b(?:a|an|the)\b/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');
}

/** 1 when the span is one of the answers after normalisation, else 0. */
export function exactMatch(span: string, answers: readonly string[]): number {
  const given = normaliseSquad(span);
  return answers.some((answer) => normaliseSquad(answer) === given) ? 1 : 0;
}

/** Harmonic mean of precision and recall over words, for the best-fitting answer. */
export function tokenF1(span: string, answers: readonly string[]): number {
  const given = normaliseSquad(span).split(' ');
  return Math.max(0, ...answers.map((answer) => overlapF1(given, normaliseSquad(answer).split(' '))));
}

function overlapF1(given: readonly string[], gold: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of gold) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of given) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += 1;
  }
  return shared === 0 ? 0 : (2 * shared) / (given.length + gold.length);
}

/** Lower case, compatibility forms folded, accents dropped; everything but letters, digits and `$ % . , '` is a space. */
export function foldQuote(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}$%.,']+/gu, ' ')
    .trim();
}

/** Whether one of the answers stands in the quote as whole words: "700" is neither in "1,700" nor in "7000". */
export function holdsAnswer(quote: string, answers: readonly string[]): boolean {
  const folded = foldQuote(quote);
  return answers.some((answer) => {
    const wanted = foldQuote(answer);
    return wanted !== '' && standsIn(folded, wanted);
  });
}

function standsIn(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + wanted.length, at + wanted.length + 2);
    const startsWord = !/[\p{L}\p{N}]$/u.test(before) && !(/^\d/.test(wanted) && /\d[.,]$/.test(before));
    const endsWord = !/^[\p{L}\p{N}]/u.test(after) && !(/\d$/.test(wanted) && /^[.,]\d/.test(after));
    if (startsWord && endsWord) return true;
  }
  return false;
}
