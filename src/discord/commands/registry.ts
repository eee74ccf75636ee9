import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { about } from './about.js';
import { add } from './add.js';
import { ask } from './ask.js';
import type { Control, MessageCommand, SlashCommand } from './command.js';
import { card, contextButton, more, newest, read, vote } from './controls.js';
import { digest } from './digest.js';
import { moreStories } from './digest-control.js';
import { feeds } from './feeds.js';
import { findSources } from './find-sources.js';
import { changeSettings, settings } from './settings.js';
import { source } from './source.js';
import { unanswered } from './unanswered.js';

/** All commands that members can use, in the order in which they are registered. */
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
  contextButton,
  more,
  vote,
  newest,
  read,
  card,
  changeSettings,
  moreStories,
];

/** The commands' definitions as Discord receives them. */
export const DEFINITIONS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  ...SLASH_COMMANDS,
  ...MESSAGE_COMMANDS,
].map(({ definition }) => definition);
