import packed from './noun-hierarchy.json' with { type: 'json' };
import { singulars } from './singulars.js';

/**
 * What nouns are kinds of: a butterfly is an insect, California a state. Made from WordNet by `npm run noun-hierarchy`,
 * the two commonest senses of each noun.
 */

interface Kind {
  /** Position of the broader kind; -1 for the broadest. */
  readonly broader: number;
  /** Nouns that name it. */
  readonly names: readonly string[];
}

const KINDS: readonly Kind[] = packed.kinds.split('\n').map((row) => {
  const [broader = '', ...names] = row.split(' ');
  return { broader: Number(broader), names: names.map((name) => name.replace('+', '')) };
});

/** Where a noun stands, by its own name; what only ends in it ("+state" for an American state) is not what it means. */
const PLACES: ReadonlyMap<string, readonly number[]> = placesOf(packed.kinds.split('\n'));

/** Whether a noun names a kind of what another names, or one of them. @param noun in lower case, singular or plural */
export function isKindOf(noun: string, kind: string): boolean {
  const places = placesOfForms(noun);
  if (places.length === 0) return false;
  const wanted = [kind, ...singulars(kind)];
  return places.some((place) => isBelow(place, wanted));
}

function placesOfForms(noun: string): readonly number[] {
  return PLACES.get(noun) ?? singulars(noun).flatMap((form) => PLACES.get(form) ?? []);
}

function isBelow(place: number, wanted: readonly string[]): boolean {
  for (let at = KINDS[place]?.broader ?? -1; at >= 0; at = KINDS[at]?.broader ?? -1) {
    if (KINDS[at]?.names.some((name) => wanted.includes(name))) return true;
  }
  return false;
}

function placesOf(rows: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, row] of rows.entries()) {
    for (const name of row.split(' ').slice(1)) {
      if (!name.startsWith('+')) places.set(name, [...(places.get(name) ?? []), place]);
    }
  }
  return places;
}
