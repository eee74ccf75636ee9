import { forgetOldAlerts, waitingWatches } from '../../store/watches/alerts.js';
import { endQuietStories } from '../../store/watches/watches.js';
import { nextMessage } from '../../watch/pace.js';
import { RepeatedWork } from '../repeated-work.js';
import { type AlertDelivery, deliverAlerts, resumeAlerts } from './delivery.js';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** How often alerts are looked for, in milliseconds. */
const TICK = 5_000;
/** No day is longer, in any zone. */
const LONGEST_DAY = 26 * HOUR;
/** A story of which there is nothing new for so long has ended, in days. */
export const STORY_ENDS_AFTER = 5;
/** How long the record of an alert is kept, in milliseconds. */
const REMEMBERED_FOR = 30 * DAY;

/**
 * Looks for alerts to send until it is stopped.
 * @param delivery returns null while there is no way to send alerts
 */
export function sendAlertsInTime(
  delivery: () => AlertDelivery | null,
  failed: (error: unknown) => void,
): RepeatedWork {
  let tidied = Number.NEGATIVE_INFINITY;
  const send = async (current: AlertDelivery): Promise<void> => {
    await sendAlerts(current);
    if (current.now() - tidied < HOUR) return;
    await tidyWatches(current);
    tidied = current.now();
  };
  const work = (): Promise<void> | null => {
    const current = delivery();
    return current === null ? null : send(current);
  };
  return new RepeatedWork(TICK, work, failed);
}

/** Resumes unfinished messages, and sends what watches have to tell now. */
export async function sendAlerts(delivery: AlertDelivery): Promise<void> {
  await resumeAlerts(delivery);
  for (const { watch, waiting, alerted } of await waitingWatches(
    delivery.store,
    delivery.now() - LONGEST_DAY,
  )) {
    const next = nextMessage(watch, waiting, alerted, delivery.now());
    if (next) await deliverAlerts(delivery, watch, next);
  }
}

/** Ends the watches of stories that have ended, and deletes old records. */
export async function tidyWatches({ store, log, now }: AlertDelivery): Promise<void> {
  for (const { id } of await endQuietStories(store, now() - STORY_ENDS_AFTER * DAY))
    log.info(`Watch ${id} has ended: its story has`);
  await forgetOldAlerts(store, now() - REMEMBERED_FOR);
}
