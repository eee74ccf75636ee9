import { randomUUID } from 'node:crypto';
import { type Client, DiscordAPIError } from 'discord.js';
import type { Logger } from 'pino';
import type { ArchiveService } from '../../service/archive-service.js';
import type { Hold } from '../../store/digest-sends.js';
import type { Store } from '../../store/store.js';
import {
  type AlertMessage,
  type AlertOutcome,
  claimAlerts,
  reclaimAlerts,
  recordAlertOutcome,
  recordAlertTry,
  toldAlerts,
} from '../../store/watches/alerts.js';
import { endWatch, readWatch, type Watch } from '../../store/watches/watches.js';
import { UserError } from '../../user-error.js';
import type { Alert } from '../../watch/alert.js';
import type { NextMessage } from '../../watch/pace.js';
import { type BotContext, logFault } from '../bot-context.js';
import {
  type DigestMark,
  DigestOutbox,
  lastingReason,
  markFor,
  unreachableReason,
} from '../digests/outbox.js';
import { missingPermissions, READ_HISTORY } from '../digests/permissions.js';
import { digestTexts } from '../rendering/digest-texts.js';
import { renderAlert, SUMMED } from '../rendering/watches/render-alert.js';
import { watchTexts } from '../rendering/watches/watch-texts.js';

/*
 * Each alert is told exactly once, whichever process dies at whatever moment, by the protocol of digests
 * (digests/delivery.ts). A message and the alerts that it tells are claimed together:
 *
 * | state          | means                                             | then                                       |
 * |----------------|---------------------------------------------------|--------------------------------------------|
 * | (no message)   | the alerts wait                                   | one process claims some: claimed           |
 * | claimed        | it is composed; Discord has nothing               | articles gone: empty. `tried`, then sent   |
 * | claimed, tried | it may be in Discord, or on its way               | the result is recorded                     |
 * | waiting        | it did not go out, or nobody knows                | claimed again when the pause is over       |
 * | sent, empty    | it is in the channel; there was nothing to tell   |                                            |
 * | failed         | it will not go out, for the reason recorded       |                                            |
 *
 * A process that takes over a message with `tried` looks in the channel first, and sends it again, with the same
 * nonce, if it is not there. Of one watch, one message is under way at a time. If its channel or person is gone
 * or closed to us, the watch ends with everything that waits for it.
 */

export interface AlertDelivery {
  readonly store: Store;
  readonly service: Pick<ArchiveService, 'alert'>;
  readonly outboxOf: (watch: Watch) => Pick<DigestOutbox, 'post' | 'find'>;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly holder: string;
}

/** How long a claim holds, in milliseconds: far longer than composing and sending take. */
export const LEASE = 2 * 60 * 1000;
const FIRST_PAUSE = 30 * 1000;
const LONGEST_PAUSE = 30 * 60 * 1000;
/** How late an alert may go out, in milliseconds. */
const LATEST = 24 * 60 * 60 * 1000;

/** Identifies this process among those that share the store. */
const HOLDER = randomUUID();

export function alertDeliveryOf(
  { store, service, log, now }: BotContext,
  client: Client<true>,
): AlertDelivery {
  const mayRead = async (channel: string): Promise<boolean> =>
    (await missingPermissions(client, channel))?.includes(READ_HISTORY) === false;
  const inGuilds = new DigestOutbox(client.rest, client.user.id, mayRead);
  // Direct messages have no permissions.
  const inPrivate = new DigestOutbox(client.rest, client.user.id);
  const outboxOf = ({ guild }: Watch) => (guild === null ? inPrivate : inGuilds);
  return { store, service, log, now, holder: HOLDER, outboxOf };
}

/** Sends a message of a watch, unless another process has it. */
export async function deliverAlerts(
  delivery: AlertDelivery,
  watch: Watch,
  { articles, isSummary }: NextMessage,
): Promise<void> {
  const alerts = { watch: watch.id, articles, isSummary };
  const claimed = await claimAlerts(delivery.store, alerts, hold(delivery));
  if (claimed) await settle(delivery, claimed);
}

/** Resumes messages that a dead process left behind, and those whose pause is over. */
export async function resumeAlerts(delivery: AlertDelivery): Promise<void> {
  for (;;) {
    const claimed = await reclaimAlerts(delivery.store, hold(delivery));
    if (!claimed) return;
    await settle(delivery, claimed);
  }
}

function hold({ holder, now }: AlertDelivery): Hold {
  return { holder, now: now(), lease: LEASE };
}

async function settle(delivery: AlertDelivery, message: AlertMessage): Promise<void> {
  const watch = await readWatch(delivery.store, message.watch);
  if (watch === null) return;
  const outcome = await attempt(delivery, message, watch).catch((error) =>
    afterFailure(delivery, message, watch, error),
  );
  if (outcome === null) return;
  if (!(await recordAlertOutcome(delivery.store, message, delivery.holder, outcome))) return;
  if (outcome.reason !== undefined)
    delivery.log.warn(
      `Not sent${outcome.state === 'waiting' ? ' yet' : ''}: an alert of watch ${watch.id}: ${outcome.reason}`,
    );
}

/** @returns null if another process took the message over, or the watch has ended */
async function attempt(
  delivery: AlertDelivery,
  message: AlertMessage,
  watch: Watch,
): Promise<AlertOutcome | null> {
  const { store, now } = delivery;
  const outbox = delivery.outboxOf(watch);
  const mark = markOfAlerts(message);
  if (message.tried !== null) {
    const found = await outbox.find(watch.channel, mark, message.tried);
    if (found !== null) return { state: 'sent', message: found };
  }
  if (now() - message.created > LATEST)
    return { state: 'failed', reason: message.reason ?? watchTexts.reason.late };
  const { articles, previous } = await toldAlerts(store, message);
  const alerts = await composed(delivery, watch, articles, previous);
  if (alerts.length === 0) return { state: 'empty' };
  const left = Math.max(0, articles.length - SUMMED);
  if (!(await recordAlertTry(store, message, hold(delivery)))) return null;
  const outgoing = renderAlert(watch, alerts, left, mark.component);
  return { state: 'sent', message: await outbox.post(watch.channel, outgoing, mark, true) };
}

/** Composes the newest of the alerts, oldest first, without those whose articles are gone. */
async function composed(
  { service }: AlertDelivery,
  { words, story }: Watch,
  articles: readonly string[],
  previous: string | null,
): Promise<Alert[]> {
  const alerts: Alert[] = [];
  for (const article of articles.slice(-SUMMED)) {
    const alert = await service.alert({ words: story === null ? words : null, article, previous });
    if (alert !== null) alerts.push(alert);
  }
  return alerts;
}

function markOfAlerts({ id, watch, created }: AlertMessage): DigestMark {
  return markFor(`alert ${id} ${watch} ${created}`);
}

async function afterFailure(
  delivery: AlertDelivery,
  message: AlertMessage,
  watch: Watch,
  error: unknown,
): Promise<AlertOutcome | null> {
  const { store, log, now } = delivery;
  const lasting = lastingReason(error);
  if (isGone(error)) {
    await endWatch(store, watch.id);
    log.info(`Watch ${watch.id} has ended: ${lasting ?? 'its reader is gone'}`);
    return null;
  }
  if (lasting !== null) return { state: 'failed', reason: lasting };
  const unreachable = unreachableReason(error);
  const reason =
    error instanceof UserError
      ? error.message
      : unreachable === null
        ? digestTexts.reason.fault(logFault(delivery, error))
        : digestTexts.reason.unreachable(unreachable);
  const pause = Math.min(FIRST_PAUSE * 2 ** (message.attempts - 1), LONGEST_PAUSE);
  return { state: 'waiting', reason, nextTry: now() + pause };
}

/** Whether the channel or the person is gone, or is closed to us: a channel by its permissions, a person by their settings. */
function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && (error.status === 404 || error.status === 403);
}
