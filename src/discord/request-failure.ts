import { DiscordAPIError, HTTPError } from 'discord.js';

/**
 * Says in one line what became of a request to Discord. Nothing of what was sent is in it: the address may hold the
 * token of an interaction, and the body a question.
 * @returns null for any other error
 */
export function requestFailure(error: unknown): string | null {
  if (!(error instanceof DiscordAPIError || error instanceof HTTPError)) return null;
  const route = new URL(error.url).pathname
    .replace(/^.*?\/v\d+(?=\/)/, '')
    .replace(/^(\/(?:webhooks|interactions)\/\d+\/)[^/]+/, '$1…');
  const reason = error instanceof DiscordAPIError ? `: ${error.message.split('\n').join(' ')}` : '';
  const code = error instanceof DiscordAPIError && error.code !== 0 ? ` (code ${error.code})` : '';
  return `Discord answered ${error.status}${code} to ${error.method} ${route}${reason}`;
}

/** What stands in the log for an error: for a request to Discord a line without what was sent. */
export function loggable(error: unknown): object {
  const failure = requestFailure(error);
  return failure === null ? { err: error } : { failure };
}
