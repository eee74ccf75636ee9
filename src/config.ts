import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'dotenv';
import { z } from 'zod';
import { UserError } from './user-error.js';

/** The folder where this copy of Clippings is installed, the one with `package.json`. */
const home = fileURLToPath(new URL('..', import.meta.url));

/** The articles that ship with Clippings. */
const seeds = join(home, 'seeds');

/**
 * The folder for what is written, unless a setting says otherwise. npm replaces a package of its own as a whole
 * when it is updated, so nothing may be kept inside it.
 */
const dataHome = dataHomeOf(home, process.cwd());

/** @param home the folder where this copy is installed */
export function dataHomeOf(home: string, workingFolder: string): string {
  return home.split(sep).includes('node_modules') ? workingFolder : home;
}

interface Setting<T> {
  /** Its name in the environment and in `.env`. */
  readonly name: string;
  /** What it does, for the operator. */
  readonly meaning: string;
  /** Reads the text given for it, or `undefined` when it is not set. */
  readonly schema: z.ZodType<T>;
  /** A path: when relative, it starts at the folder of the `.env` file that gives it, or at the working folder. */
  readonly isPath: boolean;
}

function setting<T>(name: string, meaning: string, schema: z.ZodType<T>): Setting<T> {
  return { name, meaning, schema, isPath: false };
}

function pathSetting(name: string, meaning: string, byDefault: string): Setting<string> {
  return { name, meaning, schema: z.string().default(byDefault), isPath: true };
}

const onOrOff = z
  .string()
  .refine((text) => /^(on|off)$/i.test(text), 'it must be on or off')
  .transform((text) => text.toLowerCase() === 'on');

/** A number as people write it: JavaScript would also take `0x10` and `1e2`. */
function decimal(otherwise: string) {
  return z
    .string()
    .regex(/^-?\d+(?:\.\d+)?$/, otherwise)
    .transform(Number);
}

function wholeNumber(least: number, most: number) {
  return decimal('it must be a number').pipe(
    z
      .number()
      .int('it must be a whole number')
      .min(least, `it must be at least ${least}`)
      .max(most, `it must be at most ${most}`),
  );
}

/** Whether a text is an address that a message can link to: one of the web, or one of a mailbox. */
function isContact(text: string): boolean {
  if (/^mailto:/i.test(text)) return z.email().safeParse(text.slice('mailto:'.length)).success;
  // Brackets would end the link in a message, and a space its address.
  return /^https?:\/\/[^\s<>]+$/i.test(text) && URL.canParse(text) && text.length <= LONGEST_CONTACT;
}

/** As long as a link in a message should be, in characters. */
const LONGEST_CONTACT = 500;

/** The name of a host, as addresses hold it. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

const NO_PORT = 'it must be a port, from 0 to 65535';

/** All settings. `.env.example` and `docs/settings.md` list them for the operator; tests keep the three in step. */
export const settings = {
  discordToken: setting(
    'DISCORD_TOKEN',
    'Token of your Discord bot. Without it, `npm start` opens a prompt instead.',
    z.string().nullable().default(null),
  ),
  discordApiUrl: setting(
    'DISCORD_API_URL',
    'Address of a proxy for the Discord API, when it is not reached directly.',
    z
      .url({ protocol: /^https?$/ })
      // The address is printed in many error messages, and a client could not use such an address anyway.
      .refine((url) => !/[@?#]/.test(url), 'it must be without a name, password, ? and #')
      // The client adds the version.
      .transform((url) => url.replace(/(?<!\/)\/+$/, '').replace(/\/v\d+$/, ''))
      .default('https://discord.com/api'),
  ),
  operatorServer: setting(
    'OPERATOR_SERVER',
    'Number of the only server that gets /add and /feeds. Empty: administrators of every server see them.',
    z
      .string()
      .regex(/^\d{15,20}$/, 'it must be the number of a server (Copy Server ID in its menu)')
      .nullable()
      .default(null),
  ),
  operatorContact: setting(
    'OPERATOR_CONTACT',
    'Where members can ask you for sources: a web page, an invite, or mailto: and an address. Refusals link to it.',
    z.string().refine(isContact, 'it must be https://… or mailto:name@example.org').nullable().default(null),
  ),
  messageContent: setting(
    'MESSAGE_CONTENT',
    'on: the bot may answer in chosen channels without a mention. Needs the Message Content Intent.',
    onOrOff.default(false),
  ),
  cooldownSeconds: setting(
    'COOLDOWN_SECONDS',
    'Seconds between the questions of one person, after a few that may come at once. 0: no limit.',
    decimal('it must be a number of seconds').pipe(z.number().min(0).max(3600)).default(3),
  ),
  storeQuestions: setting(
    'STORE_QUESTIONS',
    'off: questions without an answer are not kept for the operator. Who asked is never kept.',
    onOrOff.default(true),
  ),
  retentionDays: setting(
    'RETENTION_DAYS',
    'Days after which the questions and votes that are kept are deleted, at the latest.',
    decimal('it must be a number of days')
      .pipe(
        z
          .number()
          .int('it must be a whole number of days')
          .min(1, 'it must be at least 1')
          .max(3650, 'it must be at most 3650'),
      )
      .default(90),
  ),
  shards: setting(
    'SHARDS',
    'Connections to Discord that all processes with the same database share: auto for as many as Discord recommends, or a number. Empty: this process is the only one.',
    z
      .string()
      .regex(/^(auto|[1-9]\d{0,3})$/i, 'it must be auto or a number from 1 on')
      .transform((text) => (/^auto$/i.test(text) ? 'auto' : Number(text)))
      .nullable()
      .default(null),
  ),
  storeUrl: setting(
    'STORE_URL',
    'Database of settings and feedback: file:/path/to/clippings.db, or libsql://… shared by several bots.',
    z
      .string()
      .regex(/^(?:file|libsql|https?|wss?):/, 'it must be file:/path/to/clippings.db or libsql://…')
      .default(`file:${join(dataHome, 'data', 'clippings.db')}`),
  ),
  storeAuthToken: setting(
    'STORE_AUTH_TOKEN',
    'Password of a libsql:// database.',
    z.string().nullable().default(null),
  ),
  articlesFolder: pathSetting(
    'ARTICLES_FOLDER',
    'Folder of the articles to answer from, and that new ones go into. By default articles/, with the five that ship.',
    join(dataHome, 'articles'),
  ),
  indexFolder: pathSetting(
    'INDEX_FOLDER',
    'Folder of the index built from them. It may be deleted; the next start builds it again.',
    join(dataHome, 'index'),
  ),
  sourcesPerServer: setting(
    'SOURCES_PER_SERVER',
    'Feeds that a server may follow of its own, by /sources. 0: none, and every server is answered from the same articles.',
    wholeNumber(0, 1000).default(20),
  ),
  sourcesInAll: setting(
    'SOURCES_IN_ALL',
    'Feeds that all servers together may follow; one that several follow counts once.',
    wholeNumber(0, 100_000).default(500),
  ),
  forbiddenSources: setting(
    'FORBIDDEN_SOURCES',
    'Sites that servers may not follow, with commas between, such as example.com; those below them neither.',
    z
      .string()
      .transform((text) => text.split(',').map((host) => host.trim().toLowerCase().replace(/\.$/, '')))
      .pipe(z.array(z.string().regex(HOST, 'it must be names of sites, such as example.com')))
      .default([]),
  ),
  otherLanguages: setting(
    'OTHER_LANGUAGES',
    'on: articles in other languages than English are taken in too. Questions are read in English all the same.',
    onOrOff.default(false),
  ),
  searchUrl: setting(
    'SEARCH_URL',
    'Addresses of an OpenSearch cluster that holds the archive, with commas between. Empty: it is held on this machine.',
    z
      .string()
      .transform((text) => text.split(',').map((address) => address.trim()))
      .pipe(z.array(z.url({ protocol: /^https?$/, error: 'it must be http://… or https://…' })))
      .nullable()
      .default(null),
  ),
  searchUser: setting('SEARCH_USER', 'User name at the cluster.', z.string().nullable().default(null)),
  searchPassword: setting('SEARCH_PASSWORD', 'Password at the cluster.', z.string().nullable().default(null)),
  searchCaFile: {
    name: 'SEARCH_CA_FILE',
    meaning: 'File of the certificates to trust (PEM), when the cluster has some of its own.',
    schema: z.string().nullable().default(null),
    isPath: true,
  },
  searchIndex: setting(
    'SEARCH_INDEX',
    'What the names of its indices start with: archives of different names do not see each other.',
    z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,59}$/, 'it must be small letters, digits and _')
      .default('clippings'),
  ),
  searchShards: setting(
    'SEARCH_SHARDS',
    'Parts that new indices are cut into; docs/scaling.md says how many suit.',
    decimal('it must be a number').pipe(z.number().int().min(1).max(1_000)).default(1),
  ),
  metricsPort: setting(
    'METRICS_PORT',
    'Port for /healthz and /metrics, such as 9100; 0 for a free one, which the log tells. Empty: none is opened.',
    z
      .string()
      .regex(/^\d{1,5}$/, NO_PORT)
      .transform(Number)
      .refine((port) => port <= 65_535, NO_PORT)
      .nullable()
      .default(null),
  ),
  metricsHost: setting(
    'METRICS_HOST',
    'Address at which that port is opened. 0.0.0.0: everybody who reaches this machine can read them.',
    z.string().default('127.0.0.1'),
  ),
  logLevel: setting(
    'LOG_LEVEL',
    'How much the bot logs: fatal, error, warn, info, debug, trace or silent.',
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ),
};

type Settings = typeof settings;

/** The validated settings, one property for each of `settings`. */
export type Config = { readonly [Key in keyof Settings]: z.output<Settings[Key]['schema']> };

/**
 * Returns the folders to read besides `articlesFolder`: the bundled articles, unless another folder is set.
 */
export function moreFolders({ articlesFolder }: Config): readonly string[] {
  return articlesFolder === settings.articlesFolder.schema.parse(undefined) ? [seeds] : [];
}

/** What servers may follow of their own. */
export function sourceRules({
  sourcesPerServer: perGuild,
  sourcesInAll: inAll,
  forbiddenSources: forbidden,
}: Config) {
  return { perGuild, inAll, forbidden };
}

/** Returns the settings of the search cluster that holds the archive, or null if there is none. */
export function searchCluster(config: Config) {
  const { searchUrl: nodes, searchUser: user, searchPassword: password, searchCaFile: caFile } = config;
  if (nodes === null) return null;
  return { nodes, user, password, caFile, name: config.searchIndex, shards: config.searchShards };
}

/** Values by name, and the folder that their relative paths start from. */
interface Origin {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
}

/**
 * Reads and validates the settings. Each one is taken from the environment if it is set there, otherwise from
 * the first
 * `.env` that sets it (in the working folder, then in the folder of `package.json`). An empty value means the
 * default:
 * `DISCORD_TOKEN= npm start` opens the prompt whatever `.env` says.
 *
 * @throws UserError `setting-invalid`, which names the setting; `env-file-unreadable`, which names the file
 */
export function readConfig(
  environment: Origin['values'] = process.env,
  folders: readonly string[] = [process.cwd(), home],
): Config {
  const origins: Origin[] = [
    { values: environment, folder: process.cwd() },
    ...folders.map((folder) => ({ values: envFile(folder), folder })),
  ];
  const config = Object.fromEntries(
    Object.entries<Setting<unknown>>(settings).map(([key, each]) => [key, settingValue(each, origins)]),
  );
  return config as Config; // Object.fromEntries loses the types by key; all keys come from `settings`.
}

function settingValue(setting: Setting<unknown>, origins: readonly Origin[]): unknown {
  const origin = origins.find(({ values }) => values[setting.name] !== undefined);
  const text = origin?.values[setting.name]?.trim() || undefined;
  const value = setting.isPath && text && origin ? resolve(origin.folder, text) : text;
  const result = setting.schema.safeParse(value);
  if (result.success) return result.data;
  // The value itself is not repeated: it may be a secret.
  throw new UserError(
    'setting-invalid',
    `The setting ${setting.name} is wrong: ${result.error.issues[0]?.message}.`,
    'Correct it in the environment or in .env; .env.example explains every setting.',
    { cause: result.error },
  );
}

/**
 * Returns where files of settings are looked for, first the one that counts first: the working folder's, which
 * is also where one is written.
 */
export function settingsFiles(): readonly [string, ...string[]] {
  const [own, installed] = [join(process.cwd(), '.env'), join(home, '.env')];
  return own === installed ? [own] : [own, installed];
}

/** Returns the text that a new file of settings begins with: all settings, explained, as they are by default. */
export function settingsTemplate(): Promise<string> {
  return readFile(join(home, '.env.example'), 'utf8');
}

function envFile(folder: string): Origin['values'] {
  const file = join(folder, '.env');
  try {
    return parse(readFileSync(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw new UserError(
      'env-file-unreadable',
      `The settings file ${file} cannot be read.`,
      'See that it is a file that you may read, or remove it.',
      { cause: error },
    );
  }
}
