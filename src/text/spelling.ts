/**
 * Returns by how many letters two spellings of one name may differ: "Suleimani" and "Soleimani", "Bagdad" and
 * "Baghdad". Short words that differ by a letter are different words.
 * @param length of the word, or of the shorter of two, in letters
 */
export function spellingDistance(length: number): number {
  return length < 6 ? 0 : length < 9 ? 1 : 2;
}

/**
 * Whether two folded words may be spellings of one word: they begin alike and differ by no more than their
 * length allows.
 */
export function isSpellingVariant(left: string, right: string): boolean {
  const limit = spellingDistance(Math.min(left.length, right.length));
  if (limit === 0 || Math.abs(left.length - right.length) > limit) return false;
  if (left.charCodeAt(0) !== right.charCodeAt(0)) return false;
  return editDistance(left, right, limit) <= limit || isSwapped(left, right) || isTransliterated(left, right);
}

/** Letters that stand for the same sound in names from other scripts. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[qc]/g, 'k'],
  [/ph/g, 'f'],
  [/[aeiouy]/g, ''],
  [/(.)\1/g, '$1'],
];

/**
 * Whether two words have the same consonants in the same order and differ by at most one letter more than
 * usual: "Sulemani" and "Soleimani", "Moktada" and "Muqtada".
 */
function isTransliterated(left: string, right: string): boolean {
  const limit = spellingDistance(Math.min(left.length, right.length)) + 1;
  const [consonants, others] = [left, right].map((word) =>
    SOUNDS.reduce((sounds, [letters, sound]) => sounds.replace(letters, sound), word),
  );
  return consonants === others && (consonants?.length ?? 0) >= 3 && editDistance(left, right, limit) <= limit;
}

/** Whether two neighbouring letters have changed places: "foriegn". */
function isSwapped(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  const at = [...left].findIndex((letter, index) => letter !== right[index]);
  const swapped = `${left.slice(0, at)}${left[at + 1] ?? ''}${left[at] ?? ''}${left.slice(at + 2)}`;
  return at >= 0 && swapped === right;
}

/** Computes the Levenshtein distance; gives up and returns `limit + 1` once it must exceed the limit. */
export function editDistance(left: string, right: string, limit: number): number {
  let row = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const change = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row[right.length] ?? limit + 1;
}
