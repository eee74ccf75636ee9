import { DiscordAPIError, GatewayCloseCodes, HTTPError } from 'discord.js';
import { shownAddress } from '../../shown-address.js';
import { UserError } from '../../user-error.js';

/** Returns a log line about a channel that rejected our answer. */
export function describeFailure(error: DiscordAPIError, channel: string): string {
  if (error.status === 404) return `Channel ${channel} was deleted; a question there could not be answered.`;
  return (
    `No permission to write in channel ${channel}. Give Clippings "View Channel", "Send Messages" (in threads: ` +
    '"Send Messages in Threads") and "Read Message History" there. It is left alone for 10 minutes.'
  );
}

/** The error code for an outage that may be over soon. */
export const UNREACHABLE = 'discord-unreachable';

const INVALID_TOKEN = new UserError(
  'discord-token-invalid',
  'Discord does not accept the token in DISCORD_TOKEN.',
  'Copy it anew from the Bot page of your application at https://discord.com/developers/applications (Reset Token).',
);

const CLOSED: Readonly<Record<number, UserError>> = {
  [GatewayCloseCodes.AuthenticationFailed]: INVALID_TOKEN,
  [GatewayCloseCodes.DisallowedIntents]: new UserError(
    'discord-intent-missing',
    'Discord does not let this bot read messages, which MESSAGE_CONTENT=on asks for.',
    'Switch on "Message Content Intent" on the Bot page of your application, or set MESSAGE_CONTENT=off.',
  ),
};

/** Returns the error for a connection that Discord closed for good. */
export function closedForGood(code: number): UserError {
  return (
    CLOSED[code] ??
    new UserError(
      'discord-closed',
      `Discord closed the connection for good (code ${code}: ${GatewayCloseCodes[code] ?? 'unknown'}).`,
      'Look the code up at https://discord.com/developers/docs/topics/opcodes-and-status-codes and start again.',
    )
  );
}

/**
 * Turns an error into one that tells the operator why the bot cannot start, or why a command cannot reach
 * Discord.
 */
export function asUserError(error: unknown, apiUrl: string): unknown {
  if (error instanceof UserError) return error;
  if (error instanceof DiscordAPIError && error.status === 401) return INVALID_TOKEN;
  if (error instanceof DiscordAPIError) {
    return new UserError('discord-refused', `Discord refused: ${error.message.split('\n').join(' ')}`, null, {
      cause: error,
    });
  }
  if (error instanceof Error && /^Not enough sessions remaining/.test(error.message)) {
    return new UserError(
      'discord-sessions-spent',
      'Discord lets this bot open no more connections for now: it was started too often.',
      `Stop what starts it again and again. ${error.message}`,
      { cause: error },
    );
  }
  if (error instanceof HTTPError || isNetworkError(error)) {
    const reason = error instanceof HTTPError ? `it answered ${error.status}` : 'no connection';
    return new UserError(
      UNREACHABLE,
      `Discord cannot be reached at ${shownAddress(apiUrl)} (${reason}).`,
      'Check the network, https://discordstatus.com and DISCORD_API_URL.',
      { cause: error },
    );
  }
  return error;
}

function isNetworkError(error: unknown): error is Error {
  return (
    error instanceof Error &&
    ('code' in error || error.message === 'fetch failed' || error.name === 'AbortError')
  );
}
