import { REST, Routes } from 'discord.js';
import { z } from 'zod';
import { asUserError } from './operator-lines.js';
import { restOptions } from './rest-options.js';

/** What Discord says of how this bot should connect. */
export interface GatewayLimits {
  /** How many connections it needs; from 2,500 guilds on one is not enough. */
  readonly shards: number;
  /** How many of them may identify in the same five seconds. */
  readonly maxConcurrency: number;
  /** The bot's application. */
  readonly application: string;
}

const gateway = z.object({
  shards: z.number().int().positive().default(1),
  session_start_limit: z.object({ max_concurrency: z.number().int().positive().default(1) }).prefault({}),
});

/** @throws UserError when Discord cannot be reached, or does not accept the token */
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
