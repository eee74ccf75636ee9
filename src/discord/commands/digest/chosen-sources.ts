import { SHARED } from '../../../archive/views/source-filter.js';
import type { GuildSource } from '../../../store/guild-sources.js';
import { UserError } from '../../../user-error.js';
import { digestTexts } from '../../rendering/digest-texts.js';
import { escaped } from '../../rendering/escape.js';

/** How many sources an error names at most. */
const NAMED = 10;
const EVERYTHING = /^(?:all|all of them|every|everything)$/i;

/**
 * Reads which of a guild's sources a digest should be made of, as a person types it: titles, parts of titles or
 * addresses, with commas between; "shared" for what is shared with all servers.
 * @returns source keys; null for all
 * @throws UserError `source-unknown`
 */
export function readSources(typed: string, own: readonly GuildSource[]): string[] | null {
  const parts = typed
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.some((part) => EVERYTHING.test(part))) return null;
  const keys = parts.flatMap((part) => keysOf(part, own));
  if (keys.length === 0) throw unknown(typed, own);
  return [...new Set(keys)];
}

/** The sources of a guild as they are offered, and how each can be written. */
export function sourceChoices(
  own: readonly GuildSource[],
): { readonly name: string; readonly value: string }[] {
  const titles = own.map(({ feed }) => feed.title ?? feed.url);
  return [{ name: digestTexts.shared, value: SHARED }, ...titles.map((name) => ({ name, value: name }))];
}

/**
 * Returns the names of chosen sources, without those that the guild no longer follows.
 * @param chosen source keys; null for all
 */
export function namesOf(chosen: readonly string[] | null, own: readonly GuildSource[]): string[] | null {
  if (chosen === null) return null;
  const followed = own.flatMap(({ feed }) => (chosen.includes(feed.source) ? [feed.title ?? feed.url] : []));
  return chosen.includes(SHARED) ? [SHARED, ...followed] : followed;
}

/** A whole title or address names one source; a part names all that have it. */
function keysOf(part: string, own: readonly GuildSource[]): string[] {
  const wanted = part.toLowerCase();
  if (wanted === SHARED) return [SHARED];
  const named = (fits: (name: string) => boolean): string[] =>
    own.flatMap(({ feed }) =>
      [feed.title ?? '', feed.url].some((name) => fits(name.toLowerCase())) ? [feed.source] : [],
    );
  const exact = named((name) => name === wanted);
  const found = exact.length > 0 ? exact : named((name) => name.includes(wanted));
  if (found.length === 0) throw unknown(part, own);
  return found;
}

function unknown(part: string, own: readonly GuildSource[]): UserError {
  const [first, more] = [sourceChoices(own).slice(0, NAMED), own.length >= NAMED ? ', …' : ''];
  const names = first.map(({ name }) => escaped(name)).join(', ') + more;
  return new UserError(
    'source-unknown',
    digestTexts.unknownSource(escaped(part)),
    digestTexts.knownSources(names),
  );
}
