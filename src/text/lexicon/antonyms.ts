import { stem } from '../stems.js';
import packed from './antonyms.json' with { type: 'json' };

// Made from WordNet by `npm run antonyms`.
const OPPOSITES: Readonly<Record<string, string>> = packed.opposites;

/** Words that exclude each other but are not opposites in WordNet. Bars separate the sides. */
const EXCLUDING = `
before | after since during
first | second | third | last
more | less fewer
most | least few
only none | all
north | south | east | west
inside | outside
above | below
up | down
highest | lowest
largest biggest | smallest
longest | shortest
oldest | newest youngest
earliest | latest
best | worst
former | current
primary | secondary
rise increase | fall drop decline
allow | ban prohibit prevent
accept agree | refuse reject`;

const excluded = new Map<string, Set<string>>();
for (const line of EXCLUDING.trim().split('\n')) {
  const sides = line.split('|').map((side) => side.trim().split(' ').map(stem));
  for (const side of sides) {
    const others = sides.filter((other) => other !== side).flat();
    for (const term of side) excluded.set(term, new Set([...(excluded.get(term) ?? []), ...others]));
  }
}

/**
 * Returns the terms that mean the opposite of a term: "increas" for "decreas".
 * @param term a stem
 */
export function oppositesOf(term: string): ReadonlySet<string> {
  const listed = Object.hasOwn(OPPOSITES, term) ? (OPPOSITES[term] ?? '').split(' ') : [];
  return new Set([...listed, ...(excluded.get(term) ?? [])]);
}
