import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tellFailingSources } from '../../../src/discord/source-notices.js';
import { feedOfSource, recordFeedFailure } from '../../../src/store/feeds.js';
import { guildSources } from '../../../src/store/guild-sources.js';
import { OTHER_REPORT } from '../../ingest/fixtures.js';
import { newsPage } from '../../ingest/pages.js';
import { WebServer } from '../../ingest/web-server.js';
import { RunningBot, textOf } from '../running-bot.js';
import { type StandIn, waitFor } from '../stand-in/stand-in.js';
import type { Channel, User } from '../stand-in/world.js';

const DAY = 24 * 60 * 60 * 1000;
const QUESTION = 'How many drivers use the harbour bridge every day?';

let room: RunningBot;
let discord: StandIn;
let server: WebServer;
/** How much later it is than it seems, in milliseconds. */
let later = 0;
/** A channel of another server that the bot is in. */
let elsewhere: Channel;

beforeAll(async () => {
  server = await WebServer.start({
    '/bridge': newsPage(),
    '/apples': newsPage({ title: 'Largest crop of apples in 30 years', paragraphs: OTHER_REPORT }),
    '/': '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>',
    '/feed': feedOf('Port News', '/bridge'),
    '/crops': feedOf('Farm & Field', '/apples'),
  });
  room = await RunningBot.open({
    bot: { now: () => Date.now() + later },
    rules: { perGuild: 3, inAll: 10, forbidden: ['forbidden.example'] },
    prepare: ({ world }) => {
      elsewhere = world.addChannel({ type: 0, name: 'elsewhere', guild: world.addGuild(0, 1) });
    },
  });
  discord = room.discord;
});
afterAll(async () => {
  await room.close();
  await server.stop();
});

function feedOf(title: string, page: string): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title.replace('&', '&amp;')}</title>
    <item><title>One</title><link>http://news.example:PORT${page}</link></item></channel></rss>`;
}

/** Feeds name their pages by the port, which is known only when the server listens. */
function serveFeeds(): void {
  for (const [path, title, page] of [
    ['/feed', 'Port News', '/bridge'],
    ['/crops', 'Farm & Field', '/apples'],
  ] as const)
    server.put(path, feedOf(title, page).replace('PORT', String(server.port)));
}

async function use(
  command: string,
  options: Record<string, unknown> = {},
  { user = discord.manager, channel }: { user?: User; channel?: Channel } = {},
) {
  const message = await discord.answer(
    discord.command(`sources/${command}`, options, { user, ...(channel ? { channel } : {}) }),
  );
  expect(message.onlyFor).toBe(user.id);
  return textOf(message);
}

const answerIn = async (channel: Channel) =>
  textOf(await discord.replyTo(discord.mention(QUESTION, { channel })));

describe('/sources', () => {
  test('is for members who may manage the server', async () => {
    expect(await use('list', {}, { user: discord.reader })).toMatch(
      /^Only members who may manage the server/,
    );
    expect(await use('list')).toMatch(/^This server has no sources of its own yet/);
  });

  test('follows a site, whose articles this server alone is answered from', async () => {
    serveFeeds();
    expect(await use('add', { address: server.url('/') })).toBe(
      'I follow **Port News** now: 1 article came in. Only this server is answered from it. `/sources list` shows it.',
    );
    expect(await use('list')).toMatch(
      /\*\*Port News\*\*: read <t:\d+:R> · last “Harbour bridge closed for repairs”/,
    );
    expect(await answerIn(discord.world.general)).toContain('12,000');
    expect(await answerIn(elsewhere)).not.toContain('12,000');
    const direct = discord.say(QUESTION, { channel: discord.world.directChannel(discord.reader) });
    expect(textOf(await discord.replyTo(direct))).not.toContain('12,000');
    const found = async (channel: Channel) =>
      textOf(
        await discord.answer(discord.command('source', { source: 'harbour bridge closed' }, { channel })),
      );
    expect(await found(discord.world.general)).toContain('Harbour bridge closed');
    expect(await found(elsewhere)).not.toContain('Harbour bridge closed');
  });

  test('lets another server follow the same feed, which is polled and stored once', async () => {
    const before = server.asked('/bridge').length;
    const articles = room.archive.articleCount;
    expect(await use('add', { address: server.url('/feed') }, { channel: elsewhere })).toMatch(
      /^I follow \*\*Port News\*\* now/,
    );
    expect(await answerIn(elsewhere)).toContain('12,000');
    expect(server.asked('/bridge')).toHaveLength(before);
    expect(room.archive.articleCount).toBe(articles);
    expect(await use('remove', { source: 'port news' }, { channel: elsewhere })).toMatch(
      /^I no longer follow/,
    );
    expect(await answerIn(elsewhere)).not.toContain('12,000');
    expect(await answerIn(discord.world.general)).toContain('12,000');
  });

  test('says why it follows nothing', async () => {
    const add = (address: string) => use('add', { address });
    expect(await add(server.url('/feed'))).toBe('This server follows Port News already.');
    expect(await add(server.url('/feed', 'www.forbidden.example'))).toMatch(
      /does not allow servers to follow/,
    );
    expect(await add('not an address')).toMatch(/is no address of a web page/);
    expect(await add(server.url('/bridge'))).toMatch(/is a page that names no feed/);
  });

  test('leaves out articles by words of their headlines', async () => {
    const suggested = await discord.suggestions('sources', 'source', 'port', {
      user: discord.manager,
      data: {
        options: [
          { type: 1, name: 'exclude', options: [{ name: 'source', type: 3, value: 'port', focused: true }] },
        ],
      },
    });
    const source = String(suggested[0]?.value);
    expect(await use('exclude', { source, words: 'weather, bridges closed' })).toContain(
      'weather, bridges closed',
    );
    expect(await answerIn(discord.world.general)).not.toContain('12,000');
    expect(await use('list')).toContain('without weather, bridges closed');
    expect(await use('exclude', { source })).toMatch(/I leave nothing out any more/);
    expect(await answerIn(discord.world.general)).toContain('12,000');
    expect(await use('exclude', { source, words: '!' })).toBe('There is no word in that.');
    expect(await use('exclude', { source: 'nothing', words: 'a' })).toMatch(
      /^This server follows no source nothing/,
    );
  });

  test('imports a reader’s list, telling of each feed how it went, and exports one', async () => {
    const outline = (url: string) => `<outline text="Feed" xmlUrl="${url}"/>`;
    const urls = [server.url('/feed'), server.url('/crops'), server.url('/crops'), server.url('/nowhere')];
    const opml = `<?xml version="1.0"?><opml version="2.0"><body>${urls.map(outline).join('')}</body></opml>`;
    const list = await attached(opml);
    const told = await use('import', { list: list.attachment });
    expect(told.split('\n')).toEqual([
      '**1 source followed now.** Their articles come in over the next minutes.',
      '- 1 followed already',
      '- 1 twice in the list',
      expect.stringMatching(/^✗ Feed: .*404/),
      '✓ Farm & Field',
    ]);
    await list.stop();
    expect(await use('export')).toBe('2 sources.');
    const sent = discord.requests.findLast(({ files }) => files['sources.opml'] !== undefined);
    expect(sent?.files['sources.opml']).toContain(`xmlUrl="${server.url('/crops')}"`);
  });

  test('refuses what is no list', async () => {
    const list = await attached('no list');
    expect(await use('import', { list: list.attachment })).toMatch(/^list\.opml is no list of feeds/);
    const { size: _, ...large } = list.attachment;
    expect(await use('import', { list: { ...large, size: 3_000_000 } })).toContain(
      'The list is too large: 2 MB at most. A list of feeds is far smaller',
    );
    await list.stop();
    expect(await use('import', { list: list.attachment })).toMatch(/^Discord did not hand me the list/);
  });

  test('of hundreds of dead feeds tells what fits, and ends before Discord takes no answer any more', async () => {
    let asked = 0;
    server.put('/dead', (_, response) => {
      if (++asked === 60) later = 11 * 60_000;
      response.writeHead(404).end();
    });
    const outlines = Array.from(
      { length: 500 },
      (_, at) => `<outline xmlUrl="${server.url(`/dead?${at}`)}"/>`,
    );
    const list = await attached(
      `<?xml version="1.0"?><opml version="2.0"><body>${outlines.join('')}</body></opml>`,
    );
    const told = await use('import', { list: list.attachment });
    later = 0;
    await list.stop();
    expect(told).toMatch(/^\*\*No source was added\.\*\*\n- 4\d\d not tried: this took long enough/);
    expect(told).toMatch(/\nand \d+ more$/);
    expect(told.length).toBeLessThanOrEqual(4000);
  });

  test('stops at the limit', async () => {
    server.put('/third', feedOf('Third', '/bridge').replace('PORT', String(server.port)));
    server.put('/fourth', feedOf('Fourth', '/bridge').replace('PORT', String(server.port)));
    await use('add', { address: server.url('/third') });
    expect(await use('add', { address: server.url('/fourth') })).toMatch(
      /^This server follows 3 sources, as many as/,
    );
  });
});

describe('a source that has failed for days', () => {
  const failing = (source: string) =>
    recordFeedFailure(room.store, source, `${source} answers 503.`, Date.now() + DAY, Date.now() - 3 * DAY);
  const tell = () => tellFailingSources(room.bot.context, room.client);
  const noticesIn = (channel: Channel) =>
    discord.world.history(channel.id).filter((message) => /has failed for/.test(textOf(message)));

  test('is told once, where it was added, without a ping', async () => {
    await failing(server.url('/feed'));
    await tell();
    await tell();
    const [notice, ...others] = noticesIn(discord.world.general);
    expect(others).toEqual([]);
    expect(notice && textOf(notice)).toMatch(
      /^The source \*\*Port News\*\* of this server has failed for 3 days: .*503/,
    );
    expect(notice?.body.allowed_mentions).toMatchObject({ parse: [] });
  });

  test('is told where Discord tells its news, if the channel is gone', async () => {
    const gone = discord.world.addChannel({ type: 0, name: 'gone' });
    await use('remove', { source: 'Third' });
    await use('add', { address: server.url('/fourth') }, { channel: gone });
    discord.deleteChannel(gone);
    discord.world.systemChannel = discord.world.news.id;
    await failing(server.url('/fourth'));
    await tell();
    expect(noticesIn(discord.world.news)).toHaveLength(1);
    await use('remove', { source: 'Fourth' });
  });
});

describe('a server that removes the bot', () => {
  test('leaves no sources, and feeds that it alone followed are polled no more', async () => {
    const { guild } = elsewhere;
    await use('add', { address: server.url('/fourth') }, { channel: elsewhere });
    expect(await guildSources(room.store, String(guild))).toHaveLength(1);
    discord.removeBot(String(guild));
    await waitFor('its sources to be forgotten', () =>
      room.log.some(({ msg }) => msg.includes(`left server ${guild}`)),
    );
    expect(await guildSources(room.store, String(guild))).toEqual([]);
    expect(await feedOfSource(room.store, server.url('/fourth'))).toBeNull();
  });
});

/** A file as Discord hands it over. */
async function attached(text: string) {
  const files = createServer((_, response) => response.end(text));
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
  const { port } = files.address() as AddressInfo; // It listens on a port.
  const url = `http://127.0.0.1:${port}/list.opml`;
  const attachment = { id: '1', filename: 'list.opml', size: text.length, url, proxy_url: url };
  return { attachment, stop: () => new Promise((resolve) => files.close(resolve)) };
}
