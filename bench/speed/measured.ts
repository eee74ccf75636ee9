import { z } from 'zod';
import type { Collection } from './engines/engine.js';

/** What an engine's process is told. */
export interface Order {
  readonly step: 'build' | 'find';
  readonly engine: string;
  readonly collection: Collection;
  /** One question a line. */
  readonly questionsFile: string;
  /** Where the index is saved, and nothing else. */
  readonly folder: string;
  /** Seconds of the processor that it may take. */
  readonly limit: number;
}

/** By the clock, and of the processor: the latter does not depend on what else a machine has to do. */
const duration = z.object({ clock: z.number(), processor: z.number() });
export type Duration = z.infer<typeof duration>;

/** What it answers to `build`. */
export const built = z.object({ seconds: duration, peakMegabytes: z.number() });
export type Built = z.infer<typeof built>;

/** What it answers to `find`. */
export const found = z.object({
  /** Until the saved index was ready for the first question. */
  seconds: duration,
  /** More than before it was opened, after garbage collection; null where that cannot be told. */
  heapMegabytes: z.number().nullable(),
  /** Of the whole process, after the questions. */
  rssMegabytes: z.number(),
  /** One a question; null where there was no time left to ask it. */
  answers: z.array(z.object({ ms: duration, ids: z.array(z.string()) }).nullable()),
  /** By id: of an engine that quotes something else than the passages that all have. */
  texts: z.record(z.string(), z.string()),
});
export type Found = z.infer<typeof found>;

/** What one engine costs over a collection of one size. */
export const figures = z.object({
  buildSeconds: duration.nullable(),
  peakMegabytes: z.number().nullable(),
  savedMegabytes: z.number(),
  heapMegabytes: z.number().nullable(),
  rssMegabytes: z.number(),
  startSeconds: duration,
  /** So many questions could be asked in time. */
  asked: z.number(),
  /** Milliseconds a question. */
  median: duration,
  p95: duration,
  /** Null where nobody knows the answers. */
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

/** All that one run measured. */
export const run = z.object({
  machine: z.string(),
  articles: z.record(z.string(), z.number()),
  questions: z.number(),
  measurements: z.array(measurement),
});
export type Run = z.infer<typeof run>;
