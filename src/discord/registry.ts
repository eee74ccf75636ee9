import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import type { Control, MessageCommand, SlashCommand } from './command.js';
import { about } from './commands/about.js';
import { add } from './commands/add.js';
import { ask } from './commands/ask.js';
import { feeds } from './commands/feeds.js';
import { findSources } from './commands/find-sources.js';
import { changeSettings, settings } from './commands/settings.js';
import { source } from './commands/source.js';
import { unanswered } from './commands/unanswered.js';
import { card, context, more, newest, read, vote } from './controls.js';
import { digest } from './digest-command.js';
import { moreStories } from './digest-control.js';

/** Everything that members can use, in the order in which it is registered. */
export const SLASH_COMMANDS: readonly SlashCommand[] = [
  ask,
  source,
  digest,
  about,
  settings,
  unanswered,
  add,
  feeds,
];
export const MESSAGE_COMMANDS: readonly MessageCommand[] = [findSources];
export const CONTROLS: readonly Control[] = [
  context,
  more,
  vote,
  newest,
  read,
  card,
  changeSettings,
  moreStories,
];

/** What Discord is told of it. */
export const DEFINITIONS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  ...SLASH_COMMANDS,
  ...MESSAGE_COMMANDS,
].map(({ definition }) => definition);
