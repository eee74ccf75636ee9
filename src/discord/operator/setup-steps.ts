import { readFile } from 'node:fs/promises';
import { TOLD_STORIES } from '../../digest/digest.js';
import { readSchedule, scheduleInWords } from '../../digest/schedule/schedule-words.js';
import {
  addDigestSchedule,
  changeDigestSchedule,
  MOST_DIGESTS,
  readGuildDigests,
} from '../../store/digest-schedules.js';
import type { Store } from '../../store/store.js';
import { UserError } from '../../user-error.js';
import { digestTexts } from '../rendering/digest-texts.js';
import type { DigestChannel } from './visit.js';

/**
 * Returns a token without what is copied along with it by mistake.
 * @throws UserError `setup-token` if it cannot be one
 */
export function readToken(typed: string): string {
  const token = typed.trim().replace(/^(?:DISCORD_TOKEN\s*=|Bot\s)\s*/i, '');
  // Such characters mean something in .env, and no token has them.
  if (/^[^\s'"`#$\\]+$/.test(token)) return token;
  throw new UserError(
    'setup-token',
    token === ''
      ? 'There is no token.'
      : 'This is no token: a token is one word of letters, digits, dots and lines.',
    'Copy it from the Bot page of your application (Reset Token), or put it into a file for --token-file.',
  );
}

/** @throws UserError `setup-token-file`, `setup-token` */
export async function tokenIn(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const hint = 'Give the path of a file that holds the token and nothing else.';
    throw new UserError('setup-token-file', `The token file ${file} cannot be read.`, hint, { cause });
  });
  return readToken(text);
}

export interface DigestWish {
  /** Such as 08:00. */
  readonly time: string;
  /** A city or an IANA name. */
  readonly zone: string;
}

/**
 * Schedules a digest of all news, as `/digest schedule` does; in place of the one that it scheduled before.
 * @returns when it comes, in words
 * @throws UserError `digest-permissions`, or when the time or zone is not clear
 */
export async function scheduleDigest(
  store: Store,
  { id: channel, name: channelName, guild, guildName, missing }: DigestChannel,
  { time, zone }: DigestWish,
): Promise<string> {
  if (missing.length > 0) {
    throw new UserError(
      'digest-permissions',
      `The bot may not post in #${channelName} of ${guildName}.`,
      `Give Clippings there: ${missing.join(', ')}.`,
    );
  }
  const when = readSchedule(time, zone, null);
  const name = digestTexts.defaultName;
  const digest = {
    ...{ guild, name, channel, isForum: false, isPublished: false, ...when, topic: null, sources: null },
    ...{ stories: TOLD_STORIES, quietLine: false, since: Date.now() },
  };
  const before = (await readGuildDigests(store, guild)).find((each) => each.name === name);
  if (before) await changeDigestSchedule(store, { ...digest, digest: before.digest });
  else if ((await addDigestSchedule(store, digest)) === null) {
    throw new UserError('digests-many', digestTexts.tooMany(MOST_DIGESTS), digestTexts.tooManyHint);
  }
  return scheduleInWords(when);
}
