import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it, vi } from 'vitest';
import { z } from 'zod';
import { Cluster } from '../../../src/archive/opensearch/connection/cluster.js';
import { textOf } from '../../discord/running-bot.js';
import { spawnBot } from '../../discord/spawn-bot.js';
import { StandIn, waitFor } from '../../discord/stand-in/stand-in.js';
import { control, describeOnCluster, settingsFor } from './fixtures.js';

const PATIENCE = 50_000;
/** Longer than the bot waits before it brings again what a block kept out. */
const RETRY = { timeout: 100_000, interval: 1_000 };
const IRAQ = 'How many U.S. troops are in Iraq?';

describeOnCluster('a real bot over a cluster that is sick', () => {
  const settings = settingsFor();
  let folder: string;
  let discord: StandIn;
  let cluster: Cluster;
  let bot: ChildProcess;
  let output = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clippings-sick-'));
    cpSync(resolve('seeds'), join(folder, 'articles'), { recursive: true });
    discord = await StandIn.start();
    cluster = new Cluster(settings);
  });
  beforeEach(() => {
    output = '';
  });
  afterEach(async () => {
    await control('go-on');
    await block(null);
    bot.kill('SIGKILL');
    await once(bot, 'close');
  });
  afterAll(async () => {
    await cluster.close();
    await discord.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function start(): void {
    const search = { SEARCH_URL: inject('nodes').join(','), SEARCH_INDEX: settings.name };
    bot = spawnBot(folder, discord, { ...search, COOLDOWN_SECONDS: '0' }, (printed) => {
      output += printed;
    });
  }

  const isReady = () => waitFor('the bot', () => output.includes('Invite the bot'), PATIENCE);

  async function answerTo(question: string): Promise<string> {
    return textOf(await discord.replyTo(discord.mention(question)));
  }

  /** Blocks writes as a cluster does itself when a disk is nearly full; null lifts it. */
  async function block(value: true | null): Promise<void> {
    const body = { 'index.blocks.read_only_allow_delete': value };
    await cluster.ask(z.unknown(), (client, patience) =>
      client.indices.putSettings({ index: `${settings.name}-*`, body }, patience),
    );
  }

  function drop(name: string): void {
    writeFileSync(
      join(folder, 'articles', `${name}.md`),
      `The Zebra ${name} was opened by mayor Jane Doe on Monday.\n`,
    );
  }

  it('that takes no writes answers, names the block in one line, and gets the articles later', async () => {
    start();
    await isReady();
    expect(await answerTo(IRAQ)).toMatch(/5,\d00/);
    await block(true);
    drop('bridge');
    await waitFor('the line', () => output.includes('takes no writes'), PATIENCE);
    expect(await answerTo(IRAQ)).toMatch(/5,\d00/);
    await block(null);
    await vi.waitFor(
      async () => expect(await answerTo('Who opened the Zebra bridge?')).toContain('Jane Doe'),
      RETRY,
    );
    expect(output.match(/takes no writes/g)).toHaveLength(1);
  }, 200_000);

  it('that takes no writes at the start is answered from, also at a second start', async () => {
    await block(true);
    drop('tower');
    for (const _ of [1, 2]) {
      output = '';
      start();
      await isReady();
      expect(await answerTo(IRAQ)).toMatch(/5,\d00/);
      expect(output.match(/takes no writes/g)).toHaveLength(1);
      if (_ === 1) {
        bot.kill('SIGKILL');
        await once(bot, 'close');
      }
    }
  }, 200_000);

  it('that hangs refuses at once after the first question, and answers again by itself', async () => {
    start();
    await isReady();
    await control('hang');
    // Whoever asks first waits until all nodes are given up.
    await answerTo(IRAQ);
    await vi.waitFor(
      async () =>
        expect(await answerTo('How many people voted in Iraq?')).toContain('not reachable just now'),
      RETRY,
    );
    await control('go-on');
    await vi.waitFor(async () => expect(await answerTo(IRAQ)).toMatch(/5,\d00/), RETRY);
  }, 200_000);

  it('that hangs at the start is waited for, with a word about it', async () => {
    await control('hang');
    start();
    await waitFor('the word', () => output.includes('It is tried again until it works'), PATIENCE);
    expect(output).toContain('Waiting for the search cluster');
    await control('go-on');
    await isReady();
    expect(await answerTo(IRAQ)).toMatch(/5,\d00/);
  }, 200_000);
});
