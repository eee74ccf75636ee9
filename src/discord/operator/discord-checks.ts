import type { Finding } from '../../finding.js';
import type { DigestSchedule } from '../../store/digest-schedules.js';
import { UserError } from '../../user-error.js';
import { inviteUrl } from '../gateway/invite.js';
import { isUnchanged, pendingChanges } from './deploy.js';
import { type Application, Visit } from './visit.js';

export interface DiscordCheckOptions {
  readonly token: string | null;
  readonly apiUrl: string;
  readonly messageContent: boolean;
  /** The only guild with the operator's commands; null if they are registered with the others. */
  readonly operatorServer: string | null;
  /** Null if the database cannot be read. */
  readonly schedules: readonly DigestSchedule[] | null;
}

/** How far the clock may be off, in milliseconds. A digest would come that much too early or late. */
const CLOCK_MAY_DIFFER = 30_000;

/** Checks the token and intents, the servers, the commands, the channels with a digest, and the clock. */
export async function checkDiscord(options: DiscordCheckOptions): Promise<Finding[]> {
  const { token, apiUrl, schedules } = options;
  if (token === null) {
    const words = 'none, so there is a prompt but no bot';
    return [{ part: 'token', state: 'note', words, hint: 'For the bot, run: npx clippings setup' }];
  }
  const visit = new Visit({ token, apiUrl });
  try {
    const application = await visit.application();
    return [
      { part: 'token', state: 'good', words: `it is that of ${application.name || application.id}` },
      ...intentFindings(application, options.messageContent),
      clockFinding(application.clockAhead),
      ...(await checkGuilds(visit, application)),
      await checkCommands(visit, application, options.operatorServer),
      ...(await Promise.all((schedules ?? []).map((schedule) => checkDigest(visit, schedule)))),
    ];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const part = error.code === 'discord-token-invalid' ? 'token' : 'Discord';
    return [{ part, state: 'wrong', words: error.message, hint: error.hint }];
  } finally {
    await visit.close();
  }
}

function intentFindings({ hasMessageContent }: Application, isWanted: boolean): Finding[] {
  if (!isWanted) return [];
  const part = 'intents';
  if (hasMessageContent) return [{ part, state: 'good', words: 'the bot may read messages' }];
  const words = 'MESSAGE_CONTENT=on, but Discord does not let this bot read messages';
  const hint =
    'Switch on "Message Content Intent" on the Bot page of your application, or set MESSAGE_CONTENT=off.';
  return [{ part, state: 'wrong', words, hint }];
}

export function clockFinding(ahead: number | null): Finding {
  const part = 'clock';
  if (ahead === null) return { part, state: 'note', words: 'it could not be compared with Discord’s' };
  if (Math.abs(ahead) <= CLOCK_MAY_DIFFER) return { part, state: 'good', words: 'as Discord’s' };
  const seconds = Math.round(Math.abs(ahead) / 1000);
  const words = `${seconds} seconds ${ahead > 0 ? 'ahead of' : 'behind'} Discord’s`;
  return { part, state: 'wrong', words, hint: 'Let the system set its clock from the network (NTP).' };
}

async function checkGuilds(visit: Visit, { id }: Application): Promise<Finding[]> {
  const { length } = await visit.guilds();
  const part = 'servers';
  if (length > 0)
    return [{ part, state: 'good', words: `the bot is in ${length === 200 ? 'at least 200' : length}` }];
  return [{ part, state: 'note', words: 'the bot is in none', hint: `Invite it: ${inviteUrl(id)}` }];
}

async function checkCommands(
  visit: Visit,
  { id }: Application,
  operatorServer: string | null,
): Promise<Finding> {
  const part = 'commands';
  const changes = await pendingChanges(visit.rest, id, operatorServer);
  if (changes.every(isUnchanged))
    return { part, state: 'good', words: 'those of this version are registered' };
  const words = 'those of this version are not registered everywhere';
  const hint = 'Run: npx clippings deploy (nothing to do if you chose one server with --guild).';
  return { part, state: 'note', words, hint };
}

async function checkDigest(visit: Visit, { channel: id, guild }: DigestSchedule): Promise<Finding> {
  const part = 'digest';
  const channel = await visit.channel(id);
  if (channel === null) {
    const words = `the bot cannot see channel ${id} of server ${guild}`;
    return { part, state: 'wrong', words, hint: 'Choose another with /digest edit there.' };
  }
  const { name, guildName, missing } = channel;
  const words = `#${name} of ${guildName}`;
  if (missing.length === 0) return { part, state: 'good', words: `it may post in ${words}` };
  const hint = `Give Clippings there: ${missing.join(', ')}.`;
  return { part, state: 'wrong', words: `it may not post in ${words}`, hint };
}
