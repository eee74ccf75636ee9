import type { ChatInputCommandInteraction } from 'discord.js';
import { lacksYear, readDay, withEarlierYears } from '../../../digest/schedule/days.js';
import { keyOfDays, keyOfSpan } from '../../../digest/schedule/period-key.js';
import { previousOccurrence } from '../../../digest/schedule/schedule.js';
import type { ArchiveService } from '../../../service/archive-service.js';
import type { DigestSchedule } from '../../../store/digest-schedules.js';
import { UserError } from '../../../user-error.js';
import { digestTexts } from '../../rendering/digest-texts.js';
import { escaped } from '../../rendering/escape.js';

/**
 * Returns the day that was asked for; null if none was. Without a year, it is the latest such day that has articles.
 * @throws UserError if it is no day
 */
export async function chosenDay(
  interaction: ChatInputCommandInteraction,
  service: ArchiveService,
): Promise<string | null> {
  const typed = interaction.options.getString('date');
  if (typed === null) return null;
  const day = readDay(typed, new Date(interaction.createdTimestamp).toISOString().slice(0, 10));
  if (day === null)
    throw new UserError('date-unclear', digestTexts.dateUnclear(escaped(typed)), digestTexts.dateHint);
  if (!lacksYear(typed)) return day;
  return (await service.firstWithArticles(withEarlierYears(day))) ?? day;
}

/** Returns the day that was asked for; otherwise the time since the last scheduled digest; otherwise the last day. */
export function periodOf(day: string | null, scheduled: DigestSchedule | null, moment: number): string {
  if (day !== null) return keyOfDays(day, day);
  const until = new Date(moment);
  if (!scheduled) return keyOfSpan(new Date(moment - DAY), until, 'UTC');
  return keyOfSpan(previousOccurrence(scheduled, until), until, scheduled.zone);
}

const DAY = 24 * 60 * 60 * 1000;
