/**
 * A table that has a number for each UTF-16 code unit.
 * @param numbers by the characters that have them
 * @param table holds those of all others; it is changed
 */
export function characterTable(
  numbers: Readonly<Record<string, number>>,
  table = new Uint8Array(1 << 16),
): Uint8Array {
  for (const [characters, number] of Object.entries(numbers))
    for (const character of characters) table[character.charCodeAt(0)] = number;
  return table;
}
