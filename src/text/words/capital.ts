const [LOWER_A, LOWER_Z, UPPER_A, UPPER_Z] = [0x61, 0x7a, 0x41, 0x5a];

/** Whether a word begins with a capital letter of any alphabet. Most begin with a plain letter, which needs no pattern. */
export function opensWithCapital(word: string): boolean {
  const first = word.charCodeAt(0);
  if (first >= LOWER_A && first <= LOWER_Z) return false;
  return (first >= UPPER_A && first <= UPPER_Z) || /^\p{Lu}/u.test(word);
}
