import type { Edition } from '../../digest/digest.js';
import { periodOfKey } from '../../digest/schedule/period-key.js';
import type { Newsroom } from '../../service/archive-service.js';
import { UserError } from '../../user-error.js';
import { digestTexts } from '../rendering/digest-texts.js';

/**
 * The edition of a period that a button or a record names.
 * @throws UserError `period-unknown`
 */
export async function editionOf(newsroom: Pick<Newsroom, 'edition'>, key: string): Promise<Edition> {
  if (!periodOfKey(key)) throw new UserError('period-unknown', digestTexts.unknownPeriod);
  return newsroom.edition(key);
}
