import { keyOfSpan } from '../../digest/schedule/period-key.js';
import { LATEST, occurrencesBetween, previousOccurrence } from '../../digest/schedule/schedule.js';
import { type DigestSchedule, readDigestSchedules } from '../../store/digest-schedules.js';
import { type DueDigest, forgetOldDigests } from '../../store/digest-sends.js';
import { logFault } from '../bot-context.js';
import { type Delivery, deliverDigest, resumeDigests, skipDigest } from './delivery.js';

/**
 * How often the clock is checked for due digests, in milliseconds. Polling instead of one long sleep survives
 * clock changes and suspended machines.
 */
const TICK = 10_000;
/** After a long absence, only this many missed digests are recorded, the newest ones. */
const MOST_MISSED = 7;
/** How long the record of a digest is kept, in milliseconds. */
const REMEMBERED_FOR = 90 * 24 * 60 * 60 * 1000;

/** Looks for due digests until it is stopped. */
export class DigestClock {
  readonly #delivery: () => Delivery | null;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;

  /** @param delivery returns null while there is no way to send digests */
  constructor(delivery: () => Delivery | null) {
    this.#delivery = delivery;
    this.#timer = setInterval(() => this.#look(), TICK);
    this.#look();
  }

  /** Resolves when any digest that is being sent has gone out. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  #look(): void {
    const delivery = this.#delivery();
    if (delivery === null) return;
    this.#running ??= sendDueDigests(delivery)
      .catch((error) => void logFault(delivery, error))
      .finally(() => {
        this.#running = null;
      });
  }
}

/** Sends the digests that are due, resumes unfinished ones, and records missed ones. */
export async function sendDueDigests(delivery: Delivery): Promise<void> {
  await resumeDigests(delivery);
  const now = new Date(delivery.now());
  for (const schedule of await readDigestSchedules(delivery.store)) {
    for (const due of occurrencesBetween(schedule, new Date(schedule.since), now, MOST_MISSED)) {
      const send = dueDigest(schedule, due);
      if (now.getTime() - due.getTime() > LATEST) await skipDigest(delivery, send);
      else await deliverDigest(delivery, send);
    }
  }
  await forgetOldDigests(delivery.store, now.getTime() - REMEMBERED_FOR);
}

/** Returns the digest due at a moment. It covers the time since the one before it was due. */
function dueDigest(schedule: DigestSchedule, due: Date): DueDigest {
  return {
    guild: schedule.guild,
    due: due.getTime(),
    channel: schedule.channel,
    period: keyOfSpan(previousOccurrence(schedule, due), due, schedule.zone),
  };
}
