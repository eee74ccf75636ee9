import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
  chatInputApplicationCommandMention,
  type REST,
  Routes,
} from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Outgoing } from './rendering/message.js';
import { loggable } from './request-failure.js';

const registered = z.array(z.object({ id: z.string(), name: z.string() }));

/** Ids by the names of commands. */
type Ids = ReadonlyMap<string, string>;

/** How long a list is used before it is fetched anew, in milliseconds: commands are registered while we run. */
const FRESH_FOR = 10 * 60 * 1000;

/** A command that one of our texts names, such as `/digest preview`. What we quote has its backquotes escaped. */
const NAMED = /`\/([\w-]+)((?: [\w-]+)*)`/g;

/** Knows the ids under which our commands are registered, so that whoever reads of a command can click it. */
export class CommandIds {
  readonly #known = new Map<string | null, { readonly ids: Promise<Ids>; readonly at: number }>();

  constructor(
    private readonly rest: REST,
    private readonly application: string,
    private readonly log: Pick<Logger, 'debug'>,
    private readonly now: () => number,
  ) {}

  /**
   * Returns a message in which every command that it names can be clicked, as far as commands are registered.
   * @param guild where it will be read; null in direct messages
   */
  async clickable(outgoing: Outgoing, guild: string | null): Promise<Outgoing> {
    if (!JSON.stringify(outgoing.components).includes('`/')) return outgoing;
    const everywhere = await this.#ids(null);
    const ids = everywhere.size > 0 || guild === null ? everywhere : await this.#ids(guild);
    return { ...outgoing, components: outgoing.components.map((component) => clickableIn(component, ids)) };
  }

  #ids(guild: string | null): Promise<Ids> {
    const known = this.#known.get(guild);
    if (known && this.now() - known.at < FRESH_FOR) return known.ids;
    const ids = this.#fetched(guild);
    this.#known.set(guild, { ids, at: this.now() });
    return ids;
  }

  async #fetched(guild: string | null): Promise<Ids> {
    const route =
      guild === null
        ? Routes.applicationCommands(this.application)
        : Routes.applicationGuildCommands(this.application, guild);
    try {
      return new Map(registered.parse(await this.rest.get(route)).map(({ name, id }) => [name, id]));
    } catch (error) {
      this.log.debug(loggable(error), 'The ids of the commands could not be read');
      return new Map();
    }
  }
}

function clickableIn<T extends APIMessageTopLevelComponent | APIComponentInContainer>(
  component: T,
  ids: Ids,
): T {
  if (component.type === ComponentType.Container)
    return { ...component, components: component.components.map((part) => clickableIn(part, ids)) };
  if (component.type !== ComponentType.TextDisplay) return component;
  const content = component.content.replace(NAMED, (all, name: string, rest: string) => {
    const id = ids.get(name);
    return id === undefined ? all : chatInputApplicationCommandMention(`${name}${rest}`, id);
  });
  return { ...component, content };
}
