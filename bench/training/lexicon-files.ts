import { inOrder, listSections, stringSections, writeBinaryFile } from './binary-file.js';

const inLexicon = (file: string): URL => new URL(`../../src/text/lexicon/${file}`, import.meta.url);

/** @param vectors one a word, `VECTOR_SIZE` values each, of the words from the commonest to the rarest */
export function writeWordVectors(words: readonly string[], vectors: Int8Array): void {
  const sorted = inOrder(words);
  const rowOf = new Map(words.map((word, row) => [word, row]));
  const rows = Uint32Array.from(sorted, (word) => rowOf.get(word) ?? 0);
  writeBinaryFile(inLexicon('word-vectors.bin'), [...stringSections(sorted), rows, vectors]);
}

/** @param words by term: derived forms, synonyms and broader words, parted by bars */
export function writeRelatedWords(words: ReadonlyMap<string, string>): void {
  const terms = inOrder(words.keys());
  const related = terms.map((term) => words.get(term) ?? '');
  writeBinaryFile(inLexicon('related-words.bin'), [...stringSections(terms), ...stringSections(related)]);
}

export function writeWordCounts(counts: ReadonlyMap<string, number>): void {
  const terms = inOrder(counts.keys());
  const numbers = Uint32Array.from(terms, (term) => counts.get(term) ?? 0);
  writeBinaryFile(inLexicon('word-counts.bin'), [...stringSections(terms), numbers]);
}

/**
 * @param rows one a kind: the row of its broader kind (-1 for none), then its nouns; "+state" for one that only ends in the
 * noun, "~singer" for a less common sense of it
 */
export function writeNounHierarchy(rows: readonly string[]): void {
  const kinds = rows.map((row) => {
    const [broader = '', ...names] = row.split(' ');
    return { broader: Number(broader), names };
  });
  const bare = (name: string): string => name.replace(/^[+~]/, '');
  const nouns = inOrder(new Set(kinds.flatMap(({ names }) => names.map(bare))));
  const places = new Map<string, number[]>(nouns.map((noun) => [noun, []]));
  for (const [place, { names }] of kinds.entries()) {
    for (const name of names) {
      if (name.startsWith('+')) continue;
      const others = places.get(bare(name)) ?? [];
      places.set(bare(name), name.startsWith('~') ? [...others, place] : [place, ...others]);
    }
  }
  const position = new Map(nouns.map((noun, at) => [noun, at]));
  writeBinaryFile(inLexicon('noun-hierarchy.bin'), [
    Int32Array.from(kinds, ({ broader }) => broader),
    ...stringSections(nouns),
    ...listSections(kinds.map(({ names }) => names.map((name) => position.get(bare(name)) ?? 0))),
    ...listSections(nouns.map((noun) => places.get(noun) ?? [])),
  ]);
}
