import { randomUUID } from 'node:crypto';
import { type Client, REST } from 'discord.js';
import type { Logger } from 'pino';
import { LATEST } from '../../digest/schedule/schedule.js';
import type { Counts } from '../../metrics/counts.js';
import type { ArchiveService } from '../../service/archive-service.js';
import type { GuildSourcesCache } from '../../service/guild-sources-cache.js';
import { type DigestSchedule, readDigestSchedule } from '../../store/digest-schedules.js';
import {
  claimDigest,
  type DigestSend,
  type DueDigest,
  type Hold,
  ON_REQUEST,
  reclaimDigest,
  recordOutcome,
  recordTry,
  type SendOutcome,
} from '../../store/digest-sends.js';
import type { Store } from '../../store/store.js';
import { UserError } from '../../user-error.js';
import { type BotContext, logFault } from '../bot-context.js';
import { digestOfPeriod, subjectOf } from '../digest-of-period.js';
import { digestTexts } from '../rendering/digest-texts.js';
import type { Outgoing } from '../rendering/message.js';
import { digestTitle, renderDigest } from '../rendering/render-digest.js';
import { DigestOutbox, lastingReason, markOf, unreachableReason } from './outbox.js';
import { missingPermissions, READ_HISTORY } from './permissions.js';

/*
 * Each digest goes out exactly once, whichever process dies at whatever moment. Its record in the store moves
 * through these states:
 *
 * | state            | means                                          | then                                                  |
 * |------------------|------------------------------------------------|-------------------------------------------------------|
 * | (no record)      | no process has taken it yet                    | one process inserts it: claimed                       |
 * | claimed          | a process composes it; Discord has nothing     | no articles: empty. `tried` is recorded, then sent    |
 * | claimed, tried   | it may be in Discord, or on its way            | the result is recorded: sent, waiting or failed       |
 * | waiting          | it did not go out, or nobody knows             | claimed again when the pause is over                  |
 * | sent             | it is in the channel, as the message recorded  |                                                       |
 * | empty            | there was nothing to post                      |                                                       |
 * | skipped          | it was missed, and became too old              |                                                       |
 * | failed           | it will not go out, for the reason recorded    |                                                       |
 *
 * A claim is a lease. If its holder dies, another process takes over, and every change checks that the claim
 * still holds. A process that takes over a digest with `tried` looks in the channel first. If the digest is
 * not there, it is sent again with the same nonce. For the minutes in which Discord remembers nonces, a
 * message still on its way from the dead process counts as the same one. After that nothing can still be on
 * its way, and looking is enough. A post in a forum has no nonce: it is requested once, never repeated by itself,
 * and looked for before the next attempt.
 *
 * A message that is to be published is published before it is recorded as sent, so that whoever takes over does it
 * if the first process could not. Publishing it again changes nothing.
 */

export interface Delivery {
  readonly store: Store;
  readonly service: Pick<ArchiveService, 'digest'>;
  /** Over what each guild asks; absent where all ask over everything. */
  readonly sources?: Pick<GuildSourcesCache, 'of'>;
  readonly outbox: Pick<DigestOutbox, 'post' | 'find' | 'beginPost' | 'findPost' | 'publish'>;
  readonly log: Logger;
  /** Absent if nobody reads the figures. */
  readonly counts?: Pick<Counts, 'digest'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly holder: string;
}

/**
 * How long a claim holds, in milliseconds: far longer than composing and sending take, including REST
 * retries.
 */
export const LEASE = 2 * 60 * 1000;
const FIRST_PAUSE = 30 * 1000;
const LONGEST_PAUSE = 30 * 60 * 1000;
const LONGEST_SEARCH = 24 * 60 * 60 * 1000;
/** A digest that is later than this says so, in milliseconds. */
const LATE = 15 * 60 * 1000;

/** Identifies this process among those that share the store. */
const HOLDER = randomUUID();

export function deliveryOf(
  { store, service, sources, log, counts, now }: BotContext,
  client: Client<true>,
): Delivery {
  const mayRead = async (channel: string): Promise<boolean> =>
    (await missingPermissions(client, channel))?.includes(READ_HISTORY) === false;
  const outbox = new DigestOutbox(client.rest, client.user.id, mayRead, onceOf(client));
  return { store, service, sources, log, counts, now, holder: HOLDER, outbox };
}

const once = new WeakMap<Client, REST>();

/** The client's REST without its own retries, and without waiting for an hour where Discord limits publishing. */
function onceOf(client: Client<true>): REST {
  const known = once.get(client);
  if (known) return known;
  const rest = new REST({
    ...client.rest.options,
    retries: 0,
    rejectOnRateLimit: ({ route }) => route.endsWith('/crosspost'),
    // These timers would keep a process alive, and little is kept for a handful of requests.
    hashSweepInterval: 0,
    handlerSweepInterval: 0,
  }).setToken(client.token);
  once.set(client, rest);
  return rest;
}

/**
 * Sends a due digest, unless another process has it. @returns its outcome, or null if another process has it
 */
export async function deliverDigest(delivery: Delivery, due: DueDigest): Promise<SendOutcome | null> {
  const claimed = await claimDigest(delivery.store, due, hold(delivery));
  return claimed && settle(delivery, claimed);
}

/** Resumes digests that a dead process left behind, and those whose pause is over. */
export async function resumeDigests(delivery: Delivery): Promise<void> {
  for (;;) {
    const claimed = await reclaimDigest(delivery.store, hold(delivery));
    if (!claimed) return;
    await settle(delivery, claimed);
  }
}

/** Records that a digest was missed. */
export async function skipDigest(delivery: Delivery, due: DueDigest): Promise<void> {
  const claimed = await claimDigest(delivery.store, due, hold(delivery));
  if (!claimed) return;
  await record(delivery, claimed, { state: 'skipped', reason: digestTexts.reason.missed });
}

function hold({ holder, now }: Delivery): Hold {
  return { holder, now: now(), lease: LEASE };
}

async function settle(delivery: Delivery, send: DigestSend): Promise<SendOutcome | null> {
  const outcome = await attempt(delivery, send).catch((error) => afterFailure(delivery, send, error));
  return outcome && (await record(delivery, send, outcome));
}

/** @returns null if another process took the digest over */
async function attempt(delivery: Delivery, send: DigestSend): Promise<SendOutcome | null> {
  const { store, outbox, now } = delivery;
  const mark = markOf(send);
  const schedule = await readDigestSchedule(store, send.guild, send.digest);
  if (send.tried !== null) {
    const message = await (send.isForum
      ? outbox.findPost(send.guild, send.channel, mark, send.tried)
      : outbox.find(send.channel, mark, send.tried));
    if (message !== null) return sent(delivery, send, message, schedule);
  }
  if (now() - send.due > LATEST) return tooLate(send);
  if (schedule === null && send.digest !== ON_REQUEST) {
    return { state: 'failed', reason: digestTexts.reason.stopped };
  }
  const digest = await composeMessage(delivery, send, schedule, mark.component);
  if (digest === null) return { state: 'empty' };
  if (!(await recordTry(store, send, hold(delivery)))) return null;
  const message = await (send.isForum
    ? outbox.beginPost(send.channel, digest.title, digest.outgoing)
    : outbox.post(send.channel, digest.outgoing, mark));
  return sent(delivery, send, message, schedule);
}

/** Publishes a message that is out, if that is wanted. If it cannot be published, it is sent nevertheless. */
async function sent(
  delivery: Delivery,
  { channel }: DigestSend,
  message: string,
  schedule: DigestSchedule | null,
): Promise<SendOutcome> {
  // A digest that was moved meanwhile may be out in a channel that publishes nothing.
  if (!schedule?.isPublished || schedule.channel !== channel) return { state: 'sent', message };
  try {
    await delivery.outbox.publish(channel, message);
    return { state: 'sent', message };
  } catch (error) {
    return { state: 'sent', message, reason: digestTexts.reason.unpublished(logFault(delivery, error)) };
  }
}

/** Composes the message. Returns null if there is nothing to tell and the guild wants no quiet line. */
async function composeMessage(
  { service, sources, now }: Delivery,
  { guild, due, period: key }: DigestSend,
  schedule: DigestSchedule | null,
  mark: number,
): Promise<{ readonly outgoing: Outgoing; readonly title: string } | null> {
  const everything = { guild, topic: null, sources: null };
  const subject = sources && (await subjectOf(schedule ?? everything, sources));
  const digest = await digestOfPeriod(service, key, subject ?? { topic: schedule?.topic });
  if (digest.stories.length === 0 && !schedule?.quietLine) return null;
  const view = {
    period: key,
    mark,
    ...(schedule ? { schedule } : {}),
    ...(now() - due > LATE ? { lateSince: due } : {}),
  };
  return { outgoing: renderDigest(digest, view), title: digestTitle(digest, view) };
}

function afterFailure(delivery: Delivery, send: DigestSend, error: unknown): SendOutcome {
  const lasting = lastingReason(error);
  if (lasting !== null) return { state: 'failed', reason: lasting };
  const reason = passingReason(error) ?? digestTexts.reason.fault(logFault(delivery, error));
  const pause = Math.min(FIRST_PAUSE * 2 ** (send.attempts - 1), LONGEST_PAUSE);
  const nextTry = delivery.now() + pause;
  // A digest that may be out already is looked for longer, so that the record says what happened to it.
  const patience = send.tried === null ? LATEST : LONGEST_SEARCH;
  if (nextTry - send.due > patience) return tooLate({ reason });
  return { state: 'waiting', reason, nextTry };
}

/** Returns why a later attempt may succeed; null for a fault of ours. */
function passingReason(error: unknown): string | null {
  // The archive or the database is out of reach.
  if (error instanceof UserError) return error.message;
  const unreachable = unreachableReason(error);
  return unreachable && digestTexts.reason.unreachable(unreachable);
}

/** Returns the outcome of a digest that is too late: failed if it was tried, skipped if nobody tried. */
function tooLate({ reason }: Pick<DigestSend, 'reason'>): SendOutcome {
  if (reason === null) return { state: 'skipped', reason: digestTexts.reason.missed };
  return { state: 'failed', reason: digestTexts.reason.gaveUp(reason) };
}

async function record(
  delivery: Delivery,
  send: DigestSend,
  outcome: SendOutcome,
): Promise<SendOutcome | null> {
  const held = await recordOutcome(delivery.store, send, delivery.holder, outcome);
  if (!held) return null;
  delivery.counts?.digest(outcome.state);
  const where = `digest ${send.digest} of ${new Date(send.due).toISOString()} for server ${send.guild}, channel ${send.channel}`;
  if (outcome.state === 'sent') delivery.log.info(`Sent ${where}`);
  if (outcome.state === 'skipped' || outcome.state === 'failed') {
    delivery.log.warn(`Not sent: ${where}: ${outcome.reason}`);
  }
  if (outcome.state === 'waiting') delivery.log.warn(`Not sent yet: ${where}: ${outcome.reason}`);
  return outcome;
}
