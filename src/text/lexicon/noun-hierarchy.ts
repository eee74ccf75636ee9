import packed from './noun-hierarchy.json' with { type: 'json' };
import { singulars } from './singulars.js';

/**
 * A hierarchy of nouns, in which a butterfly is an insect and California a state. Made from WordNet by `npm
 * run noun-hierarchy` from the two commonest senses of each noun.
 */

interface Kind {
  /** Position of the broader kind; -1 for the broadest. */
  readonly broader: number;
  /** Nouns that name it. */
  readonly names: readonly string[];
}

const KINDS: readonly Kind[] = packed.kinds.split('\n').map((row) => {
  const [broader = '', ...names] = row.split(' ');
  return { broader: Number(broader), names: names.map((name) => name.replace(/^[+~]/, '')) };
});

/**
 * The positions of a noun in the hierarchy, by its own name, its commonest sense first ("~singer" is a less common one).
 * A kind whose name only ends in the noun ("+state" for an American state) is not what the noun means.
 */
const PLACES: ReadonlyMap<string, readonly number[]> = placesOf(packed.kinds.split('\n'));

/**
 * Whether a noun is a kind or an instance of another.
 * @param noun in lower case, singular or plural
 * @example isKindOf('butterfly', 'insect') // true
 */
export function isKindOf(noun: string, kind: string): boolean {
  const places = placesOfForms(noun);
  if (places.length === 0) return false;
  const wanted = [kind, ...singulars(kind)];
  return places.some((place) => isBelow(place, wanted));
}

/**
 * The numbers of all kinds that a noun belongs to, the nearest first, each once; of its commonest sense only.
 * @param noun in lower case, singular or plural
 */
export function kindsOf(noun: string): number[] {
  const kinds: number[] = [];
  for (let at = placesOfForms(noun)[0] ?? -1; at >= 0; at = KINDS[at]?.broader ?? -1) kinds.push(at);
  return kinds;
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
      if (name.startsWith('+')) continue;
      const noun = name.replace('~', '');
      const others = places.get(noun) ?? [];
      places.set(noun, name === noun ? [place, ...others] : [...others, place]);
    }
  }
  return places;
}
