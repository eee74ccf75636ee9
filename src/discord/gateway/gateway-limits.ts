import { REST, Routes } from 'discord.js';
import { z } from 'zod';
import { asUserError } from './operator-lines.js';
import { restOptions } from './rest-options.js';

/** How Discord wants this bot to connect. */
export interface GatewayLimits {
  /** The recommended number of shards. One is not enough from 2,500 guilds on. */
  readonly shards: number;
  /** How many shards may identify within the same five seconds. */
  readonly maxConcurrency: number;
  /** The id of the bot's application. */
  readonly application: string;
}

const gateway = z.object({
  shards: z.number().int().positive().default(1),
  session_start_limit: z.object({ max_concurrency: z.number().int().positive().default(1) }).prefault({}),
});

/** @throws UserError if Discord cannot be reached, or rejects the token */
export async function gatewayLimits(token: string, apiUrl: string): Promise<GatewayLimits> {
  const rest = new REST(restOptions(apiUrl)).setToken(token);
  try {
    const { shards, session_start_limit } = gateway.parse(await rest.get(Routes.gatewayBot()));
    const { id } = z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication()));
    return { shards, maxConcurrency: session_start_limit.max_concurrency, application: id };
  } catch (error) {
    throw asUserError(error, apiUrl);
  }
}
