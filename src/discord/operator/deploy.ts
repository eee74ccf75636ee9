import {
  ApplicationCommandType,
  REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import { DEFINITIONS } from '../commands/registry.js';
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
  description: z.string().default(''),
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
  /** Receives the changes before they are made. */
  readonly onChanges: (changes: CommandChanges) => void;
}

/**
 * Registers the commands with Discord, unless they are registered already.
 * @throws UserError if Discord cannot be reached or refuses
 */
export async function deployCommands({ token, apiUrl, guild, onChanges }: DeployOptions): Promise<void> {
  const rest = new REST(restOptions(apiUrl)).setToken(token);
  try {
    const { id } = z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication()));
    const changes = await pendingChanges(rest, id, guild);
    onChanges(changes);
    if (!isUnchanged(changes))
      await rest.put(routeOf(id, guild), { body: definitionsFor(guild).map(asRequest) });
  } catch (error) {
    throw asUserError(error, apiUrl);
  }
}

/** Returns how an application's registered commands differ from ours. */
export async function pendingChanges(
  rest: REST,
  applicationId: string,
  guild: string | null,
): Promise<CommandChanges> {
  const registered = z.array(z.unknown()).parse(await rest.get(routeOf(applicationId, guild)));
  return changesBetween(registered, definitionsFor(guild));
}

/**
 * Returns the definitions to register. Where a command may be used is left out for a guild, as it applies to
 * global commands only.
 */
function definitionsFor(guild: string | null): readonly Definition[] {
  if (guild === null) return DEFINITIONS;
  return DEFINITIONS.map((definition) => {
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
