import type { Archive } from '../../src/archive/archive.js';
import type { Aboutness } from '../../src/watch/aboutness.js';
import { ABOUT } from '../../src/watch/aboutness.js';
import { WatchIndex } from '../../src/watch/watch-index.js';
import { share } from '../metrics/ranking.js';
import type { JudgedWatch } from '../sets/watches.js';
import { fitLogistic, type LogisticCase, logistic } from './logistic.js';

/** An article that was judged for a watch. */
export interface WatchCase {
  /** The words of the watch. */
  readonly words: string;
  readonly aboutness: Aboutness;
  readonly isAbout: boolean;
}

/** The weights of `chanceAbout`. */
export interface WatchWeights extends Aboutness {
  readonly bias: number;
}

/** There are some two hundred cases; results hardly change from .003 to .005, and a stronger one misses more. */
const PENALTY = 0.005;
const NOTHING: Aboutness = { title: 0, lead: 0, together: 0, central: 0 };

/** What the index says of each article that was judged for a watch. */
export async function watchCases(watches: readonly JudgedWatch[], archive: Archive): Promise<WatchCase[]> {
  const index = new WatchIndex();
  for (const [at, { words }] of watches.entries()) index.addWords(at, words);
  const judged = new Set(watches.flatMap(({ about, not }) => [...about, ...not]));
  const cases: WatchCase[] = [];
  for (const id of judged) {
    const article = await archive.article(id);
    if (article === undefined) continue;
    const found = new Map(
      (await index.compare(article, archive, 0)).map(({ watch, aboutness }) => [watch, aboutness]),
    );
    for (const [at, { words, about, not }] of watches.entries()) {
      if (about.has(id) || not.has(id))
        cases.push({ words, aboutness: found.get(at) ?? NOTHING, isAbout: about.has(id) });
    }
  }
  return cases;
}

export function learnWatches(cases: readonly WatchCase[]): WatchWeights {
  const [bias = 0, title = 0, lead = 0, together = 0, central = 0] = fitLogistic(
    cases.map((each): LogisticCase => ({ facts: factsOf(each), label: each.isAbout ? 1 : 0, weight: 1 })),
    PENALTY,
  );
  return { bias, title, lead, together, central };
}

/** Judges each watch by weights that were learned without it. */
export function crossValidateWatches(cases: readonly WatchCase[]): string {
  const alerts = cases.filter((each) => {
    const { bias, title, lead, together, central } = learnWatches(
      cases.filter(({ words }) => words !== each.words),
    );
    return logistic(factsOf(each), [bias, title, lead, together, central]) >= ABOUT;
  });
  const about = cases.filter(({ isAbout }) => isAbout);
  const precision = share(alerts, ({ isAbout }) => isAbout);
  const recall = share(about, (each) => alerts.includes(each));
  return `${cases.length} judged articles, ${about.length} of them about the words; each watch judged without itself: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}\n`;
}

function factsOf({ aboutness: { title, lead, together, central } }: WatchCase): number[] {
  return [1, title, lead, together, central];
}
