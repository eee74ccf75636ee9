import packed from './noun-kinds.json' with { type: 'json' };
import { singulars } from './singulars.js';

/** What a noun names: somebody, somewhere, or people together. */
export type NounKind = keyof typeof packed;

// Made from WordNet by `npm run noun-kinds`.
const KINDS: ReadonlyMap<string, NounKind> = new Map(
  (['group', 'place', 'person'] as const).flatMap((kind) =>
    packed[kind].split(' ').map((noun) => [noun, kind] as const),
  ),
);

/** What a noun mostly names, if it is a person, a place or a group. @param word in lower case, singular or plural */
export function nounKind(word: string): NounKind | null {
  for (const form of [word, ...singulars(word)]) {
    const kind = KINDS.get(form);
    if (kind !== undefined) return kind;
  }
  return null;
}
