import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Counts } from '../metrics/counts.js';
import type { ArchiveService } from '../service/archive-service.js';
import type { GuildSourcesCache } from '../service/guild-sources-cache.js';
import type { Store } from '../store/store.js';
import { isTrouble } from '../store/store-trouble.js';
import { UserError } from '../user-error.js';
import type { CommandIds } from './command-ids.js';
import type { Cooldown } from './cooldown.js';
import type { RecentAnswers } from './recent-answers.js';
import { fitted } from './rendering/fit.js';
import { DISPLAY_TEXT } from './rendering/limits.js';
import { notice, type Outgoing } from './rendering/message.js';
import { texts } from './rendering/texts.js';
import { requestFailure } from './request-failure.js';
import type { SeenEvents } from './seen-events.js';
import type { SettingsCache } from './settings-cache.js';
import { isUnlikeRegistered } from './unlike-registered.js';
import type { WorkQueue } from './work-queue.js';

/** Everything needed to answer a question, however it came in. */
export interface BotContext {
  readonly service: ArchiveService;
  readonly store: Store;
  /** The name of this process among those that share the store. */
  readonly holder: string;
  readonly settings: SettingsCache;
  /** Over what each guild asks. */
  readonly sources: GuildSourcesCache;
  readonly commands: CommandIds;
  readonly queue: WorkQueue;
  readonly cooldown: Cooldown;
  readonly recent: RecentAnswers;
  /** Interactions that were answered. Messages are claimed in the store instead. */
  readonly seen: SeenEvents;
  /** Whether Discord shows us messages that are not addressed to us. */
  readonly messageContent: boolean;
  /** Whether unanswered questions are kept for the operator. */
  readonly storeQuestions: boolean;
  /** How many days they are kept. */
  readonly retentionDays: number;
  /** How many sources a guild may follow; 0 if none may have its own. */
  readonly sourcesPerServer?: number;
  /** The guild in which something is asked; null or absent outside of any. */
  readonly guild?: string | null;
  /** Where the operator can be asked for sources: an address of the web, or `mailto:` and one. */
  readonly operatorContact?: string | null;
  readonly counts: Counts;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Runs some work and returns its result as a message: what it made, or the reason why it failed. */
export async function outcomeMessage(context: BotContext, work: () => Promise<Outgoing>): Promise<Outgoing> {
  try {
    return await work();
  } catch (error) {
    // The reason is for the operator.
    if (isTrouble(error)) return notice(texts.unsaved);
    if (error instanceof UserError) return notice(wordsOf(error));
    if (isUnlikeRegistered(error)) return notice(texts.unknownControl);
    return notice(texts.fault(logFault(context, error)));
  }
}

/** What somebody typed may stand in it, in any length. */
function wordsOf({ message, hint }: UserError): string {
  return [message, hint ?? '']
    .map((text) => fitted(text, DISPLAY_TEXT / 2 - 1))
    .join(' ')
    .trimEnd();
}

/** Logs a fault of ours. Returns the id under which it can be found. */
export function logFault(context: Pick<BotContext, 'log'>, error: unknown): string {
  const fault = randomUUID().slice(0, 8);
  // The store tells the operator once what keeps it from writing.
  if (isTrouble(error)) {
    context.log.debug({ fault, err: error }, error.message);
    return fault;
  }
  const failure = requestFailure(error);
  if (failure === null) context.log.error({ fault, err: error }, `Something went wrong (${fault})`);
  else context.log.error(`Something went wrong (${fault}): ${failure}`);
  return fault;
}
