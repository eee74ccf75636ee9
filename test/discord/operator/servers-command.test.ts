import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addServersCommand } from '../../../src/discord/operator/servers-command.js';
import { tallyQuestion } from '../../../src/store/counts/tallies.js';
import { openStore } from '../../../src/store/store.js';
import { StandIn } from '../stand-in/stand-in.js';

let folder: string;
let discord: StandIn;
const url = () => `file:${path.join(folder, 'clippings.db')}`;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-servers-'));
  discord = await StandIn.start();
  const store = await openStore({ url: url() });
  for (const outcome of ['answered', 'unanswered'] as const)
    await tallyQuestion(store, discord.world.guild, { outcome, topics: [], sources: [] }, new Date());
  await tallyQuestion(store, '77', { outcome: 'maybe', topics: [], sources: [] }, new Date());
  store.close();
});
afterAll(async () => {
  await discord.stop();
  rmSync(folder, { recursive: true });
});

async function servers(discordToken: string | null, ...words: string[]): Promise<string> {
  const output = new PassThrough();
  const program = new Command().exitOverride();
  const settings = { discordToken, discordApiUrl: discord.apiUrl, store: { url: url() }, retentionDays: 90 };
  addServersCommand(program, output, () => settings);
  await program.parseAsync(['servers', ...words], { from: 'user' });
  return String(output.read());
}

test('servers are listed by the names that Discord tells, the busiest first', async () => {
  expect(await servers(discord.token)).toBe(
    [
      'sources  digests  watches  questions  no answer  not it  server',
      `      0        0        0          2          1       0  Readers`,
      '      0        0        0          1          0       0  server 77',
      '',
    ].join('\n'),
  );
});

test('without a token they are listed by their numbers', async () => {
  const lines = (await servers(null, '--json')).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { guild: discord.world.guild, server: null, questions: 2 },
    { guild: '77', server: null, questions: 1 },
  ]);
});
