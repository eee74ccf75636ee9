import { z } from 'zod';
import { readJsonLines } from './json-lines.js';

/** Words that a member watches for, and articles that were read to judge whether they are about them. */
export interface JudgedWatch {
  readonly words: string;
  /** The half that the weights were learned from, or the half that they were not. */
  readonly half: 'learn' | 'test';
  /** Ids of articles that are about the words, and of articles that are not. */
  readonly about: ReadonlySet<string>;
  readonly not: ReadonlySet<string>;
}

const ids = z.array(z.string()).transform((all) => new Set(all));
const watch = z.object({ words: z.string(), half: z.enum(['learn', 'test']), about: ids, not: ids });

export function readJudgedWatches(file: string): JudgedWatch[] {
  return readJsonLines(file, watch);
}

/** Sentences that were told of a story, as a reader judged them: `<article>#<number>`. */
export interface JudgedCourse {
  readonly words: string;
  /** Tells of the story, and what was new on its day. */
  readonly right: ReadonlySet<string>;
  readonly wrong: ReadonlySet<string>;
}

export function readJudgedCourses(file: string): JudgedCourse[] {
  return readJsonLines(file, z.object({ words: z.string(), right: ids, wrong: ids }));
}
