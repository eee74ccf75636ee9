import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BotOptions, startBot } from '../../../src/discord/bot.js';
import {
  type CommandChanges,
  type DeployOptions,
  deployCommands,
} from '../../../src/discord/operator/deploy.js';
import { openStore } from '../../../src/store/store.js';
import { StandIn } from '../stand-in/stand-in.js';
import { stubArchiveService } from '../stub-archive-service.js';

let discord: StandIn;
beforeEach(async () => {
  discord = await StandIn.start();
});
afterEach(() => discord.stop());

async function start(options: Partial<BotOptions>) {
  return startBot({
    token: discord.token,
    apiUrl: discord.apiUrl,
    service: stubArchiveService({}),
    store: await openStore({ url: ':memory:' }),
    log: pino({ level: 'silent' }),
    messageContent: false,
    cooldown: 0,
    storeQuestions: true,
    retentionDays: 90,
    ...options,
  });
}

describe('a bot that cannot start says what to do', () => {
  test('when the token is wrong', async () => {
    await expect(start({ token: 'wrong' })).rejects.toMatchObject({
      code: 'discord-token-invalid',
      hint: expect.stringContaining('https://discord.com/developers/applications'),
    });
  });

  test('when an intent was not granted', async () => {
    await expect(start({ messageContent: true })).rejects.toMatchObject({
      code: 'discord-intent-missing',
      hint: expect.stringContaining('Message Content Intent'),
    });
  });

  test('when Discord cannot be reached', async () => {
    await expect(start({ apiUrl: 'http://127.0.0.1:9/api' })).rejects.toMatchObject({
      code: 'discord-unreachable',
      message: 'Discord cannot be reached at http://127.0.0.1:9/api (no connection).',
    });
  });

  test('when Discord refuses the connection for another reason', async () => {
    discord.gateway.closeForGood(4011);
    await expect(start({})).rejects.toMatchObject({
      code: 'discord-closed',
      message: expect.stringContaining('4011: ShardingRequired'),
    });
  });
});

describe('registering commands', () => {
  async function deploy(
    guild: string | null = null,
    more: Partial<DeployOptions> = {},
  ): Promise<CommandChanges> {
    let changes: CommandChanges | undefined;
    const onChanges = (found: CommandChanges): void => {
      changes ??= found;
      // They are told before anything is done.
      expect(discord.requests.at(-1)?.method).toBe('GET');
    };
    await deployCommands({
      token: discord.token,
      apiUrl: discord.apiUrl,
      guild,
      operatorServer: null,
      mayBeTwice: false,
      remove: false,
      onChanges,
      ...more,
    });
    if (!changes) throw new Error('no changes were told');
    return changes;
  }
  const puts = () => discord.requests.filter(({ method }) => method === 'PUT').length;

  test('does nothing where nothing changed', async () => {
    await deploy();
    expect(await deploy()).toMatchObject({ created: [], updated: [], removed: [] });
    expect(puts()).toBe(1);
  });

  test('updates what is different and removes what is not ours', async () => {
    await deploy();
    const registered = discord.rest.commands.get('global') ?? [];
    const changed = registered.map((each) => (each.name === 'ask' ? { ...each, description: 'Old' } : each));
    const old = { id: '1', type: 1, name: 'weather', description: 'Rain' };
    discord.rest.commands.set('global', [...changed.filter(({ name }) => name !== 'about'), old]);
    expect(await deploy()).toMatchObject({ created: ['/about'], updated: ['/ask'], removed: ['/weather'] });
    expect(puts()).toBe(2);
  });

  test('in one server leaves all others alone', async () => {
    expect((await deploy(discord.world.guild)).created).toContain('/ask');
    expect(discord.rest.commands.has('global')).toBe(false);
    expect((await deploy(discord.world.guild)).created).toEqual([]);
  });

  test('makes everything that members use work where only they installed the bot', async () => {
    await deploy();
    const everywhere = (discord.rest.commands.get('global') ?? []).filter(
      ({ default_member_permissions }) => default_member_permissions === null,
    );
    expect(everywhere.map(({ name }) => name)).toEqual([
      'ask',
      'source',
      'story',
      'watch',
      'help',
      'about',
      'privacy',
      'Find sources',
    ]);
    for (const { contexts, integration_types } of everywhere) {
      expect({ contexts, integration_types }).toEqual({ contexts: [0, 1, 2], integration_types: [0, 1] });
    }
  });

  test('tells commands apart by their words in other languages, and registers those', async () => {
    await deploy();
    const ask = discord.rest.commands.get('global')?.find(({ name }) => name === 'ask');
    expect(ask?.name_localizations).toMatchObject({ de: 'fragen' });
    const registered = discord.rest.commands.get('global') ?? [];
    const changed = registered.map((each) =>
      each.name === 'ask' ? { ...each, description_localizations: { de: 'Alt' } } : each,
    );
    discord.rest.commands.set('global', changed);
    expect(await deploy()).toMatchObject({ created: [], updated: ['/ask'] });
  });

  test('of a server is refused where they are registered everywhere, unless it is meant', async () => {
    await deploy();
    await expect(deploy(discord.world.guild)).rejects.toMatchObject({
      code: 'commands-twice',
      message: expect.stringMatching(/would see \d+ commands twice \(\/ask, /),
    });
    expect(discord.rest.commands.has(discord.world.guild)).toBe(false);
    expect((await deploy(discord.world.guild, { mayBeTwice: true })).created).toContain('/ask');
  });

  test('everywhere is refused where a server has them, until they are removed there', async () => {
    const { guild } = discord.world;
    await deploy(guild);
    await expect(deploy()).rejects.toMatchObject({
      code: 'commands-twice',
      hint: expect.stringContaining(`deploy --guild ${guild} --remove`),
    });
    expect((await deploy(guild, { remove: true })).removed).toContain('/ask');
    expect(discord.rest.commands.get(guild)).toEqual([]);
    expect((await deploy()).created).toContain('/ask');
  });

  test('gives the commands of the operator to one server, when it is named', async () => {
    const { guild } = discord.world;
    await deploy(null, { operatorServer: guild });
    const names = (place: string) => discord.rest.commands.get(place)?.map(({ name }) => name);
    expect(names(guild)).toEqual(['add', 'feeds']);
    expect(names('global')).toContain('ask');
    expect(names('global')).not.toContain('feeds');
    expect(await deploy(null, { operatorServer: guild })).toMatchObject({
      created: [],
      updated: [],
      removed: [],
    });
  });

  test('hides what only managers or the operator can do from all others, also in direct messages', async () => {
    await deploy();
    for (const { name, default_member_permissions, contexts } of discord.rest.commands.get('global') ?? []) {
      if (['add', 'feeds'].includes(String(name)))
        expect({ default_member_permissions, contexts }).toEqual({
          default_member_permissions: '0',
          contexts: [0],
        });
      if (['settings', 'digest', 'unanswered'].includes(String(name)))
        expect({ default_member_permissions, contexts }).toEqual({
          default_member_permissions: '32',
          contexts: [0],
        });
    }
  });

  test('fails in plain words', async () => {
    discord.faults.add({ method: 'PUT', status: 403, code: 20012 });
    await expect(deploy()).rejects.toMatchObject({ code: 'discord-refused' });
  });
});
