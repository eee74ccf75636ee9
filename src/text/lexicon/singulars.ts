/** Returns the possible singulars of a plural noun: "country" for "countries". Not all of them are words. */
export function singulars(word: string): string[] {
  if (!word.endsWith('s') && !word.endsWith('men')) return [];
  return [
    word.replace(/s$/, ''),
    word.replace(/es$/, ''),
    word.replace(/ies$/, 'y'),
    word.replace(/men$/, 'man'),
  ].filter((form) => form !== word);
}
