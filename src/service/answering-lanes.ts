import { availableParallelism } from 'node:os';

/** More threads would answer faster than members ask, and each takes some 60 MB: it holds a language model of its own. */
const MOST_THREADS = 4;
/** Questions that a thread has at a time: while it waits for the articles of one it reads those of the other. */
export const LANES = 2;

/** How many threads answer when many ask: one core is left to the archive's thread, which does a quarter of the work. */
export function answeringThreads(): number {
  return Math.min(availableParallelism() - 1, MOST_THREADS);
}

/** How many questions are answered side by side when many ask. */
export function answersAtOnce(): number {
  return LANES * Math.max(1, answeringThreads());
}
