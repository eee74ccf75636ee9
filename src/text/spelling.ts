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
  // Two neighbouring letters that have changed places are two edits.
  const distance = editDistance(left, right, limit + 1);
  if (distance <= limit) return true;
  return distance === limit + 1 && (isSwapped(left, right) || isTransliterated(left, right));
}

/** Letters that stand for the same sound in names from other scripts. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[qc]/g, 'k'],
  [/ph/g, 'f'],
  [/[aeiouy]/g, ''],
  [/(.)\1/g, '$1'],
];

/** Whether two words have the same consonants in the same order: "Sulemani" and "Soleimani", "Moktada" and "Muqtada". */
function isTransliterated(left: string, right: string): boolean {
  const consonants = consonantsOf(left);
  return consonants.length >= 3 && consonants === consonantsOf(right);
}

const consonantsOf = (word: string): string =>
  SOUNDS.reduce((sounds, [letters, sound]) => sounds.replace(letters, sound), word);

/** Whether two neighbouring letters have changed places: "foriegn". */
function isSwapped(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  const at = [...left].findIndex((letter, index) => letter !== right[index]);
  const swapped = `${left.slice(0, at)}${left[at + 1] ?? ''}${left[at] ?? ''}${left.slice(at + 2)}`;
  return at >= 0 && swapped === right;
}

/** The rows of the table of distances, one above the other: used again, as a question compares thousands of words. */
let [above, below] = [new Int32Array(64), new Int32Array(64)];

/** Computes the Levenshtein distance; gives up and returns `limit + 1` once it must exceed the limit. */
export function editDistance(left: string, right: string, limit: number): number {
  const { length } = right;
  if (above.length <= length) [above, below] = [new Int32Array(2 * length), new Int32Array(2 * length)];
  for (let j = 0; j <= length; j++) above[j] = j;
  for (let i = 1; i <= left.length; i++) {
    const letter = left.charCodeAt(i - 1);
    let least = i;
    let before = i;
    below[0] = i;
    for (let j = 1; j <= length; j++) {
      const change = (above[j - 1] ?? 0) + (letter === right.charCodeAt(j - 1) ? 0 : 1);
      before = Math.min(change, (above[j] ?? 0) + 1, before + 1);
      below[j] = before;
      if (before < least) least = before;
    }
    if (least > limit) return limit + 1;
    [above, below] = [below, above];
  }
  return above[length] ?? limit + 1;
}
