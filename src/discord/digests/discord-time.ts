import { type REST, RequestMethod, Routes } from 'discord.js';

/** Returns what Discord's clock shows, in milliseconds since 1970, to the second; null if it does not say. */
export async function discordTime(rest: REST): Promise<number | null> {
  try {
    const response = await rest.queueRequest({ method: RequestMethod.Get, fullRoute: Routes.gatewayBot() });
    const time = Date.parse(response.headers.get('date') ?? '');
    await response.text();
    return Number.isNaN(time) ? null : time;
  } catch {
    // Without Discord no digest can be sent either.
    return null;
  }
}
