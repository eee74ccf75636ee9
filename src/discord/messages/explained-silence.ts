import { DiscordAPIError, type REST, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import { notice } from '../rendering/message.js';
import { texts } from '../rendering/texts.js';
import { postMessage, withComponents } from './channel-messages.js';

/** Tells somebody in a direct message why there is no answer in a channel. */
export async function explainSilence(
  rest: REST,
  log: Logger,
  channel: string,
  person: string,
): Promise<void> {
  try {
    const direct = await rest.post(Routes.userChannels(), { body: { recipient_id: person } });
    const { id } = z.object({ id: z.string() }).parse(direct);
    await postMessage(rest, id, withComponents(notice(texts.cannotWrite(`<#${channel}>`))));
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    log.debug(`A member who asked in channel ${channel} takes no direct messages`);
  }
}
