import { readFileSync, writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { Command } from 'commander';
import { z } from 'zod';
import type { Progress, SyncedArchive } from './archive/open-archive.js';
import {
  moreFolders,
  readConfig,
  searchCluster,
  settingsFiles,
  settingsTemplate,
  sourceRules,
} from './config.js';
import { addDeployCommand } from './discord/operator/deploy-command.js';
import { addQuestionsCommand } from './discord/operator/questions-command.js';
import { addServersCommand } from './discord/operator/servers-command.js';
import { addSetupCommand } from './discord/operator/setup-command.js';
import { isHeldUp } from './in-time.js';
import type { Ingester } from './ingest/ingester.js';
import { makeFolder } from './make-folder.js';
import type { ArchiveService, Listener } from './service/archive-service.js';
import { endNow, onEndingSignals } from './signals.js';
import type { OpenedStore } from './store/store.js';
import type { CommandContext } from './terminal/command-context.js';
import { addAddCommand, type WithIngester } from './terminal/commands/add.js';
import { addArticlesCommand } from './terminal/commands/articles.js';
import { addAskCommand } from './terminal/commands/ask.js';
import { addBackupCommands } from './terminal/commands/backup.js';
import { addIndexCommand } from './terminal/commands/build-index.js';
import { addDigestCommand } from './terminal/commands/digest.js';
import { addDoctorCommand } from './terminal/commands/doctor.js';
import { addFeed, addFeedsCommand, type WithIngestContext } from './terminal/commands/feeds.js';
import { addSourceCommand } from './terminal/commands/source.js';
import { addStoryCommand } from './terminal/commands/story.js';
import { doctorChecks, type Installation } from './terminal/doctor/checks.js';
import { failureOf } from './terminal/failure.js';
import { ProgressLine } from './terminal/progress-line.js';
import { startPrompt } from './terminal/prompt.js';
import { QuestionsAtTerminal } from './terminal/questions-at-terminal.js';

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')));

/** The name by which websites know us. */
const AGENT = 'Clippings';

const context: CommandContext = {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  openArchive,
};

/** Opens the archive that the settings name, with its progress and notices on standard error. */
async function openArchive(rebuild = false): Promise<SyncedArchive> {
  const archive = await openFolders(rebuild);
  sayIfEmpty(archive.articleCount);
  return archive;
}

function sayIfEmpty(articles: number): void {
  if (articles > 0) return;
  process.stderr.write(
    `The archive is empty: put .txt, .md or .html articles into ${readConfig().articlesFolder}, or set ARTICLES_FOLDER.\n`,
  );
}

/** Opens the archive for the prompt. It follows its folders until it is closed. */
async function openWatched(): Promise<SyncedArchive> {
  const archive = await openArchive();
  // Watching thousands of files takes a while to set up; questions need not wait for it.
  void archive.watch();
  return archive;
}

/** Returns the folders that the archive is read from. */
async function archiveFolders() {
  const config = readConfig();
  const { articlesFolder, indexFolder, otherLanguages: anyLanguage } = config;
  const more = moreFolders(config);
  // Only the default folder is created. If that fails, opening the archive reports it.
  if (more.length > 0) await makeFolder(articlesFolder).catch(() => undefined);
  return { articlesFolder, moreFolders: more, indexFolder, anyLanguage, cluster: searchCluster(config) };
}

async function openFolders(rebuild = false): Promise<SyncedArchive> {
  const folders = await archiveFolders();
  const { openArchive } = await import('./archive/open-archive.js');
  const progress = new ProgressLine(process.stderr);
  const archive = await openArchive({
    ...folders,
    rebuild,
    onProgress: (step) => progress.show(step),
    onNotice: (notice) => progress.note(notice),
  });
  progress.end();
  return archive;
}

/** Passes an ingester to `use`, then saves the index, even if `use` fails. */
const withIngester: WithIngester = async (use) => {
  const archive = await openFolders();
  const ingester = await openIngester(archive);
  try {
    return await use(ingester);
  } finally {
    await ingester.web.close();
    if (!archive.isSaved) await archive.save();
    await archive.close();
  }
};

async function openIngester(archive: SyncedArchive): Promise<Ingester> {
  const [{ Ingester }, { Web }] = await Promise.all([
    import('./ingest/ingester.js'),
    import('./ingest/web/web.js'),
  ]);
  const web = new Web({ userAgent: `${AGENT}/${version}` });
  const { articlesFolder: folder, otherLanguages: anyLanguage } = readConfig();
  return new Ingester({ archive, folder, web, agent: AGENT, anyLanguage });
}

async function withStore<T>(use: (store: OpenedStore) => Promise<T>): Promise<T> {
  const { storeUrl, storeAuthToken } = readConfig();
  const { openStore } = await import('./store/store.js');
  const store = await openStore({ url: storeUrl, authToken: storeAuthToken ?? undefined });
  try {
    return await use(store);
  } finally {
    store.close();
  }
}

const withIngestContext: WithIngestContext = (use) =>
  withStore((store) =>
    withIngester((ingester) =>
      use({ ingester, store, random: Math.random, pause: setTimeout, rules: sourceRules(readConfig()) }),
    ),
  );

/** Set while the bot runs. Aborting it makes the bot answer its open questions and leave. */
let bot: AbortController | null = null;
/**
 * Whether the bot has opened its archive. Until then nobody has asked anything and there is nothing to
 * release.
 */
let isOpen = false;

async function start(): Promise<void> {
  const config = readConfig();
  if (config.discordToken === null) {
    // At a terminal, the prompt shows articles as they come and go.
    return startPrompt(process.stdin.isTTY ? { ...context, openArchive: openWatched } : context);
  }
  bot = new AbortController();
  const { runBot } = await import('./discord/operator/run.js');
  await runBot({
    ...config,
    token: config.discordToken,
    apiUrl: config.discordApiUrl,
    openArchiveService: openInBackground,
    leave: bot.signal,
  });
}

/**
 * Opens the archive service in its own thread, so that slow work never delays the bot's answers to Discord.
 */
async function openInBackground(
  log: Pick<Listener, 'info' | 'warn' | 'fault' | 'polled'>,
): Promise<ArchiveService> {
  const { storeUrl, storeAuthToken } = readConfig();
  const folders = await archiveFolders();
  const { ArchiveServiceClient } = await import('./service/archive-service-client.js');
  const line = new ProgressLine(process.stderr);
  let progress = (step: Progress): void => line.show(step);
  const service = await ArchiveServiceClient.open(
    { ...folders, storeUrl, storeAuthToken, agent: AGENT, version, sourceRules: sourceRules(readConfig()) },
    { ...log, progress: (step) => progress(step), notice: (words) => line.note(words) },
  );
  line.end();
  isOpen = true;
  // From here on, the terminal belongs to the log.
  progress = () => {};
  sayIfEmpty((await service.overview()).articles);
  return service;
}

/** Reads what `clippings doctor` looks at. */
function installation(): Installation {
  const { discordToken: token, discordApiUrl: apiUrl, store, ...config } = discordAndStore();
  return {
    ...config,
    store,
    settingsFiles: settingsFiles(),
    isFolderChosen: moreFolders(readConfig()).length === 0,
    cluster: searchCluster(readConfig()),
    checkDiscord: async (schedules) => {
      const { checkDiscord } = await import('./discord/operator/discord-checks.js');
      return checkDiscord({ ...config, token, apiUrl, schedules });
    },
  };
}

const program = new Command('clippings')
  .description('Answers questions about the news with verbatim quotes and their sources.')
  .version(version)
  .exitOverride()
  .configureOutput({
    outputError: (message, write) =>
      write(
        `clippings: ${message
          .replace(/^error: /, '')
          .replace(/^unknown command '[^']*'\s*$/, (words) => `${words.trim()}. See: npx clippings --help`)
          .trim()
          .replaceAll('\n', ' ')}\n`,
      ),
  })
  .addHelpText(
    'after',
    '\nSettings are read from the environment and from .env; .env.example explains them.',
  );

function discordAndStore() {
  const { storeUrl, storeAuthToken, ...config } = readConfig();
  return { ...config, store: { url: storeUrl, authToken: storeAuthToken ?? undefined } };
}

/** Passes somebody at the terminal to `use`, and lets go of the terminal afterwards. */
async function withQuestions<T>(use: (questions: QuestionsAtTerminal) => Promise<T>): Promise<T> {
  const questions = new QuestionsAtTerminal(context);
  return use(questions).finally(() => questions.close());
}

program
  .command('start')
  .description('the bot, with DISCORD_TOKEN; without it, a prompt (or one question a line from a pipe)')
  .action(start);
addAskCommand(program, context);
addSourceCommand(program, context);
addDigestCommand(program, context);
addStoryCommand(program, context);
addArticlesCommand(program, context);
addIndexCommand(program, context);
addAddCommand(program, context, withIngester);
addFeedsCommand(program, context, withIngestContext, withStore);
addSetupCommand(
  program,
  () => {
    return {
      apiUrl: readConfig().discordApiUrl,
      operatorServer: readConfig().operatorServer,
      currentToken: () => readConfig().discordToken,
      envFile: settingsFiles()[0],
      envTemplate: settingsTemplate,
      say: (line) => process.stdout.write(`${line}\n`),
      addFeed: (address) => withIngestContext((ingestContext) => addFeed(address, ingestContext, context)),
      withStore,
    };
  },
  withQuestions,
);
addBackupCommands(program, context, readConfig, withStore, (words) =>
  withQuestions((questions) => questions.ask(words)),
);
addDoctorCommand(program, context, () => doctorChecks(installation));
addDeployCommand(program, process.stdout, readConfig);
addQuestionsCommand(program, process.stdout, discordAndStore);
addServersCommand(program, process.stdout, discordAndStore);

process.stdout.on('error', leaveUnread);
process.stderr.on('error', leaveUnread);
onEndingSignals(() => {
  if (isOpen) bot?.abort();
  return isOpen;
});

/**
 * Ends the process quietly if the reader of a pipe has seen enough (`| head`). A full disk is still a
 * failure.
 */
function leaveUnread({ code }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE') endNow(0);
  try {
    writeSync(process.stderr.fd, `clippings: What there is to say cannot be written (${code}).\n`);
  } catch {
    // There is no way left to tell anybody.
  }
  endNow(1);
}

try {
  const words = process.argv.slice(2);
  await program.parseAsync(words.length === 0 ? ['start'] : words, { from: 'user' });
} catch (error) {
  const { status, line, trace } = failureOf(error);
  if (line !== null) process.stderr.write(`clippings: ${line}\n`);
  if (trace !== null && ['debug', 'trace'].includes(readConfig().logLevel))
    process.stderr.write(`${trace}\n`);
  process.exitCode = status;
}
// discord.js may keep trying to connect after it was told to stop.
if (bot !== null || isHeldUp()) endNow();
