import type { Store } from '../../store/store.js';
import { UserError } from '../../user-error.js';
import { inviteUrl } from '../gateway/invite.js';
import { type DeployOptions, deployCommands } from './deploy.js';
import { changesText } from './deploy-command.js';
import { writeSetting } from './env-file.js';
import { type DigestWish, readToken, scheduleDigest, tokenIn } from './setup-steps.js';
import { type Application, type DigestChannel, Visit } from './visit.js';

/** Somebody to ask. */
export interface Questioner {
  /** Returns the answer, trimmed; empty for none. */
  ask(words: string): Promise<string>;
  /** The same, without showing what is typed. */
  askHidden(words: string): Promise<string>;
}

export interface SetupContext {
  readonly apiUrl: string;
  readonly operatorServer: string | null;
  /** Returns the token that the settings name now; null if there is none. */
  readonly currentToken: () => string | null;
  /** Where the token is written. */
  readonly envFile: string;
  /** What a new file of settings holds. */
  readonly envTemplate: () => Promise<string>;
  readonly say: (line: string) => void;
  /** Null: do all steps without questions. */
  readonly questioner: Questioner | null;
  /** Adds a feed and reads it, saying what came in. */
  readonly addFeed: (address: string) => Promise<void>;
  readonly withStore: <T>(use: (store: Store) => Promise<T>) => Promise<T>;
}

export interface SetupWishes {
  readonly tokenFile: string | null;
  /** The server to register commands in; null for everywhere. */
  readonly guild: string | null;
  readonly feeds: readonly string[];
  /** The id of a channel for a digest every day; null for none. */
  readonly digestChannel: string | null;
  readonly digest: DigestWish;
}

/** How often a token that Discord does not accept is asked for again. */
const TRIES = 3;

const HOW_TO_GET_A_TOKEN = [
  'Clippings needs a bot of its own at Discord:',
  '  1. Open https://discord.com/developers/applications and press New Application.',
  '  2. On its Bot page press Reset Token, and copy the token. Nothing else needs to be switched on.',
];

/**
 * Sets up the bot, from a token to the first digest. Each step says what it did. A feed or digest that cannot
 * be added is told and leaves the others alone.
 * @throws UserError when the token is not accepted, a file cannot be written, or the bot cannot be reached;
 *   `setup-incomplete` when feeds or the digest could not be added
 */
export async function setUp(context: SetupContext, wishes: SetupWishes): Promise<void> {
  const { say, apiUrl, operatorServer } = context;
  const { token, application } = await chosenToken(context, wishes.tokenFile);
  say(`The token is that of ${application.name || application.id}.`);
  if (token !== context.currentToken()) await saveToken(token, context);
  const onChanges: DeployOptions['onChanges'] = (changes, place) => say(changesText(changes, place));
  const { guild } = wishes;
  await deployCommands({
    token,
    apiUrl,
    guild,
    operatorServer,
    mayBeTwice: false,
    remove: false,
    onChanges,
  });
  say(`To invite the bot to your server, open ${inviteUrl(application.id)}`);
  const failures = [...(await addFeeds(context, wishes.feeds)), ...(await addDigest(context, wishes, token))];
  say('Start the bot with: npx clippings start');
  if (failures.length > 0) {
    throw new UserError('setup-incomplete', `Set up, but not all of it: ${failures.join('; ')}.`);
  }
}

async function saveToken(
  token: string,
  { envFile, envTemplate, currentToken, say }: SetupContext,
): Promise<void> {
  await writeSetting(envFile, { name: 'DISCORD_TOKEN', value: token }, envTemplate);
  // Windows gives a new file the rights of its folder.
  say(`It is in ${envFile}${process.platform === 'win32' ? '' : ', which only you can read'}.`);
  if (currentToken() !== token) say('But the environment sets another DISCORD_TOKEN, and that one is used.');
}

interface Accepted {
  readonly token: string;
  readonly application: Application;
}

async function chosenToken(context: SetupContext, file: string | null): Promise<Accepted> {
  const { questioner, say } = context;
  const token = context.currentToken();
  if (file !== null) return accepted(await tokenIn(file), context);
  if (questioner === null) return accepted(token ?? readToken(''), context);
  for (const line of token === null ? HOW_TO_GET_A_TOKEN : []) say(line);
  const words =
    token === null ? 'Token (not shown): ' : 'Token (not shown; Enter keeps the one that is set): ';
  for (let tries = 1; ; tries++) {
    try {
      const typed = await questioner.askHidden(words);
      return await accepted(typed === '' && token !== null ? token : readToken(typed), context);
    } catch (error) {
      if (error instanceof UserError && error.code === 'questions-stopped')
        throw new UserError(error.code, 'Stopped; nothing was changed.');
      const isWrong =
        error instanceof UserError && ['discord-token-invalid', 'setup-token'].includes(error.code);
      if (!isWrong || tries === TRIES) throw error;
      say([error.message, error.hint ?? ''].join(' ').trim());
    }
  }
}

async function accepted(token: string, { apiUrl }: SetupContext): Promise<Accepted> {
  const visit = new Visit({ token, apiUrl });
  try {
    return { token, application: await visit.application() };
  } finally {
    await visit.close();
  }
}

/** @returns what could not be added, in words */
async function addFeeds(
  { questioner, addFeed, say }: SetupContext,
  wished: readonly string[],
): Promise<string[]> {
  const failures: string[] = [];
  const add = async (address: string): Promise<void> => {
    try {
      await addFeed(address);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      say([error.message, error.hint ?? ''].join(' ').trim());
      failures.push(`the feed ${address} was not added`);
    }
  };
  for (const address of wished) await add(address);
  if (questioner === null) return failures;
  for (;;) {
    const address = await questioner.ask(
      'A site or feed to follow, such as https://www.example.org (Enter: no more): ',
    );
    if (address === '') return [];
    await add(address);
  }
}

/** @returns what could not be scheduled, in words */
async function addDigest(
  { questioner, withStore, say, apiUrl }: SetupContext,
  { digestChannel, digest }: SetupWishes,
  token: string,
): Promise<string[]> {
  if (digestChannel === null && questioner === null) return [];
  const visit = new Visit({ token, apiUrl });
  try {
    const channel =
      digestChannel === null
        ? await askedChannel(visit, questioner)
        : await knownChannel(visit, digestChannel);
    if (channel === null) return [];
    const wish = questioner === null ? digest : await askedTime(questioner, digest);
    const when = await withStore((store) => scheduleDigest(store, channel, wish));
    say(`A digest comes to #${channel.name} of ${channel.guildName}: ${when}.`);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    say([error.message, error.hint ?? ''].join(' ').trim());
    return ['no digest was scheduled'];
  } finally {
    await visit.close();
  }
}

async function knownChannel(visit: Visit, id: string): Promise<DigestChannel> {
  const channel = await visit.channel(id);
  if (channel !== null) return channel;
  const hint = 'Invite the bot to its server first, and let it see the channel.';
  throw new UserError('setup-channel', `The bot cannot see a channel ${id}.`, hint);
}

/** Offers the channels of the first server; null if there is none, or none is wanted. */
async function askedChannel(visit: Visit, questioner: Questioner | null): Promise<DigestChannel | null> {
  if (questioner === null) return null;
  await questioner.ask('Press Enter when the bot is in your server (or to go on without a digest): ');
  const [guild] = await visit.guilds();
  if (guild === undefined) return null;
  const channels = (await visit.channelsOf(guild)).filter(({ missing }) => missing.length === 0);
  const [first] = channels;
  if (first === undefined) return null;
  const names = channels.map(({ name }) => `#${name}`).join(', ');
  for (;;) {
    const typed = await questioner.ask(
      `A digest every day in which channel of ${first.guildName}? ${names} (Enter: none): `,
    );
    if (typed === '') return null;
    const chosen = channels.find(({ name }) => name === typed.replace(/^#/, ''));
    if (chosen !== undefined) return chosen;
  }
}

async function askedTime(questioner: Questioner, { time, zone }: DigestWish): Promise<DigestWish> {
  return {
    time: (await questioner.ask(`At what time? (Enter: ${time}) `)) || time,
    zone: (await questioner.ask(`In which time zone? (Enter: ${zone}) `)) || zone,
  };
}
