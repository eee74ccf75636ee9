import { TimestampStyles, time } from 'discord.js';
import type { Feed } from '../../../store/feeds.js';
import { escaped } from '../../rendering/escape.js';
import { ingestTexts as texts } from '../../rendering/ingest-texts.js';

/** How a feed is doing, in a few words. */
export function feedState({ lastSuccess, failingSince, failure }: Feed): string {
  const when = (moment: number): string => time(Math.floor(moment / 1000), TimestampStyles.RelativeTime);
  if (failingSince !== null) return texts.failing(when(failingSince), escaped(failure ?? ''));
  return lastSuccess === null ? texts.neverRead : texts.readAt(when(lastSuccess));
}
