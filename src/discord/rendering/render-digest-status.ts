import { channelLink, channelMention, messageLink, TimestampStyles, time } from 'discord.js';
import { TOLD_STORIES } from '../../digest/digest.js';
import { nextOccurrence } from '../../digest/schedule/schedule.js';
import { scheduleInWords } from '../../digest/schedule/schedule-words.js';
import type { DigestSchedule } from '../../store/digest-schedules.js';
import type { DigestSend } from '../../store/digest-sends.js';
import { digestTexts } from './digest-texts.js';
import { escaped } from './escape.js';
import { DISPLAY_TEXT } from './limits.js';
import { container, type Outgoing, text } from './message.js';

/** A digest, what it is made of, and why the next one could not be posted as things stand. */
export interface ListedDigest {
  readonly schedule: DigestSchedule;
  /** The names of its sources; null for all. */
  readonly sources: readonly string[] | null;
  readonly problem: string | null;
}

/** Renders all digests of a guild: what each is about, where it goes and when the next one is due. */
export function renderDigestList(digests: readonly ListedDigest[], most: number, now: Date): Outgoing {
  if (digests.length === 0) return container([text(digestTexts.noSchedule)]);
  const title = digestTexts.listTitle(digests.length, most);
  const whole = digests.map((each) => `- ${digestLines(each, now).join('\n  ')}`);
  const room = DISPLAY_TEXT - title.length - 1;
  // Of many with long names and topics there is only the first line.
  const lines = whole.join('\n').length <= room ? whole : digests.map((each) => `- ${firstLine(each)}`);
  return container([text(title), text(lines.join('\n').slice(0, room))]);
}

/**
 * Renders when the next one of some digests is due, and what happened to the last ones.
 * @param last newest first
 */
export function renderDigestStatus(
  digests: readonly ListedDigest[],
  last: readonly DigestSend[],
  now: Date,
): Outgoing {
  const schedules = new Map(digests.map(({ schedule }) => [schedule.digest, schedule]));
  const sent = last.length > 0 ? last.map((send) => sendLine(send, schedules)) : [digestTexts.statusNone];
  return container([
    text(digests.flatMap((each) => digestLines(each, now)).join('\n') || digestTexts.noSchedule),
    text([digestTexts.statusLast, ...sent].join('\n')),
  ]);
}

/** Formats a time that Discord shows to each reader in their own time zone. */
export function inReadersTime(moment: Date): string {
  return `${time(moment, TimestampStyles.FullDateShortTime)} (${time(moment, TimestampStyles.RelativeTime)})`;
}

function digestLines({ schedule, sources, problem }: ListedDigest, now: Date): string[] {
  const { name, topic, stories, isPublished } = schedule;
  const isInName = topic?.toLowerCase() === name.toLowerCase();
  const details = [
    ...(topic === null || isInName ? [] : [digestTexts.listedTopic(escaped(topic))]),
    ...(sources === null ? [] : [digestTexts.listedSources(sources.map(escaped))]),
    ...(stories === TOLD_STORIES ? [] : [digestTexts.listedStories(stories)]),
    ...(isPublished ? [digestTexts.listedPublished] : []),
  ];
  const next = digestTexts.statusNext(inReadersTime(nextOccurrence(schedule, now)));
  return [
    firstLine({ schedule }),
    details.length > 0 ? `${details.join(' · ')} · ${next}` : next,
    ...(problem === null ? [] : [problem]),
  ];
}

function firstLine({ schedule }: Pick<ListedDigest, 'schedule'>): string {
  const { name, channel } = schedule;
  return digestTexts.listed(escaped(name), scheduleInWords(schedule), channelMention(channel));
}

/** Renders what became of a digest, with its name where there are several. */
function sendLine(send: DigestSend, schedules: ReadonlyMap<number, DigestSchedule>): string {
  const { digest, due, state, reason, message } = send;
  const schedule = schedules.get(digest);
  const name = schedules.size > 1 ? (schedule?.name ?? digestTexts.onRequest) : '';
  const when = time(Math.floor(due / 1000), TimestampStyles.ShortDateTime);
  const became = state === 'empty' && schedule && schedule.topic !== null ? 'emptyOfTopic' : state;
  const what = [digestTexts.state[became], ...(reason === null ? [] : [escaped(reason)])].join(': ');
  return `- ${when}${name === '' ? '' : `, ${escaped(name)}`}: ${what}${message === null ? '' : ` ${linkTo(send)}`}`;
}

/** Leads to the message; in a forum to the post, which is a channel of its own. */
export function linkTo({
  guild,
  channel,
  isForum,
  message,
}: Pick<DigestSend, 'guild' | 'channel' | 'isForum' | 'message'>): string {
  if (message === null) return channelLink(channel, guild);
  return isForum ? channelLink(message, guild) : messageLink(channel, message, guild);
}
