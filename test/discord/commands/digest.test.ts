import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sendDueDigests } from '../../../src/discord/digests/clock.js';
import { deliveryOf } from '../../../src/discord/digests/delivery.js';
import { type DigestSchedule, readGuildDigests } from '../../../src/store/digest-schedules.js';
import { lastDigests } from '../../../src/store/digest-sends.js';
import { followFeed, unfollowFeed } from '../../../src/store/guild-sources.js';
import { scheduleDigest } from '../../store/scheduled-digest.js';
import { RunningBot, textOf } from '../running-bot.js';
import { waitFor } from '../stand-in/stand-in.js';
import type { Channel, Message } from '../stand-in/world.js';

const VIEW_CHANNEL = 1n << 10n;
const SEND_MESSAGES = 1n << 11n;
const READ_MESSAGE_HISTORY = 1n << 16n;

/** A day after the seed articles: their digest is due at 08:00 in Berlin. */
const EVENING = Date.parse('2020-01-05T20:00:00Z');
const DUE = Date.parse('2020-01-06T07:00:00Z');

const FEED = 'https://coast.example/feed';

let running: RunningBot;
let announcements: Channel;
let lockedThread: Channel;
let strictForum: Channel;
let now: number;
const clock = () => now;

beforeAll(async () => {
  now = EVENING;
  running = await RunningBot.open({
    bot: { now: clock },
    discord: { nonceWindow: 0 },
    articles: {
      ...otherStories(30),
      'puffins.md': `---\ntitle: Puffins return to Skerryvore\npublished: 2020-01-05\nsha: "0"\nsources: [${FEED}]\n---\n\nPuffins returned to the rocks of Skerryvore on Sunday, the warden Ann Reid said.\n`,
    },
    prepare: ({ world }) => {
      announcements = world.addChannel({ type: 5, name: 'announcements' });
      lockedThread = world.addChannel({ type: 11, name: 'closed', parent: world.general.id, locked: true });
      strictForum = world.addChannel({ type: 15, name: 'tagged posts', requiresTag: true });
    },
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
    expect(await digestsOfServer()).toMatchObject([
      { name: 'News', times: [{ hour: 8 }], zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5] },
    ]);
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
    [{ time: 'every 5 hours', timezone: 'UTC' }, 'Write every 1, 2, 3, 4, 6, 8 or 12 hours'],
    [{ time: '8', timezone: 'UTC', topic: 'of the' }, '“of the” names no topic'],
    [{ time: '8', timezone: 'UTC', name: '***' }, 'at least one letter'],
    [{ time: '8', timezone: 'UTC', publish: true }, 'no announcement channel'],
  ])('says what is wrong with %o', async (options, complaint) => {
    expect(textOf(await use('schedule', options))).toContain(complaint);
    expect(await digestsOfServer()).toEqual([]);
  });

  test('refuses a channel where the bot may not post', async () => {
    await withDenied(SEND_MESSAGES, async () => {
      const answer = await use('schedule', { time: '8', timezone: 'UTC' });
      expect(textOf(answer)).toContain('“Send Messages”');
    });
    expect(await digestsOfServer()).toEqual([]);
  });

  test('refuses a locked thread, and a forum whose posts need a tag', async () => {
    const daily = { time: '8', timezone: 'UTC' };
    expect(textOf(await use('schedule', daily, lockedThread))).toContain('“Manage Threads”');
    expect(textOf(await use('schedule', daily, strictForum))).toContain('needs a tag');
    expect(await digestsOfServer()).toEqual([]);
  });

  test('adds a digest to those that there are, each with a name of its own', async () => {
    const daily = { time: '8', timezone: 'UTC' };
    await use('schedule', daily);
    await use('schedule', daily);
    await use('schedule', { ...daily, topic: 'lighthouses' });
    expect((await digestsOfServer()).map(({ name }) => name)).toEqual(['News', 'News 2', 'Lighthouses']);
    expect(textOf(await use('schedule', { ...daily, name: 'news' }))).toContain('called “news” already');
  });

  test('says so when a server has as many as it may', async () => {
    for (let count = 1; count <= 20; count++) await setUp({ digest: count, name: `Digest ${count}` });
    expect(textOf(await use('schedule', { time: '8', timezone: 'UTC' }))).toContain('at most 20 digests');
    // All of them still fit into one message.
    expect(textOf(await use('list'))).toContain('Digest 20');
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

  test('tells of its topic alone, and as many stories as it should', async () => {
    const about = { topic: 'orchestras and bakeries', stories: 1, name: 'Towns' };
    await use('schedule', { time: '8', timezone: 'Europe/Berlin', ...about });
    const [message] = await digestsAt(DUE);
    expect(textOf(message)).toContain('## Towns, 6 January 2020\n-# About orchestras and bakeries');
    expect(textOf(message)).toMatch(/orchestra|bakery/);
    expect(textOf(message)).not.toContain('expel U.S. troops');
    const { discord } = running;
    const rest = await discord.answer(discord.press(message, /more stor/));
    expect(textOf(rest)).toMatch(/orchestra|bakery/);
    expect(textOf(rest)).not.toContain('expel U.S. troops');
    await use('stop');
    const late = await discord.answer(discord.press(message, /more stor/));
    expect(textOf(late)).toContain('was stopped');
  });

  test('tells of the chosen sources alone', async () => {
    const { world } = running.discord;
    const follow = { guild: world.guild, url: FEED, title: 'Coast Herald', channel: world.news.id };
    await followFeed(running.store, follow, { perGuild: 9, inAll: 9 }, now);
    running.bot.context.sources.forget(world.guild);
    const coast = { time: '8', timezone: 'Europe/Berlin', sources: 'coast' };
    expect(textOf(await use('schedule', coast))).toContain('All news, from Coast Herald.');
    const [message] = await digestsAt(DUE);
    expect(textOf(message)).toContain('Puffins return to Skerryvore');
    expect(textOf(message)).toContain('1 article, 1 story');
    expect(textOf(await use('list'))).toContain('from Coast Herald · Next');
    expect(textOf(await edit({ sources: 'sports' }))).toContain(
      'no source “sports”. It has: shared (what all servers get), Coast Herald',
    );
    await unfollowFeed(running.store, world.guild, FEED);
  });

  test('goes out beside others of the same hour', async () => {
    const daily = { time: '8', timezone: 'Europe/Berlin' };
    await use('schedule', daily);
    await use('schedule', { ...daily, name: 'The same again' });
    const posted = (await digestsAt(DUE)).map(textOf);
    expect(posted).toHaveLength(2);
    expect(posted[1]).toContain('The same again, 6 January 2020');
    expect(await digestsAt(DUE + 60_000)).toEqual([]);
  });

  test('in a forum is a post with a title', async () => {
    const { world } = running.discord;
    await use('schedule', { time: '8', timezone: 'Europe/Berlin' }, world.forum);
    await digestsAt(DUE);
    const post = [...world.channels.values()].find(({ name }) => name === 'News, 6 January 2020');
    expect(post).toMatchObject({ parent: world.forum.id });
    expect(textOf(world.history(post?.id ?? '')[0] as Message)).toContain('expel U.S. troops');
    expect(textOf(await use('status'))).toContain(
      `sent https://discord.com/channels/${world.guild}/${post?.id}`,
    );
  });

  test('in a thread is a message there', async () => {
    const { world } = running.discord;
    const before = world.history(world.thread.id).length;
    await use('schedule', { time: '8', timezone: 'Europe/Berlin' }, world.thread);
    await digestsAt(DUE);
    expect(world.history(world.thread.id)).toHaveLength(before + 1);
  });

  test('in an announcement channel is published if a manager wants it', async () => {
    const { world } = running.discord;
    const daily = { time: '8', timezone: 'Europe/Berlin' };
    await use('schedule', daily, announcements);
    await use('schedule', { ...daily, publish: true }, announcements);
    await digestsAt(DUE);
    expect(world.history(announcements.id).map(({ published = false }) => published)).toEqual([false, true]);
  });

  test('that cannot be published is out nevertheless, and the status says so', async () => {
    const { discord } = running;
    await use('schedule', { time: '8', timezone: 'Europe/Berlin', publish: true }, announcements);
    discord.faults.add({ method: 'POST', path: /crosspost$/, status: 403, code: 50013 });
    await digestsAt(DUE);
    expect(textOf(await use('status'))).toContain('sent: Discord did not publish it');
  });

  test('of a week names its days', async () => {
    await use('schedule', { time: '8', timezone: 'Europe/Berlin', days: 'Monday' });
    const [message] = await digestsAt(DUE);
    expect(textOf(message)).toContain('The news of 30 December 2019 – 5 January 2020');
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

  test('without a year shows the latest such day that has articles', async () => {
    now = Date.parse('2024-03-01T12:00:00Z');
    expect(textOf(await use('preview', { date: '5 January' }))).toContain('The news of 5 January 2020');
    expect(textOf(await running.ask('what happened on January 5?'))).toContain('The news of 5 January 2020');
  });

  test('says so when a day has none, and leads to the nearest day that has some', async () => {
    const empty = await use('preview', { date: '2019-05-05' });
    expect(textOf(empty)).toContain('no articles for 5 May 2019');
    const { discord } = running;
    const nearest = discord.press(empty, 'The news of 5 January 2020', { user: discord.manager });
    expect(textOf(await discord.answer(nearest))).toContain('expel U.S. troops');
  });

  test('without a day says that nothing is new, and its button keeps the topic', async () => {
    now = Date.parse('2020-03-01T12:00:00Z');
    const empty = await use('preview', { topic: 'puffins' });
    expect(textOf(empty)).toBe('Nothing new for the next digest yet; what a feed held before is not news.');
    const { discord } = running;
    const nearest = discord.press(empty, /^The news of/, { user: discord.manager });
    expect(textOf(await discord.answer(nearest))).toContain(': puffins');
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

test('/digest now says that it was for want of a story about the topic, and so does the status', async () => {
  await setUp({ name: 'Volleyball', topic: 'volleyball' });
  expect(textOf(await use('now', { date: '2020-01-05' }))).toBe(
    'No story of 5 January 2020 is about “volleyball”.',
  );
  const status = textOf(await use('status'));
  expect(status).toMatch(/: nothing about its topic, so nothing was posted$/);
  expect(status).not.toContain('about “volleyball”');
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

  test('says that the channel is gone', async () => {
    await setUp({ channel: '123456789012345678' });
    expect(textOf(await use('status'))).toContain('I cannot see <#123456789012345678>');
    await digestsAt(DUE);
    expect(textOf(await use('status'))).toContain('the channel is gone');
  });
});

describe('/digest edit', () => {
  test('changes what is given, and leaves the rest', async () => {
    await use('schedule', { time: '8', timezone: 'Europe/Berlin', topic: 'lighthouses' });
    const [before] = await digestsOfServer();
    const answer = await edit({ name: 'Coast', stories: 2 });
    expect(textOf(answer)).toContain('“Coast” is changed');
    expect(textOf(answer)).toContain(
      'About “lighthouses”, from all sources. `/digest preview` shows it now.',
    );
    expect(await digestsOfServer()).toEqual([{ ...before, name: 'Coast', stories: 2 }]);
    await edit({ topic: 'all' });
    expect(await digestsOfServer()).toMatchObject([{ topic: null, name: 'Coast' }]);
  });

  test('of the time counts from then on', async () => {
    await use('schedule', { time: '8', timezone: 'UTC' });
    now = DUE + 3 * 60 * 60_000;
    await edit({ time: '9 and 21' });
    expect(await digestsOfServer()).toMatchObject([{ times: [{ hour: 9 }, { hour: 21 }], since: now }]);
  });

  test('says when there is nothing to change, or another has the name', async () => {
    expect(textOf(await edit({ stories: 3 }))).toContain('No digest is scheduled');
    await setUp({ name: 'Coast' });
    await setUp({ digest: 2, name: 'Sport' });
    expect(textOf(await edit({ digest: 'sport' }))).toContain('Nothing to change');
    expect(textOf(await edit({ digest: 'sport', name: 'COAST' }))).toContain('called “COAST” already');
  });
});

describe('of several digests', () => {
  beforeEach(async () => {
    await setUp({ name: 'Coast', topic: 'lighthouses' });
    await setUp({ digest: 2, name: 'Sport', stories: 3 });
  });

  test('the list names each, what it is about and when it comes', async () => {
    const list = textOf(await use('list'));
    expect(list).toContain('(2 of at most 20)');
    expect(list).toMatch(
      /\*\*Coast\*\*: 07:00, every day \(UTC\), in <#\d+>\n {2}about “lighthouses” · Next: <t:/,
    );
    expect(list).toMatch(/\*\*Sport\*\*: [^\n]+\n {2}3 stories · Next: <t:/);
  });

  test('one has to be named, and its name is offered to managers', async () => {
    expect(textOf(await use('stop'))).toContain('Say which in `digest:`: Coast, Sport.');
    expect(textOf(await use('stop', { digest: 'Weather' }))).toContain('No digest here is called “Weather”');
    const { discord } = running;
    const offered = await discord.suggestions('digest', 'digest', 'sp', { user: discord.manager });
    expect(offered.map(({ value }) => value)).toEqual(['Sport']);
    expect(await discord.suggestions('digest', 'digest', 'sp', { user: discord.reader })).toEqual([]);
    expect(textOf(await use('stop', { digest: 'sport' }))).toContain('“Sport” is stopped');
    expect((await digestsOfServer()).map(({ name }) => name)).toEqual(['Coast']);
  });

  test('one is previewed with its topic, and a topic before it is scheduled', async () => {
    const date = '2020-01-05';
    expect(textOf(await use('preview', { date, digest: 'Coast' }))).not.toContain('expel U.S. troops');
    expect(textOf(await use('preview', { date, topic: 'troops in Iraq' }))).toContain('expel U.S. troops');
    expect(textOf(await use('preview', { date, topic: 'volleyball' }))).toContain(
      'No story of 5 January 2020 is about “volleyball”',
    );
  });
});

test('/digest stop ends it', async () => {
  await use('schedule', { time: '8', timezone: 'Europe/Berlin' });
  expect(textOf(await use('stop'))).toContain('“News” is stopped');
  expect(await digestsAt(DUE)).toEqual([]);
  expect(await lastDigests(running.store, running.discord.world.guild, 5)).toEqual([]);
  expect(textOf(await use('stop'))).toContain('No digest is scheduled');
});

async function use(
  subcommand: string,
  options: Record<string, unknown> = {},
  place = running.discord.world.general,
): Promise<Message> {
  const { discord } = running;
  const chosen = subcommand === 'schedule' ? { channel: place.id } : {};
  // What Discord tells of a chosen channel: nothing of who may do what there.
  const view = { id: place.id, type: place.type, name: place.name, permissions: '0' };
  const where = {
    user: discord.manager,
    channel: discord.world.news,
    data: { resolved: { channels: { [place.id]: view } } },
  };
  return discord.answer(discord.command(`digest/${subcommand}`, { ...chosen, ...options }, where));
}

function edit(options: Record<string, unknown>): Promise<Message> {
  return use('edit', options);
}

function setUp(given: Partial<DigestSchedule> = {}): Promise<void> {
  const { guild, general } = running.discord.world;
  return scheduleDigest(running.store, { guild, channel: general.id, since: EVENING, ...given });
}

function digestsOfServer(): Promise<DigestSchedule[]> {
  return readGuildDigests(running.store, running.discord.world.guild);
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
