import { readFile } from 'node:fs/promises';
import { readSchedule, scheduleInWords } from '../../digest/schedule/schedule-words.js';
import { writeDigestSchedule } from '../../store/digest-schedules.js';
import type { Store } from '../../store/store.js';
import { UserError } from '../../user-error.js';
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
 * Schedules a digest, as `/digest schedule` does.
 * @returns when it comes, in words
 * @throws UserError `digest-permissions`, or when the time or zone is not clear
 */
export async function scheduleDigest(
  store: Store,
  { id: channel, name, guild, guildName, missing }: DigestChannel,
  { time, zone }: DigestWish,
): Promise<string> {
  if (missing.length > 0) {
    throw new UserError(
      'digest-permissions',
      `The bot may not post in #${name} of ${guildName}.`,
      `Give Clippings there: ${missing.join(', ')}.`,
    );
  }
  const when = readSchedule(time, zone, null);
  await writeDigestSchedule(store, { guild, channel, ...when, quietLine: false, since: Date.now() });
  return scheduleInWords(when);
}
