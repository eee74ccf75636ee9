import { ofKeys } from '../archive/views/source-filter.js';
import type { Digest } from '../digest/digest.js';
import { periodOfKey } from '../digest/schedule/period-key.js';
import type { ArchiveService } from '../service/archive-service.js';
import type { GuildSourcesCache } from '../service/guild-sources-cache.js';
import type { DigestSchedule } from '../store/digest-schedules.js';
import { UserError } from '../user-error.js';
import { digestTexts } from './rendering/digest-texts.js';

/** What a digest is about; all news unless it says otherwise. */
export interface DigestSubject {
  readonly topic?: string | null | undefined;
  /** The sources that it is made of, as `Archive.within` takes them; all that the service knows unless given. */
  readonly sources?: readonly string[] | undefined;
}

/** What a scheduled digest is about: of the sources that were chosen for it, it has those that its guild still has. */
export async function subjectOf(
  { guild, topic, sources: chosen }: Pick<DigestSchedule, 'guild' | 'topic' | 'sources'>,
  sources: Pick<GuildSourcesCache, 'of'>,
): Promise<DigestSubject> {
  const all = await sources.of(guild);
  return { topic, sources: chosen === null ? all : ofKeys(all, chosen) };
}

/**
 * Composes the digest of the period that a button or record names.
 * @throws UserError `period-unknown`
 */
export async function digestOfPeriod(
  service: Pick<ArchiveService, 'digest'>,
  key: string,
  { topic, sources }: DigestSubject = {},
): Promise<Digest> {
  if (!periodOfKey(key)) throw new UserError('period-unknown', digestTexts.unknownPeriod);
  return service.digest(key, topic ?? undefined, sources);
}
