import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { about } from './about.js';
import { add } from './add.js';
import { ask } from './ask.js';
import type { Control, MessageCommand, SlashCommand } from './command.js';
import { card, contextButton, meant, more, newest, read } from './controls.js';
import { moreOfDigest, moreStories } from './digest/controls.js';
import { digest } from './digest/digest.js';
import { feeds } from './feeds.js';
import { findSources } from './find-sources.js';
import { help } from './help.js';
import { erase, privacy } from './kept-data.js';
import { localised } from './localised.js';
import { stats } from './managing/stats.js';
import { changeMissed, unanswered } from './managing/unanswered.js';
import { changeSettings, settings } from './settings.js';
import { foundPage, source } from './source.js';
import { sources } from './sources/sources.js';
import { answerStory, story } from './story/story.js';
import { vote } from './vote.js';
import { follow, stopWatch } from './watches/controls.js';
import { watch } from './watches/watch.js';

/** All commands that members can use, in the order in which they are registered. */
export const SLASH_COMMANDS: readonly SlashCommand[] = [
  ask,
  source,
  digest,
  story,
  watch,
  help,
  about,
  privacy,
  settings,
  sources,
  unanswered,
  stats,
  add,
  feeds,
];
export const MESSAGE_COMMANDS: readonly MessageCommand[] = [findSources];
export const CONTROLS: readonly Control[] = [
  contextButton,
  more,
  meant,
  answerStory,
  vote,
  newest,
  read,
  card,
  changeSettings,
  moreStories,
  moreOfDigest,
  foundPage,
  erase,
  changeMissed,
  stopWatch,
  follow,
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
