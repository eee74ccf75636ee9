import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { about } from './about.js';
import { add } from './add.js';
import { ask } from './ask.js';
import type { Control, MessageCommand, SlashCommand } from './command.js';
import { card, contextButton, meant, more, newest, read } from './controls.js';
import { digest } from './digest.js';
import { moreStories } from './digest-control.js';
import { feeds } from './feeds.js';
import { findSources } from './find-sources.js';
import { help } from './help.js';
import { erase, privacy } from './kept-data.js';
import { localised } from './localised.js';
import { changeSettings, settings } from './settings.js';
import { foundPage, source } from './source.js';
import { unanswered } from './unanswered.js';
import { vote } from './vote.js';

/** All commands that members can use, in the order in which they are registered. */
export const SLASH_COMMANDS: readonly SlashCommand[] = [
  ask,
  source,
  digest,
  help,
  about,
  privacy,
  settings,
  unanswered,
  add,
  feeds,
];
export const MESSAGE_COMMANDS: readonly MessageCommand[] = [findSources];
export const CONTROLS: readonly Control[] = [
  contextButton,
  more,
  meant,
  vote,
  newest,
  read,
  card,
  changeSettings,
  moreStories,
  foundPage,
  erase,
];

const ALL = [...SLASH_COMMANDS, ...MESSAGE_COMMANDS];

/** The commands' definitions as Discord receives them. */
export const DEFINITIONS: readonly RESTPostAPIApplicationCommandsJSONBody[] = ALL.map(({ definition }) =>
  localised(definition),
);

/** The names of the commands that only the operator of the bot can use. */
export const OWNER_COMMANDS: ReadonlySet<string> = new Set(
  ALL.filter(({ isForOwner }) => isForOwner).map(({ definition }) => definition.name),
);
