import { WordMemory } from '../words/word-memory.js';
import { numbersIn, sectionsOf } from './binary-file.js';
import { singulars } from './singulars.js';
import { StringTable } from './string-table.js';

/**
 * A hierarchy of nouns, in which a butterfly is an insect and California a state. Made from WordNet by `npm
 * run noun-hierarchy` from the two commonest senses of each noun.
 */

interface Hierarchy {
  /** The broader kind of each; -1 for the broadest. */
  readonly broader: Int32Array;
  readonly nouns: StringTable;
  /** The nouns that name each kind. */
  readonly names: NumberLists;
  /**
   * The kinds that each noun names, its commonest sense first. A kind whose name only ends in the noun ("American state" for
   * "state") is not among them.
   */
  readonly places: NumberLists;
}

interface NumberLists {
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;
}

let loaded: Hierarchy | undefined;

function hierarchy(): Hierarchy {
  loaded ??= load();
  return loaded;
}

function load(): Hierarchy {
  const [broader, starts, text, ...lists] = sectionsOf('noun-hierarchy.bin');
  if (!broader || !starts || !text) throw new Error('The hierarchy of nouns is not whole');
  const [nameStarts, names, placeStarts, places] = lists.map(numbersIn);
  if (!nameStarts || !names || !placeStarts || !places)
    throw new Error('The hierarchy of nouns is not whole');
  return {
    broader: new Int32Array(
      broader.buffer,
      broader.byteOffset,
      broader.byteLength / Int32Array.BYTES_PER_ELEMENT,
    ),
    nouns: new StringTable([starts, text]),
    names: { starts: nameStarts, numbers: names },
    places: { starts: placeStarts, numbers: places },
  };
}

function listAt({ starts, numbers }: NumberLists, position: number): Uint32Array {
  return numbers.subarray(starts[position], starts[position + 1]);
}

/**
 * Returns a test whether a noun is a kind or an instance of another. The test is for nouns in lower case, singular or plural.
 * @example kindTest('insect')('butterfly') // true
 */
export function kindTest(kind: string): (noun: string) => boolean {
  const { nouns, broader } = hierarchy();
  const wanted = [kind, ...singulars(kind)].map((form) => nouns.indexOf(form)).filter((at) => at >= 0);
  if (wanted.length === 0) return () => false;
  // Many nouns are below the same kinds.
  const told = new Map<number, boolean>();
  const isWanted = (at: number): boolean => {
    if (at < 0) return false;
    const known = told.get(at);
    if (known !== undefined) return known;
    const found = hasName(at, wanted) || isWanted(broader[at] ?? -1);
    told.set(at, found);
    return found;
  };
  return (noun) => placesOfForms(noun).some((place) => isWanted(broader[place] ?? -1));
}

/** @param wanted positions of nouns */
function hasName(kind: number, wanted: readonly number[]): boolean {
  const { starts, numbers } = hierarchy().names;
  for (let at = starts[kind] ?? 0; at < (starts[kind + 1] ?? 0); at++)
    if (wanted.includes(numbers[at] ?? -1)) return true;
  return false;
}

/**
 * The numbers of all kinds that a noun belongs to, the nearest first, each once; of its commonest sense only.
 * @param noun in lower case, singular or plural
 */
export function kindsOf(noun: string): number[] {
  const { broader } = hierarchy();
  const kinds: number[] = [];
  for (let at = placesOfForms(noun)[0] ?? -1; at >= 0; at = broader[at] ?? -1) kinds.push(at);
  return kinds;
}

/** The words of some hundred questions' sentences. */
const MEMORY_LIMIT = 20_000;
const memory = new WordMemory<readonly number[]>(MEMORY_LIMIT);
const NONE: readonly number[] = [];

function placesOfForms(noun: string): readonly number[] {
  return memory.of(noun, findPlaces);
}

function findPlaces(noun: string): readonly number[] {
  const own = placesOf(noun);
  const found = own.length > 0 ? own : singulars(noun).flatMap(placesOf);
  return found.length > 0 ? found : NONE;
}

function placesOf(noun: string): readonly number[] {
  const { nouns, places } = hierarchy();
  const at = nouns.indexOf(noun);
  return at < 0 ? NONE : [...listAt(places, at)];
}
