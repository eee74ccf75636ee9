import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { MessageFlags, REST, Routes } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { StandIn } from './stand-in.js';

let discord: StandIn;
let rest: REST;
beforeAll(async () => {
  discord = await StandIn.start({ nonceWindow: 60_000 });
  rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
});
afterAll(() => discord.stop());

const post = (body: object) => rest.post(Routes.channelMessages(discord.world.general.id), { body });
const text = (content: string) => ({ type: 10, content });
const row = (...ids: string[]) => ({
  type: 1,
  components: ids.map((custom_id) => ({ type: 2, style: 2, label: custom_id, custom_id })),
});
const V2 = MessageFlags.IsComponentsV2;

describe('the stand-in refuses, as Discord does', () => {
  const refused: [string, object][] = [
    ['content over 2000', { content: 'x'.repeat(2001) }],
    ['an empty message', {}],
    ['embeds over 6000 in all', { embeds: [1, 2].map(() => ({ description: 'x'.repeat(3500) })) }],
    ['more than 5 rows', { components: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => row(id)) }],
    ['a repeated custom id', { flags: V2, components: [row('same', 'same')] }],
    ['content beside Components V2', { content: 'x', flags: V2, components: [text('x')] }],
    ['V2 components without the flag', { components: [text('x')] }],
    ['more than 40 components', { flags: V2, components: Array.from({ length: 41 }, () => text('x')) }],
    [
      'more than 4000 characters displayed',
      { flags: V2, components: [text('x'.repeat(2500)), text('x'.repeat(2500))] },
    ],
    ['a custom id over 100', { flags: V2, components: [row('x'.repeat(101))] }],
    ['a reply to a message that is gone', { content: 'x', message_reference: { message_id: '1' } }],
  ];
  test.each(refused)('%s', async (_, body) => {
    await expect(post(body)).rejects.toMatchObject({ status: 400 });
  });

  test.each([
    ['a bad command name', { name: 'Ask It', description: 'x' }],
    [
      'a required option after an optional one',
      {
        name: 'ask',
        description: 'x',
        options: [
          { name: 'a', description: 'x', type: 3 },
          { name: 'b', description: 'x', type: 3, required: true },
        ],
      },
    ],
  ])('%s', async (_, command) => {
    const route = Routes.applicationCommands(discord.world.me.id);
    await expect(rest.put(route, { body: [command] })).rejects.toMatchObject({ status: 400 });
  });

  test('a wrong token', async () => {
    const stranger = new REST({ api: discord.apiUrl }).setToken('wrong');
    await expect(stranger.get(Routes.gatewayBot())).rejects.toMatchObject({ status: 401 });
  });
});

test('an enforced nonce makes one message of two requests', async () => {
  const body = { content: 'once', nonce: 'n1', enforce_nonce: true };
  discord.faults.add({ path: /messages$/, status: 500, applied: true });
  await expect(post(body)).rejects.toMatchObject({ status: 500 });
  await post(body);
  const sent = discord.world
    .history(discord.world.general.id)
    .filter((message) => message.body.content === 'once');
  expect(sent).toHaveLength(1);
});

test('a heartbeat is missed that did not come, and none that was not read in time', async () => {
  const strict = await StandIn.start({ heartbeatInterval: 500 });
  const { gateway } = strict;
  const client = new Worker(
    `const { WebSocket } = require('ws');
     const { parentPort, workerData } = require('node:worker_threads');
     const socket = new WebSocket(workerData);
     socket.on('open', () => {
       const beating = setInterval(() => socket.send('{"op":1}'), 50);
       parentPort.once('message', () => clearInterval(beating)).postMessage('beating');
     });`,
    { eval: true, workerData: `${strict.apiUrl.replace('http', 'ws').replace(/\/api.*/, '')}/gateway` },
  );
  await once(client, 'message');
  await vi.waitFor(() => expect(gateway.heartbeats).toBeGreaterThan(0));
  const before = gateway.heartbeats;
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500);
  await vi.waitFor(() => expect(gateway.heartbeats).toBeGreaterThan(before + 10));
  expect(gateway.missedHeartbeats).toBe(0);
  client.postMessage('be silent');
  await vi.waitFor(() => expect(gateway.missedHeartbeats).toBe(1), { timeout: 10_000 });
  await client.terminate();
  await strict.stop();
});
