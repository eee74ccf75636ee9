import { keyOfSpan } from '../../digest/schedule/period-key.js';
import { LATEST, occurrencesBetween, previousOccurrence } from '../../digest/schedule/schedule.js';
import { type DigestSchedule, readDigestSchedules } from '../../store/digest-schedules.js';
import { type DueDigest, forgetOldDigests } from '../../store/digest-sends.js';
import { logFault } from '../bot-context.js';
import { type Delivery, deliverDigest, resumeDigests, skipDigest } from './delivery.js';

/** How often the clock is looked at, in milliseconds. Looking, not sleeping until then: clocks are changed, machines sleep. */
const TICK = 10_000;
/** Missed digests that are recorded as such after a long absence; the newest ones. */
const MOST_MISSED = 7;
/** How long we remember what became of a digest, in milliseconds. */
const REMEMBERED_FOR = 90 * 24 * 60 * 60 * 1000;

/** Looks for due digests until it is stopped. */
export class DigestClock {
  readonly #delivery: () => Delivery | null;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;

  /** @param delivery null while there is no way to send any */
  constructor(delivery: () => Delivery | null) {
    this.#delivery = delivery;
    this.#timer = setInterval(() => this.#look(), TICK);
    this.#look();
  }

  /** Resolves when what was being sent is sent. */
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

/** Sends what is due now, goes on with what was left undone, and records what was missed. */
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

/** A digest tells of the time since the one before it was due. */
function dueDigest(schedule: DigestSchedule, due: Date): DueDigest {
  return {
    guild: schedule.guild,
    due: due.getTime(),
    channel: schedule.channel,
    period: keyOfSpan(previousOccurrence(schedule, due), due, schedule.zone),
  };
}
