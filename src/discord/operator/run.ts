import type { LevelWithSilent, Logger } from 'pino';
import { collectGarbage, collectGarbageThoroughly } from '../../collect-garbage.js';
import type { Counts } from '../../metrics/counts.js';
import type { ArchiveService, Listener } from '../../service/archive-service.js';
import { openBackgroundStore } from '../../store/background-store.js';
import { patientStore } from '../../store/patient-store.js';
import { type Bot, type BotOptions, startBot } from '../bot.js';
import { logFault } from '../bot-context.js';
import { gatewayLimits } from '../gateway/gateway-limits.js';
import { isUnchanged, pendingChanges } from './deploy.js';
import { HealthReporter } from './health-reporter.js';
import { createLog } from './log.js';
import { openReporting, type ReportingOptions } from './reporting.js';

export interface RunOptions
  extends ReportingOptions,
    Pick<
      BotOptions,
      | 'token'
      | 'apiUrl'
      | 'messageContent'
      | 'storeQuestions'
      | 'retentionDays'
      | 'sourcesPerServer'
      | 'operatorContact'
      | 'shards'
      | 'fleetTimes'
    > {
  readonly cooldownSeconds: number;
  /** See `DeployOptions`. */
  readonly operatorServer: string | null;
  readonly storeUrl: string;
  readonly storeAuthToken: string | null;
  readonly logLevel: LevelWithSilent;
  /** @param log receives the service's events */
  readonly openArchiveService: (
    log: Pick<Listener, 'info' | 'warn' | 'fault' | 'polled'>,
  ) => Promise<ArchiveService>;
  /** Aborted when the operator wants the bot to end. */
  readonly leave: AbortSignal;
}

/**
 * How long a write waits for another process that is writing, in milliseconds. Members wait with it, and what has to be
 * recorded is kept if it takes longer.
 */
const BUSY_TIMEOUT = 2_000;

/** So long after the start, in milliseconds, a bot has little to do. */
const SETTLED = 15_000;

const NOT_DEPLOYED =
  'The slash commands of this version are not registered everywhere: run npx clippings deploy ' +
  '(nothing to do if you chose one server with --guild).';

/**
 * Runs the bot until it is told to leave.
 * @throws UserError when it cannot start, or when Discord closes the connection for good
 */
export async function runBot(options: RunOptions): Promise<void> {
  const log = createLog(options.logLevel);
  // One failed event must not end a bot that serves many people.
  process.on('unhandledRejection', (error) => logFault({ log }, error));
  const health = new HealthReporter();
  // Reporting starts first: opening a large archive takes a while, and the operator may want to watch.
  const reporting = await openReporting(options, health, log);
  try {
    await runReporting(options, log, health, reporting.counts);
  } finally {
    await reporting.stop();
  }
}

async function runReporting(
  options: RunOptions,
  log: Logger,
  health: HealthReporter,
  counts: Counts,
): Promise<void> {
  const { leave, storeUrl, storeAuthToken, cooldownSeconds, token, apiUrl } = options;
  // Before the archive is opened, which may take minutes: a wrong token should be told at once.
  const limits = await gatewayLimits(token, apiUrl);
  const service = await options.openArchiveService({
    info: (line) => log.info(line),
    warn: (line, error) => log.warn(error === undefined ? {} : { err: error }, line),
    fault: (error) => logFault({ log }, error),
    polled: (poll) => counts.feedPoll(poll),
  });
  health.service = service;
  const tell = (line: string): void => log.warn(line);
  const address = {
    url: storeUrl,
    authToken: storeAuthToken ?? undefined,
    busyTimeout: BUSY_TIMEOUT,
    rescues: true,
  };
  const store = patientStore(await openBackgroundStore(address, undefined, tell), tell);
  try {
    const cooldown = cooldownSeconds * 1000;
    const bot = await startBot({ ...options, limits, service, store, log, counts, cooldown });
    health.bot = bot;
    log.info(`Invite the bot to a server: ${bot.inviteUrl}`);
    log.info(`Add it to your own account, to ask anywhere: ${bot.accountInviteUrl}`);
    const checked = checkCommands(bot, options.operatorServer, log);
    collectGarbage();
    setTimeout(collectGarbageThoroughly, SETTLED).unref();
    const reason = await Promise.race([bot.closed, aborted(leave)]);
    log.info(reason ? 'Disconnected' : 'Leaving: open questions are answered first');
    await bot.stop();
    await checked;
    if (reason) throw reason;
  } finally {
    store.close();
    await service.close();
  }
}

/**
 * Warns the operator if commands are not up to date. Only the process that serves the first shard checks, so
 * the warning appears once.
 */
async function checkCommands(bot: Bot, operatorServer: string | null, log: Logger): Promise<void> {
  const [client] = bot.clients();
  if (client === undefined || bot.shards()[0]?.shard !== 0) return;
  await pendingChanges(client.rest, bot.application, operatorServer).then(
    (changes) => changes.every(isUnchanged) || log.warn(NOT_DEPLOYED),
    (error: unknown) => log.debug({ err: error }, 'The registered commands could not be read'),
  );
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null));
  });
}
