import { type APIComponentInContainer, ComponentType, channelMention } from 'discord.js';
import type { Watch } from '../../../store/watches/watches.js';
import { quietInWords } from '../../../watch/quiet-hours.js';
import { customId } from '../custom-id.js';
import { fitted, fittedAndEscaped } from '../fit.js';
import { SELECT_LABEL, SELECT_OPTIONS } from '../limits.js';
import { button, buttonRow, container, type Outgoing, text } from '../message.js';
import { STOP_WATCH } from './render-alert.js';
import { watchTexts as texts } from './watch-texts.js';

/** The longest name of a watch in a list, in characters. */
const WORDS = 60;
/** How many watches of a kind are listed; together they fit into a message. */
const LISTED = 12;

/**
 * Renders that a watch is set up.
 * @param inServer whether it was set up in a server, whose members may take no direct messages from it
 */
export function renderWatch(watch: Watch, inServer: boolean): Outgoing {
  const line = texts.watching(fittedAndEscaped(watch.words, WORDS), whereOf(watch), paceOf(watch));
  return container([
    ...withHint(line, watch, inServer),
    buttonRow(button(customId(STOP_WATCH, watch.id), texts.stop)),
  ]);
}

/** Renders that a story is followed. */
export function renderFollowed(
  watch: Watch,
  days: number,
  inServer: boolean,
  more: readonly APIComponentInContainer[],
): Outgoing {
  const line = texts.following(fittedAndEscaped(watch.words, 2 * WORDS), whereOf(watch), days);
  const stop = buttonRow(button(customId(STOP_WATCH, watch.id), texts.stop));
  return container([...withHint(line, watch, inServer), stop, ...more]);
}

function withHint(line: string, { guild }: Watch, inServer: boolean): APIComponentInContainer[] {
  return [text(line), ...(guild === null && inServer ? [text(texts.mayBeClosed)] : [])];
}

/**
 * Renders what somebody watches, with a menu to stop it.
 * @param ofServer the watches of a server, for its managers
 */
export function renderWatches(own: readonly Watch[], ofServer: readonly Watch[]): Outgoing {
  const all = [...own.slice(-LISTED), ...ofServer.slice(-LISTED)];
  if (all.length === 0) return container([text(texts.listNone)]);
  return container([
    ...listOf(texts.listTitle, own),
    ...listOf(texts.listServer, ofServer),
    text(texts.listHow),
    stopMenu(all),
  ]);
}

function listOf(title: string, watches: readonly Watch[]): APIComponentInContainer[] {
  if (watches.length === 0) return [];
  const lines = watches.slice(-LISTED).map((watch) => {
    const words = fittedAndEscaped(watch.words, WORDS);
    return watch.story === null
      ? texts.listLine(words, whereOf(watch), paceOf(watch))
      : texts.listStory(words, whereOf(watch));
  });
  const left = watches.length - lines.length;
  return [text([title, ...lines, ...(left > 0 ? [texts.more(left)] : [])].join('\n'))];
}

function stopMenu(watches: readonly Watch[]): APIComponentInContainer {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId(STOP_WATCH),
        placeholder: texts.stopMenu,
        options: watches.slice(0, SELECT_OPTIONS).map(({ id, words }) => ({
          label: fitted(words, SELECT_LABEL),
          value: String(id),
        })),
      },
    ],
  };
}

function whereOf({ guild, channel }: Watch): string {
  return guild === null ? texts.inPrivate : texts.inChannel(channelMention(channel));
}

function paceOf({ most, quiet, zone }: Watch): string {
  return texts.pace(most, quiet && quietInWords(quiet), zone);
}
