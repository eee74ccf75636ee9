import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';
import { builtMain } from '../built.js';
import type { StandIn } from './stand-in/stand-in.js';

/** What a process finds in its environment whose articles, index and database are in a folder, and whose Discord is a stand-in. */
export function environment(folder: string, discord: StandIn): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return {
    PATH,
    HOME,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    STORE_URL: `file:${path.join(folder, 'clippings.db')}`,
    ARTICLES_FOLDER: path.join(folder, 'articles'),
    INDEX_FOLDER: path.join(folder, 'index'),
  };
}

/**
 * Starts the built bot over the articles, index and database in a folder, connected to a stand-in for Discord.
 * @param settings beside these, or in their place
 * @param tell receives what it prints
 */
export function spawnBot(
  folder: string,
  discord: StandIn,
  settings: Readonly<Record<string, string>>,
  tell: (printed: string) => void,
): ChildProcessWithoutNullStreams {
  const env = { ...environment(folder, discord), ...settings };
  const bot = spawn(process.execPath, [builtMain(), 'start'], { cwd: folder, env });
  for (const stream of [bot.stdout, bot.stderr]) stream.on('data', (chunk) => tell(String(chunk)));
  return bot;
}
