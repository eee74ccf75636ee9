import {
  ApplicationCommandType,
  DiscordAPIError,
  REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../user-error.js';
import { DEFINITIONS, OWNER_COMMANDS } from '../commands/registry.js';
import { asUserError } from '../gateway/operator-lines.js';
import { restOptions } from '../gateway/rest-options.js';

type Definition = RESTPostAPIApplicationCommandsJSONBody;

/** How the commands registered with Discord differ from ours, by the names people see. */
export interface CommandChanges {
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/** The parts of a command that identify it or are compared. Discord adds ids, versions and defaults. */
const registeredCommand = z.object({
  type: z.number().default(ApplicationCommandType.ChatInput),
  name: z.string(),
  name_localizations: z.unknown().optional(),
  description: z.string().default(''),
  description_localizations: z.unknown().optional(),
  options: z.array(z.unknown()).default([]),
  default_member_permissions: z.coerce.string().nullish(),
  contexts: z.array(z.number()).nullish(),
  integration_types: z.array(z.number()).nullish(),
});

/** @param registered as Discord lists them */
function changesBetween(registered: readonly unknown[], wanted: readonly Definition[]): CommandChanges {
  const [before, after] = [byName(registered), byName(wanted)];
  const names = [...after.keys()];
  return {
    created: names.filter((name) => !before.has(name)),
    updated: names.filter((name) => before.has(name) && before.get(name) !== after.get(name)),
    removed: [...before.keys()].filter((name) => !after.has(name)),
    unchanged: names.filter((name) => before.get(name) === after.get(name)),
  };
}

export function isUnchanged({ created, updated, removed }: CommandChanges): boolean {
  return created.length + updated.length + removed.length === 0;
}

function byName(commands: readonly unknown[]): Map<string, string> {
  return new Map(
    commands.map((each) => {
      const command = registeredCommand.parse(each);
      const name =
        command.type === ApplicationCommandType.ChatInput ? `/${command.name}` : `“${command.name}”`;
      return [name, JSON.stringify(essence(command))];
    }),
  );
}

/**
 * Returns a value in a normal form: keys in one order, without values that mean the same as leaving them out.
 * Commands that behave the same have equal forms.
 */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) {
    const parts = value.map(essence);
    return parts.every((part) => typeof part === 'number') ? parts.toSorted() : parts;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([, part]) =>
      part !== null && part !== undefined && part !== false && !(Array.isArray(part) && part.length === 0),
  );
  return Object.fromEntries(entries.map(([key, part]) => [key, essence(part)] as const).toSorted(byKey));
}

function byKey([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}

export interface DeployOptions {
  readonly token: string;
  readonly apiUrl: string;
  /** The guild to register in, where commands appear at once; null registers everywhere. */
  readonly guild: string | null;
  /** The only guild that gets the commands of the operator; null if they are registered with the others. */
  readonly operatorServer: string | null;
  /** Whether commands may be registered both everywhere and in a guild, where members then see them twice. */
  readonly mayBeTwice: boolean;
  /** Whether to remove all commands from the guild instead. */
  readonly remove: boolean;
  /** Receives the changes of each place before any are made. */
  readonly onChanges: (changes: CommandChanges, guild: string | null) => void;
}

/** Commands that are to be registered in one place: in a guild, or everywhere. */
interface Registration {
  readonly guild: string | null;
  readonly definitions: readonly Definition[];
}

/**
 * Registers the commands with Discord, unless they are registered already.
 * @throws UserError if Discord cannot be reached or refuses; `commands-twice`
 */
export async function deployCommands(options: DeployOptions): Promise<void> {
  const { token, apiUrl, guild, operatorServer, onChanges } = options;
  const rest = new REST(restOptions(apiUrl)).setToken(token);
  const wanted = options.remove
    ? [{ guild, definitions: [] }]
    : guild === null
      ? registrations(operatorServer)
      : [{ guild, definitions: DEFINITIONS }];
  try {
    const { id } = z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication()));
    if (!options.mayBeTwice) await requireOnce(rest, id, wanted);
    const pending: Registration[] = [];
    for (const registration of wanted) {
      const changes = changesBetween(await registeredAt(rest, id, registration.guild), sentTo(registration));
      onChanges(changes, registration.guild);
      if (!isUnchanged(changes)) pending.push(registration);
    }
    for (const registration of pending)
      await rest.put(routeOf(id, registration.guild), { body: sentTo(registration).map(asRequest) });
  } catch (error) {
    throw asUserError(error, apiUrl);
  }
}

/** Returns what is registered where, unless one guild is chosen. */
function registrations(operatorServer: string | null): Registration[] {
  if (operatorServer === null) return [{ guild: null, definitions: DEFINITIONS }];
  const isForOwner = ({ name }: Definition): boolean => OWNER_COMMANDS.has(name);
  return [
    { guild: null, definitions: DEFINITIONS.filter((definition) => !isForOwner(definition)) },
    { guild: operatorServer, definitions: DEFINITIONS.filter(isForOwner) },
  ];
}

/** Returns how the commands registered everywhere differ from ours. */
export async function pendingChanges(
  rest: REST,
  applicationId: string,
  operatorServer: string | null,
): Promise<CommandChanges[]> {
  const each = registrations(operatorServer).map(async (registration) =>
    changesBetween(await registeredAt(rest, applicationId, registration.guild), sentTo(registration)),
  );
  return Promise.all(each);
}

/** How many guilds are looked at for commands of their own. */
const GUILDS = 200;

/**
 * Checks that no command would be registered both everywhere and in a guild.
 * @throws UserError `commands-twice`
 */
async function requireOnce(rest: REST, id: string, wanted: readonly Registration[]): Promise<void> {
  const everywhere = wanted.find(({ guild }) => guild === null);
  const mine = new Map(wanted.map(({ guild, definitions }) => [guild, namesOf(definitions)]));
  const global = everywhere ? namesOf(everywhere.definitions) : namesOf(await registeredAt(rest, id, null));
  const guilds = everywhere ? await guildsOf(rest) : [...mine.keys()].filter((guild) => guild !== null);
  for (const guild of guilds) {
    const there = mine.get(guild) ?? namesOf(await registeredAt(rest, id, guild).catch(unlessHidden));
    const twice = there.filter((name) => global.includes(name));
    if (twice.length === 0) continue;
    throw new UserError(
      'commands-twice',
      `Members of server ${guild} would see ${twice.length === 1 ? 'a command' : `${twice.length} commands`} twice (${twice.join(', ')}): registered everywhere and in that server.`,
      everywhere
        ? `Run npx clippings deploy --guild ${guild} --remove first, or add --twice if you want that.`
        : 'Commands that are registered everywhere work there already; add --twice if you want both.',
    );
  }
}

async function guildsOf(rest: REST): Promise<string[]> {
  const query = new URLSearchParams({ limit: String(GUILDS) });
  const guilds = z.array(z.object({ id: z.string() })).parse(await rest.get(Routes.userGuilds(), { query }));
  return guilds.map(({ id }) => id);
}

/** Some guilds do not show a bot their commands. */
function unlessHidden(error: unknown): unknown[] {
  if (error instanceof DiscordAPIError && (error.status === 403 || error.status === 404)) return [];
  throw error;
}

function namesOf(commands: readonly unknown[]): string[] {
  return [...byName(commands).keys()];
}

async function registeredAt(rest: REST, id: string, guild: string | null): Promise<unknown[]> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  return z.array(z.unknown()).parse(await rest.get(routeOf(id, guild), { query }));
}

/**
 * Returns the definitions as they are sent. Where a command may be used is left out for a guild, as it
 * applies to global commands only.
 */
function sentTo({ guild, definitions }: Registration): readonly Definition[] {
  if (guild === null) return definitions;
  return definitions.map((definition) => {
    const { contexts, integration_types, ...rest } = definition;
    return rest as Definition; // Both are optional; a rest of a union is typed too narrowly.
  });
}

/** Discord returns permissions as text, but its schema takes a number. */
function asRequest(definition: Definition): object {
  const { default_member_permissions: permissions, ...rest } = definition;
  return permissions ? { ...rest, default_member_permissions: Number(permissions) } : rest;
}

function routeOf(applicationId: string, guild: string | null): `/${string}` {
  return guild === null
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guild);
}
