import weights from './weights.json' with { type: 'json' };

/** How well a term of a watch is found in an article. All strengths are 0 to 1, see `matchStrength`. */
export interface TermPlaces {
  readonly title: number;
  /** By number of sentence; sentences without it are left out. */
  readonly sentences: ReadonlyMap<number, number>;
}

/** A term of a watch, with how much it tells. */
export interface WeighedTerm {
  readonly weight: number;
  /** Null if the article lacks it. */
  readonly places: TermPlaces | null;
}

/** What says that an article is about a watch's words, each 0 to 1. */
export interface Aboutness {
  /** How much of the words stands in the title. */
  readonly title: number;
  /** How much of them stands in the title or the first sentences. */
  readonly lead: number;
  /** How much of them stands together in the title or in one sentence. */
  readonly together: number;
  /** How much of them the text comes back to. */
  readonly central: number;
}

/** News says in its first sentences what it is about. */
const LEAD_SENTENCES = 3;
/** A word that stands in so many sentences is one that the article is about. */
const OFTEN = 5;

/** @param terms all terms of the watch */
export function aboutness(terms: readonly WeighedTerm[]): Aboutness {
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const share = (strength: (places: TermPlaces) => number): number =>
    terms.reduce((sum, { weight, places }) => sum + (places ? weight * strength(places) : 0), 0) / whole;
  const numbers = new Set(terms.flatMap(({ places }) => [...(places?.sentences.keys() ?? [])]));
  const title = share((places) => places.title);
  const together = [...numbers].map((number) => share(({ sentences }) => sentences.get(number) ?? 0));
  return {
    title,
    lead: share(({ title: inTitle, sentences }) => {
      const early = [...sentences].filter(([number]) => number < LEAD_SENTENCES);
      return Math.max(inTitle, ...early.map(([, strength]) => strength));
    }),
    together: Math.max(title, ...together),
    central: share(({ sentences }) => {
      const found = [...sentences.values()].reduce((sum, strength) => sum + strength, 0);
      return Math.min(1, found / OFTEN);
    }),
  };
}

/** Learned on half of the judged watches (`npm run train -- --part watches`). */
const WEIGHTS: Aboutness & { readonly bias: number } = weights;
/** Sums of the same numbers in another order differ by less. */
const ROUNDING = 1e-9;

/** What a term adds at most to the sum that makes the chance, for each share of the watch's weight that it has. */
export function mostOfTerm({ title, sentences }: TermPlaces): number {
  let [lead, together, found] = [title, title, 0];
  for (const [number, strength] of sentences) {
    found += strength;
    together = Math.max(together, strength);
    if (number < LEAD_SENTENCES) lead = Math.max(lead, strength);
  }
  const central = Math.min(1, found / OFTEN);
  return (
    WEIGHTS.title * title + WEIGHTS.lead * lead + WEIGHTS.together * together + WEIGHTS.central * central
  );
}

/**
 * Whether an article may be about a watch's words with a chance.
 * @param most the mean of what its terms add at most, weighed
 */
export function mayReach(most: number, chance: number): boolean {
  return chance <= 0 || WEIGHTS.bias + most + ROUNDING >= Math.log(chance / (1 - chance));
}

/** The chance, 0 to 1, that an article is about a watch's words. */
export function chanceAbout({ title, lead, together, central }: Aboutness): number {
  const sum =
    WEIGHTS.bias +
    WEIGHTS.title * title +
    WEIGHTS.lead * lead +
    WEIGHTS.together * together +
    WEIGHTS.central * central;
  return 1 / (1 + Math.exp(-sum));
}

/** From this chance on, a reader is told. */
export const ABOUT = 0.5;
