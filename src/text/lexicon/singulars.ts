/** Forms that a plural noun may be the plural of: "countries" of "country"; not all of them are words. */
export function singulars(word: string): string[] {
  return [
    word.replace(/s$/, ''),
    word.replace(/es$/, ''),
    word.replace(/ies$/, 'y'),
    word.replace(/men$/, 'man'),
  ].filter((form) => form !== word);
}
