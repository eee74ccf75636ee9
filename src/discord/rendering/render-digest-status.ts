import { channelLink, channelMention, messageLink, TimestampStyles, time } from 'discord.js';
import { nextOccurrence } from '../../digest/schedule/schedule.js';
import { scheduleInWords } from '../../digest/schedule/schedule-words.js';
import type { DigestSchedule } from '../../store/digest-schedules.js';
import type { DigestSend } from '../../store/digest-sends.js';
import { digestTexts } from './digest-texts.js';
import { escaped } from './escape.js';
import { container, type Outgoing, text } from './message.js';

/**
 * Renders when the next digest is due, and what happened to the last ones.
 * @param problem why the next one could not be posted as things stand
 */
export function renderDigestStatus(
  schedule: DigestSchedule | null,
  problem: string | null,
  last: readonly DigestSend[],
  now: Date,
): Outgoing {
  const next = schedule
    ? [
        digestTexts.statusSchedule(scheduleInWords(schedule), channelMention(schedule.channel)),
        digestTexts.statusNext(inReadersTime(nextOccurrence(schedule, now))),
        ...(problem === null ? [] : [problem]),
      ]
    : [digestTexts.noSchedule];
  const sent = last.length > 0 ? last.map(sendLine) : [digestTexts.statusNone];
  return container([
    text(digestTexts.statusTitle),
    text(next.join('\n')),
    text([digestTexts.statusLast, ...sent].join('\n')),
  ]);
}

/** Formats a time that Discord shows to each reader in their own time zone. */
export function inReadersTime(moment: Date): string {
  return `${time(moment, TimestampStyles.FullDateShortTime)} (${time(moment, TimestampStyles.RelativeTime)})`;
}

function sendLine({ due, state, message, reason, channel, guild }: DigestSend): string {
  const when = time(Math.floor(due / 1000), TimestampStyles.ShortDateTime);
  const link = message === null ? channelLink(channel, guild) : messageLink(channel, message, guild);
  const what = [digestTexts.state[state], ...(reason === null ? [] : [escaped(reason)])].join(': ');
  return `- ${when}: ${what} ${link}`;
}
