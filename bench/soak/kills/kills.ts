import { KilledProcess } from './killed-process.js';
import { ALL_POINTS, type Point, type Told, type Trial, type Work, workOf } from './points.js';
import { ArticleTrial } from './trials/article-trial.js';
import { BackupTrial } from './trials/backup-trial.js';
import { DigestTrial } from './trials/digest-trial.js';
import { FeedTrial } from './trials/feed-trial.js';
import { MigrationTrial } from './trials/migration-trial.js';
import { RecordTrial } from './trials/record-trial.js';

const TRIALS: Readonly<Record<Work, () => Promise<Trial>>> = {
  articles: async () => new ArticleTrial(),
  digests: () => DigestTrial.start(),
  feeds: () => FeedTrial.start(),
  records: () => RecordTrial.start(),
  backups: () => BackupTrial.start(),
  migrations: () => MigrationTrial.start(),
};

/** What is taken for the length of a step that has not been seen yet, in milliseconds. */
const USUAL = 30;
/** Kills are aimed at any moment up to so much of a step's usual length. */
const REACH = 1.1;
/** So often in a row a process may have finished before its kill. */
const MOST_LATE = 50;

export interface PointReport {
  readonly kills: number;
  readonly lost: number;
  readonly doubled: number;
}

export interface KillReport {
  /** By where the process was when it died. */
  readonly points: Readonly<Record<string, PointReport>>;
  /** What was acknowledged and is gone, and what was deleted and is back, each in words. */
  readonly lost: readonly string[];
  /** What is there twice. */
  readonly doubled: readonly string[];
  /** The longest time in milliseconds until all was there again after a kill. */
  readonly longestRecovery: number;
  /** What one kill takes, the look afterwards included. */
  readonly secondsPerKill: number;
}

/**
 * Kills a real process again and again while it opens an archive, reads files, saves the index, adds and deletes
 * articles, claims, sends and records digests, polls a feed, writes to the database and erases from it, makes and
 * restores a backup, and brings an old database up to date. After each kill it looks whether anything was lost or
 * doubled.
 * @param random returns a number from 0 to 1
 */
export async function killOften(
  kills: number,
  random: () => number,
  onKill: (done: number) => void = () => {},
): Promise<KillReport> {
  const killer = new Killer(random);
  try {
    return await killer.kill(kills, onKill);
  } finally {
    await killer.end();
  }
}

class Killer {
  readonly #trials = new Map<Work, Trial>();
  readonly #points = new Map<Point, { kills: number; lost: number; doubled: number }>();
  readonly #lost: string[] = [];
  readonly #doubled: string[] = [];
  /** How long steps take, in milliseconds: the last one that was seen as a whole. */
  readonly #lengths = new Map<Point, number>();
  /** Loads while the files of the last one are looked at. */
  #next: KilledProcess | null = null;
  #longestRecovery = 0;

  constructor(private readonly random: () => number) {}

  async kill(kills: number, onKill: (done: number) => void): Promise<KillReport> {
    const began = performance.now();
    let late = 0;
    for (let round = 1, done = 0; done < kills; round++) {
      const point = pointAt(done);
      const died = await this.#killAt(point, round, pointAt(done + 1));
      late = died ? 0 : late + 1;
      if (late > MOST_LATE) throw new Error(`Nothing can be killed at ${point}`);
      if (!died) continue;
      done += 1;
      onKill(done);
    }
    return {
      points: Object.fromEntries(this.#points),
      lost: this.#lost,
      doubled: this.#doubled,
      longestRecovery: Math.round(this.#longestRecovery),
      secondsPerKill: (performance.now() - began) / 1000 / kills,
    };
  }

  async end(): Promise<void> {
    this.#next?.discard();
    for (const trial of this.#trials.values()) await trial.end();
  }

  /** @returns whether the process was killed before it had finished */
  async #killAt(point: Point, round: number, next: Point): Promise<boolean> {
    const work = workOf(point);
    const trial = this.#trials.get(work) ?? (await TRIALS[work]());
    this.#trials.set(work, trial);
    const orders = await trial.begin(round);
    const delay = this.random() * REACH * (this.#lengths.get(point) ?? USUAL);
    const hear = this.#hearing(trial, round);
    const died = await this.#process(work).killAt(orders, point, delay, hear);
    this.#next = new KilledProcess(workOf(died === null ? point : next));
    const began = performance.now();
    const { lost, doubled } = await trial.look(died ?? point);
    this.#longestRecovery = Math.max(this.#longestRecovery, performance.now() - began);
    const at = `killed at ${died}, round ${round}`;
    this.#lost.push(...lost.map((what) => `${at}: ${what}`));
    this.#doubled.push(...doubled.map((what) => `${at}: ${what}`));
    if (died !== null) this.#count(died, lost.length, doubled.length);
    return died !== null;
  }

  #process(work: Work): KilledProcess {
    const waiting = this.#next;
    this.#next = null;
    if (waiting?.work === work) return waiting;
    waiting?.discard();
    return new KilledProcess(work);
  }

  #hearing(trial: Trial, round: number): (told: Told) => void {
    let begun = 0;
    return (told) => {
      if ('failed' in told) this.#lost.push(`round ${round}: ${told.failed}`);
      if ('begin' in told) begun = performance.now();
      if ('done' in told) this.#lengths.set(told.done, performance.now() - begun);
      trial.told(told);
    };
  }

  #count(point: Point, lost: number, doubled: number): void {
    const before = this.#points.get(point) ?? { kills: 0, lost: 0, doubled: 0 };
    this.#points.set(point, {
      kills: before.kills + 1,
      lost: before.lost + lost,
      doubled: before.doubled + doubled,
    });
  }
}

function pointAt(kill: number): Point {
  return ALL_POINTS[kill % ALL_POINTS.length] ?? 'open';
}
