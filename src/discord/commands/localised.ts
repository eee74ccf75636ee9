import type { LocalizationMap, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { COMMAND_WORDS, type Words } from '../rendering/command-words.js';

/** A command, or an option of one, as far as it has words. */
interface Worded {
  readonly name: string;
  readonly description?: string;
  readonly options?: readonly Worded[];
}

/** Adds the names and descriptions in other languages to a command and its options. */
export function localised(
  definition: RESTPostAPIApplicationCommandsJSONBody,
): RESTPostAPIApplicationCommandsJSONBody {
  // Words are added; nothing else of the definition changes.
  return withWords(definition as Worded, '') as RESTPostAPIApplicationCommandsJSONBody;
}

/** @param parent the path of the command or option that this one belongs to */
function withWords(worded: Worded, parent: string): Worded {
  const path = parent === '' ? worded.name : `${parent} ${worded.name}`;
  const { name, description } = COMMAND_WORDS[path] ?? {};
  return {
    ...worded,
    ...(name ? { name_localizations: byLocale(name) } : {}),
    ...(description ? { description_localizations: byLocale(description) } : {}),
    ...(worded.options ? { options: worded.options.map((option) => withWords(option, path)) } : {}),
  };
}

/** Discord falls back from Spanish in Latin America to that of Spain. */
function byLocale({ de, fr, es }: Words): LocalizationMap {
  return { ...(de ? { de } : {}), ...(fr ? { fr } : {}), ...(es ? { 'es-ES': es } : {}) };
}
