import { z } from 'zod';
import type { Collection } from './engines/engine.js';

/** What an engine's process is asked to do. */
export interface Order {
  readonly step: 'build' | 'find';
  readonly engine: string;
  readonly collection: Collection;
  /** One question a line. */
  readonly questionsFile: string;
  /** Where the index is saved, and nothing else. */
  readonly folder: string;
  /** Seconds of processor time that it may take. */
  readonly limit: number;
}

/**
 * Time by the clock, and of the processor. Processor time does not depend on what else the machine is doing.
 */
const duration = z.object({ clock: z.number(), processor: z.number() });
export type Duration = z.infer<typeof duration>;

/** The process's response to `build`. */
export const built = z.object({ seconds: duration, peakMegabytes: z.number() });
export type Built = z.infer<typeof built>;

/** The process's response to `find`. */
export const found = z.object({
  /** From the saved index to the first answer. */
  seconds: duration,
  /** Heap growth since before the index was opened, after garbage collection; null if that is unknown. */
  heapMegabytes: z.number().nullable(),
  /** Memory of the whole process, after the questions. */
  rssMegabytes: z.number(),
  /** One for each question; null if there was no time left to ask it. */
  answers: z.array(z.object({ ms: duration, ids: z.array(z.string()) }).nullable()),
  /** Texts by id, for an engine that quotes something other than the shared passages. */
  texts: z.record(z.string(), z.string()),
});
export type Found = z.infer<typeof found>;

/** What one engine costs for a collection of one size. */
export const figures = z.object({
  buildSeconds: duration.nullable(),
  peakMegabytes: z.number().nullable(),
  savedMegabytes: z.number(),
  heapMegabytes: z.number().nullable(),
  rssMegabytes: z.number(),
  startSeconds: duration,
  /** How many questions there was time to ask. */
  asked: z.number(),
  /** Milliseconds a question. */
  median: duration,
  p95: duration,
  /** Null if the right answers are unknown. */
  hit1: z.number().nullable(),
  hit1000: z.number().nullable(),
});
export type Figures = z.infer<typeof figures>;

/** Figures, or why there are none: "over 300 s", "not installed". */
export const measurement = z.object({
  engine: z.string(),
  passages: z.number(),
  outcome: z.union([figures, z.string()]),
});
export type Measurement = z.infer<typeof measurement>;

/** Everything that one run measured. */
export const run = z.object({
  machine: z.string(),
  articles: z.record(z.string(), z.number()),
  questions: z.number(),
  measurements: z.array(measurement),
});
export type Run = z.infer<typeof run>;
