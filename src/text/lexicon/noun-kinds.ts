import packed from './noun-kinds.json' with { type: 'json' };
import { singulars } from './singulars.js';

/** The kind of thing that a noun names. */
export type NounKind = keyof typeof packed;

// Made from WordNet by `npm run noun-kinds`.
const KINDS: ReadonlyMap<string, NounKind> = new Map(
  (['group', 'place', 'person'] as const).flatMap((kind) =>
    packed[kind].split(' ').map((noun) => [noun, kind] as const),
  ),
);

/**
 * Tells whether a noun usually names a person, a place or a group; null if none of these.
 * @param word in lower case, singular or plural
 */
export function nounKind(word: string): NounKind | null {
  for (const form of [word, ...singulars(word)]) {
    const kind = KINDS.get(form);
    if (kind !== undefined) return kind;
  }
  return null;
}
