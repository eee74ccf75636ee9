import { setImmediate } from 'node:timers/promises';
import { keyOfSpan } from '../../digest/schedule/period-key.js';
import { LATEST, occurrencesBetween, previousOccurrence } from '../../digest/schedule/schedule.js';
import { type DigestSchedule, readDigestSchedules } from '../../store/digest-schedules.js';
import { type DueDigest, forgetOldDigests, forgetWrongOutcomes } from '../../store/digest-sends.js';
import { RepeatedWork } from '../repeated-work.js';
import { type Delivery, deliverDigest, resumeDigests, skipDigest } from './delivery.js';
import type { SteadyClock } from './steady-clock.js';

/**
 * How often the clock is checked for due digests, in milliseconds. Polling instead of one long sleep survives
 * clock changes and suspended machines.
 */
const TICK = 10_000;
/**
 * How far a look reaches back beyond the one before, in milliseconds: longer than it takes until a schedule that
 * another process writes can be read here.
 */
const OVERLAP = 60_000;
/** After a long absence, only this many missed digests are recorded, the newest ones. */
const MOST_MISSED = 7;
/** How long the record of a digest is kept, in milliseconds. */
const REMEMBERED_FOR = 90 * 24 * 60 * 60 * 1000;
/** How far the clocks of processes that share a store may differ, in milliseconds. */
const CLOCKS_DIFFER = 10 * 60 * 1000;

/** Looks for due digests until it is stopped. */
export class DigestClock {
  readonly #delivery: () => Delivery | null;
  readonly #clock: SteadyClock;
  readonly #work: RepeatedWork;
  /** Whether outcomes may have been recorded by a wrong clock: at the start nobody knows. */
  #mayBeWrong = true;
  /** Up to when all that was due is claimed, in milliseconds since 1970. */
  #claimed = 0;

  /** @param delivery returns null while there is no way to send digests */
  constructor(delivery: () => Delivery | null, clock: SteadyClock, failed: (error: unknown) => void) {
    this.#delivery = delivery;
    this.#clock = clock;
    this.#work = new RepeatedWork(TICK, () => this.#look(), failed);
  }

  /** Resolves when any digest that is being sent has gone out. */
  stop(): Promise<void> {
    return this.#work.stop();
  }

  #look(): Promise<void> | null {
    const delivery = this.#delivery();
    return delivery === null ? null : this.#send({ ...delivery, now: () => this.#clock.now() });
  }

  async #send(delivery: Delivery): Promise<void> {
    if ((await this.#clock.look()) === 'set back') this.#mayBeWrong = true;
    if (this.#mayBeWrong) {
      await forgetWrongOutcomes(delivery.store, this.#clock.now(), LATEST, CLOCKS_DIFFER);
      this.#claimed = 0;
    }
    this.#mayBeWrong = false;
    this.#claimed = (await sendDueDigests(delivery, this.#claimed)) - OVERLAP;
  }
}

/**
 * Sends the digests that are due, resumes unfinished ones, and records missed ones.
 * @param from when all that was due before is known to be claimed; times are in milliseconds since 1970
 * @returns when it looked
 */
export async function sendDueDigests(delivery: Delivery, from = 0): Promise<number> {
  await resumeDigests(delivery);
  const now = new Date(delivery.now());
  for (const schedule of await readDigestSchedules(delivery.store)) {
    const since = new Date(Math.max(from, schedule.since));
    const missed = occurrencesBetween(schedule, since, now, MOST_MISSED);
    for (const due of missed.reverse()) {
      const send = dueDigest(schedule, due);
      if (now.getTime() - due.getTime() > LATEST) await skipDigest(delivery, send);
      else await deliverDigest(delivery, send);
    }
    // Thousands of schedules take a while, in which members must not wait.
    await setImmediate();
  }
  await forgetOldDigests(delivery.store, now.getTime() - REMEMBERED_FOR);
  return now.getTime();
}

/** Returns the digest due at a moment. It covers the time since the one before it was due. */
function dueDigest(schedule: DigestSchedule, due: Date): DueDigest {
  const { guild, digest, channel, isForum, zone } = schedule;
  const period = keyOfSpan(previousOccurrence(schedule, due), due, zone);
  return { guild, digest, due: due.getTime(), channel, isForum, period };
}
