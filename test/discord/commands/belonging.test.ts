import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { deployCommands } from '../../../src/discord/operator/deploy.js';
import { RunningBot, soon, textOf } from '../running-bot.js';
import { type StandIn, waitFor } from '../stand-in/stand-in.js';

let room: RunningBot;
let discord: StandIn;
let now = Date.now();
beforeAll(async () => {
  room = await RunningBot.open({ bot: { now: () => now } });
  discord = room.discord;
});
afterAll(() => room.close());

describe('what stands under its name', () => {
  const shown = () =>
    discord.gateway.presences.map(({ activities }) => (activities as { state: string }[])[0]?.state);

  test('is how to ask, and how many articles there are', async () => {
    await vi.waitFor(() => expect(shown()).toContain('/ask · 5 articles'), soon);
  });

  test('is shown again when a new session begins', async () => {
    const before = shown().length;
    discord.gateway.killSessions();
    discord.gateway.cut();
    await waitFor('it to be shown again', () => shown().length > before);
  });
});

describe('/help', () => {
  const help = async (user = discord.reader) =>
    textOf(await discord.answer(discord.command('help', {}, { user })));

  test('says how to ask, to the one who asks', async () => {
    const said = await discord.answer(discord.command('help'));
    expect(said.onlyFor).toBe(discord.reader.id);
    expect(textOf(said)).toContain('How to ask');
    expect(textOf(said)).not.toContain('settings');
  });

  test('tells managers what they can do', async () => {
    expect(await help(discord.manager)).toContain('`/settings`');
  });
});

describe('a command that is named', () => {
  const named = async () =>
    textOf(await discord.answer(discord.command('help', {}, { user: discord.manager })));
  const deploy = (guild: string | null) =>
    deployCommands({
      ...{ token: discord.token, apiUrl: discord.apiUrl, operatorServer: null },
      ...{ guild, mayBeTwice: true, remove: false, onChanges: () => {} },
    });
  const idOf = (place: string, command: string) =>
    discord.rest.commands.get(place)?.find(({ name }) => name === command)?.id;

  test('can be clicked once it is registered, in a server that has it for itself', async () => {
    await deploy(discord.world.guild);
    expect(await named()).toContain('`/ask`');
    now += 11 * 60 * 1000;
    const said = await named();
    expect(said).toContain(`</ask:${idOf(discord.world.guild, 'ask')}>`);
    expect(said).toMatch(/1\. <\/sources add:\d+> \*address:\* https:/);
    expect(said).toContain(`</digest preview:${idOf(discord.world.guild, 'digest')}>`);
    expect(said).not.toContain('`');
  });

  test('and where it is registered everywhere', async () => {
    await deploy(null);
    now += 11 * 60 * 1000;
    expect(await named()).toContain(`</ask:${idOf('global', 'ask')}>`);
    const hint = await discord.replyTo(discord.mention(''));
    expect(textOf(hint)).toContain(`</about:${idOf('global', 'about')}>`);
  });

  test('is text when Discord does not tell its number', async () => {
    now += 11 * 60 * 1000;
    discord.faults.add({ method: 'GET', path: /commands$/, status: 403, code: 50001, times: 9 });
    expect(await named()).toContain('`/ask`');
  });
});

test('nothing that was sent was refused', () => {
  expect(room.refusals()).toEqual([]);
});
