import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sendDueDigests } from '../../../src/discord/digests/clock.js';
import { deliveryOf } from '../../../src/discord/digests/delivery.js';
import { readDigestSchedule } from '../../../src/store/digest-schedules.js';
import { lastDigests } from '../../../src/store/digest-sends.js';
import { RunningBot, textOf } from '../running-bot.js';
import { waitFor } from '../stand-in/stand-in.js';
import type { Message } from '../stand-in/world.js';

const VIEW_CHANNEL = 1n << 10n;
const SEND_MESSAGES = 1n << 11n;
const READ_MESSAGE_HISTORY = 1n << 16n;

/** A day after the seed articles: their digest is due at 08:00 in Berlin. */
const EVENING = Date.parse('2020-01-05T20:00:00Z');
const DUE = Date.parse('2020-01-06T07:00:00Z');

let running: RunningBot;
let now: number;
const clock = () => now;

beforeAll(async () => {
  now = EVENING;
  running = await RunningBot.open({
    bot: { now: clock },
    discord: { nonceWindow: 0 },
    articles: otherStories(30),
  });
  await running.discord.ready();
});
afterAll(() => running.close());
beforeEach(async () => {
  now = EVENING;
  await running.store.execute('DELETE FROM digest_schedules');
  await running.store.execute('DELETE FROM digest_sends');
});
afterEach(() => expect(running.refusals()).toEqual([]));

describe('/digest schedule', () => {
  test('understands how people write a time, a city and days', async () => {
    const answer = await use('schedule', { time: '8am', timezone: 'munich', days: 'mon-fri' });
    expect(textOf(answer)).toContain('08:00, weekdays (Europe/Berlin)');
    expect(answer.onlyFor).toBe(running.discord.manager.id);
    expect(await readDigestSchedule(running.store, running.discord.world.guild)).toMatchObject({
      hour: 8,
      zone: 'Europe/Berlin',
      days: [1, 2, 3, 4, 5],
    });
  });

  test('says when the first one comes, in the zone of each reader', async () => {
    const answer = await use('schedule', { time: '08:00', timezone: 'Europe/Berlin' });
    expect(textOf(answer)).toContain(`<t:${DUE / 1000}:`);
  });

  test.each([
    [{ time: '25:00', timezone: 'UTC' }, 'no time of day'],
    [{ time: '8', timezone: 'Atlantis' }, 'no time zone'],
    [{ time: '8', timezone: 'ist' }, 'Asia/Kolkata (IST, India), Asia/Jerusalem (IST, Israel)'],
    [{ time: '8', timezone: 'UTC', days: 'Caturday' }, 'names no days'],
  ])('says what is wrong with %o', async (options, complaint) => {
    expect(textOf(await use('schedule', options))).toContain(complaint);
    expect(await readDigestSchedule(running.store, running.discord.world.guild)).toBeNull();
  });

  test('refuses a channel where the bot may not post', async () => {
    await withDenied(SEND_MESSAGES, async () => {
      const answer = await use('schedule', { time: '8', timezone: 'UTC' });
      expect(textOf(answer)).toContain('“Send Messages”');
    });
    expect(await readDigestSchedule(running.store, running.discord.world.guild)).toBeNull();
  });

  test('is for members who may manage the server', async () => {
    const { discord } = running;
    const asked = discord.command('digest/status', {}, { user: discord.reader });
    expect(textOf(await discord.answer(asked))).toContain('manage the server');
  });

  test('offers zones while one is typed, typical ones first', async () => {
    const { discord } = running;
    const suggest = async (typed: string) =>
      (await discord.suggestions('digest', 'timezone', typed, { user: discord.manager })).map(
        ({ value }) => value,
      );
    expect((await suggest('')).slice(0, 2)).toEqual(['UTC', 'Europe/London']);
    expect((await suggest('york'))[0]).toBe('America/New_York');
  });
});

describe('a scheduled digest', () => {
  test('is posted in its channel, and its button opens the rest', async () => {
    await use('schedule', { time: '8', timezone: 'Europe/Berlin' });
    const [message] = await digestsAt(DUE);
    expect(textOf(message)).toContain('voted on Sunday to expel U.S. troops');
    expect(textOf(message)).toContain('not binding');
    expect(textOf(message)).toContain('paused operations');
    expect(textOf(message)).toMatch(/Figures differ: .*170-0/);
    expect(textOf(message)).toContain('in\u00a05\u00a0outlets');
    const { discord } = running;
    const rest = await discord.answer(discord.press(message, moreLabel(message)));
    expect(rest.onlyFor).toBe(discord.reader.id);
    expect(textOf(rest)).not.toContain('expel U.S. troops');
    expect(textOf(rest)).toContain('The news of 6 January 2020');
  });

  test('goes out by itself, when the bot starts after it was due', async () => {
    await use('schedule', { time: '8', timezone: 'Europe/Berlin' });
    const before = digests().length;
    now = DUE + 60 * 60_000;
    await running.restart();
    await running.discord.ready();
    const message = await waitFor('the digest', () => digests()[before]);
    expect(textOf(message)).toContain('Late: it was due');
  });

  test('pings nobody', async () => {
    await use('schedule', { time: '8', timezone: 'Europe/Berlin' });
    const [message] = await digestsAt(DUE);
    expect(running.discord.world.pings(message)).toBe(false);
  });
});

describe('/digest preview', () => {
  test('shows a day to the one who asks', async () => {
    const answer = await use('preview', { date: '2020-01-05' });
    expect(textOf(answer)).toContain('The news of 5 January 2020');
    expect(answer.onlyFor).toBe(running.discord.manager.id);
  });

  test.each(['5 January 2020', 'Jan 5 2020', '5th of January 2020'])('shows “%s”', async (date) => {
    expect(textOf(await use('preview', { date }))).toContain('The news of 5 January 2020');
  });

  test('says so when a day has none, and leads to the nearest day that has some', async () => {
    const empty = await use('preview', { date: '2019-05-05' });
    expect(textOf(empty)).toContain('no articles for 5 May 2019');
    const { discord } = running;
    const nearest = discord.press(empty, 'The news of 5 January 2020', { user: discord.manager });
    expect(textOf(await discord.answer(nearest))).toContain('expel U.S. troops');
  });

  test('says what is wrong with a date', async () => {
    expect(textOf(await use('preview', { date: 'soon' }))).toContain('is not a date');
  });
});

test('/digest now posts a digest and links to it', async () => {
  const answer = await use('now', { date: '2020-01-05' });
  const message = running.discord.world.history(running.discord.world.news.id).at(-1);
  expect(textOf(answer)).toContain(`/${message?.id}`);
});

describe('/digest status', () => {
  test('tells the next time and what became of the last ones', async () => {
    await use('schedule', { time: '8', timezone: 'Europe/Berlin' });
    const [message] = await digestsAt(DUE);
    const status = textOf(await use('status'));
    expect(status).toContain(`Next: <t:${DUE / 1000 + 24 * 3600}:`);
    expect(status).toContain(`sent https://discord.com/channels/${running.discord.world.guild}`);
    expect(status).toContain(message.id);
  });

  test('says that the permission to post was lost, and why the last one did not go out', async () => {
    await use('schedule', { time: '8', timezone: 'Europe/Berlin' });
    const path = /messages$/;
    running.discord.faults.add({ method: 'POST', path, status: 403, code: 50013 });
    await digestsAt(DUE);
    await withDenied(VIEW_CHANNEL, async () => {
      const status = textOf(await use('status'));
      expect(status).toContain('“View Channel”');
      expect(status).toContain('not sent: the bot may not post');
      expect(running.log.map(({ msg }) => msg).join('\n')).toMatch(/Not sent: .*may not post in the channel/);
    });
  });

  test('says so when nobody can tell whether a digest went out', async () => {
    await use('schedule', { time: '8', timezone: 'Europe/Berlin' });
    // The answer is lost, and then the permission to look.
    running.discord.faults.add({ method: 'POST', path: /messages$/, status: 500, applied: true, times: 4 });
    await digestsAt(DUE);
    await withDenied(READ_MESSAGE_HISTORY, async () => {
      await digestsAt(DUE + 60_000);
      expect(textOf(await use('status'))).toContain('cannot read the history');
    });
  });

  test('says how to begin when nothing is scheduled', async () => {
    expect(textOf(await use('status'))).toContain('/digest schedule');
  });
});

test('/digest stop ends it', async () => {
  await use('schedule', { time: '8', timezone: 'Europe/Berlin' });
  expect(textOf(await use('stop'))).toContain('Stopped');
  expect(await digestsAt(DUE)).toEqual([]);
  expect(await lastDigests(running.store, running.discord.world.guild, 5)).toEqual([]);
  expect(textOf(await use('stop'))).toContain('No digest is scheduled');
});

async function use(subcommand: string, options: Record<string, unknown> = {}): Promise<Message> {
  const { discord } = running;
  const { general, news } = discord.world;
  const chosen = subcommand === 'schedule' ? { channel: general.id } : {};
  // What Discord tells of a chosen channel: nothing of who may do what there.
  const view = { id: general.id, type: 0, name: 'general', permissions: '0' };
  const where = {
    user: discord.manager,
    channel: news,
    data: { resolved: { channels: { [general.id]: view } } },
  };
  return discord.answer(discord.command(`digest/${subcommand}`, { ...chosen, ...options }, where));
}

function digests(): Message[] {
  const { world } = running.discord;
  return world.history(world.general.id).filter(({ author }) => author.id === world.me.id);
}

/** The digests that are posted when the clock shows this time. */
async function digestsAt(time: number): Promise<[Message, ...Message[]]> {
  const before = digests().length;
  now = time;
  await sendDueDigests({ ...deliveryOf(running.bot.context, running.client), now: clock });
  // Tests that expect none compare with an empty list; the others fail on the missing first.
  return digests().slice(before) as [Message, ...Message[]];
}

function moreLabel(message: Message): string {
  return /"label":"(\d+ more stories)"/.exec(JSON.stringify(message.body))?.[1] ?? 'no button';
}

/** Takes a permission in the channel away from everyone for a while. */
async function withDenied(permission: bigint, work: () => Promise<void>): Promise<void> {
  const { world, gateway } = running.discord;
  const deny = async (bits: bigint): Promise<void> => {
    const permission_overwrites = [{ id: world.guild, type: 0, allow: '0', deny: String(bits) }];
    gateway.dispatch('CHANNEL_UPDATE', world.guild, () => ({
      ...world.channelView(world.general),
      permission_overwrites,
    }));
    const { client } = running;
    const channel = client.guilds.cache.get(world.guild)?.channels.cache.get(world.general.id);
    await waitFor('the bot to hear of it', () => {
      return channel?.permissionsFor(client.user)?.has(permission) === (bits === 0n);
    });
  };
  await deny(permission);
  try {
    await work();
  } finally {
    await deny(0n);
  }
}

/** Short articles that have nothing to do with each other. */
function otherStories(count: number): Record<string, string> {
  const words =
    'harbour orchestra glacier bakery lighthouse vineyard railway observatory quarry regatta'.split(' ');
  const acts = 'reopened after repairs|changed hands|won a prize'.split('|');
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const [word, act] = [words[at % words.length], acts[Math.floor(at / words.length)]];
      const text = `The ${word} of Town${at} in Shire${at} ${act} on Sunday, its director Jane Doe${at} announced to visitors number${at}.`;
      return [
        `story-${at}.md`,
        `---\ntitle: The ${word} of Town${at}\npublished: 2020-01-05\n---\n\n${text}\n`,
      ];
    }),
  );
}
