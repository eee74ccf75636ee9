import type { Digest } from '../digest/digest.js';
import { periodOfKey } from '../digest/schedule/period-key.js';
import type { ArchiveService } from '../service/archive-service.js';
import { UserError } from '../user-error.js';
import { digestTexts } from './rendering/digest-texts.js';

/**
 * Composes the digest of the period that a button or record names.
 * @param topic leaves out the stories that are about something else
 * @throws UserError `period-unknown`
 */
export async function digestOfPeriod(
  service: Pick<ArchiveService, 'digest'>,
  key: string,
  topic?: string,
): Promise<Digest> {
  if (!periodOfKey(key)) throw new UserError('period-unknown', digestTexts.unknownPeriod);
  return service.digest(key, topic);
}
