import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OTHER_REPORT, REPORT } from '../../ingest/fixtures.js';
import { newsPage } from '../../ingest/pages.js';
import { WebServer } from '../../ingest/web-server.js';
import { RunningBot, textOf } from '../running-bot.js';
import type { StandIn } from '../stand-in/stand-in.js';

let room: RunningBot;
let discord: StandIn;
let server: WebServer;

beforeAll(async () => {
  server = await WebServer.start({ '/bridge': newsPage() });
  room = await RunningBot.open();
  discord = room.discord;
});
afterAll(async () => {
  await room.close();
  await server.stop();
});

async function use(command: string, options: Record<string, unknown> = {}, user = discord.world.owner) {
  const message = await discord.answer(discord.command(command, options, { user }));
  expect(message.onlyFor).toBe(user.id);
  return textOf(message);
}

describe('/add', () => {
  test('is for the owner of the bot alone', async () => {
    const address = server.url('/bridge');
    expect(await use('add', { address }, discord.manager)).toBe('Only the owner of this bot can do that.');
    expect(room.archive.articleCount).toBe(5);
  });

  test('adds an article, which is answered from at once', async () => {
    expect(await use('add', { address: server.url('/bridge') })).toMatch(
      /^Added: The Port Gazette · .*Harbour bridge/,
    );
    expect(await room.answerTo('How many drivers use the harbour bridge every day?')).toContain('12,000');
  });

  test('says what is doubtful about an article that it adds', async () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';
    const paragraphs = ['First', 'Then', 'Later', 'Now'].flatMap((when) =>
      OTHER_REPORT.map((line) => `${when}: ${line}`),
    );
    server.put('/part', newsPage({ title: 'Two reports', head, paragraphs }));
    expect(await use('add', { address: server.url('/part') })).toMatch(
      /^Added: .*\nNote: .*part: the rest may need a subscription\.$/s,
    );
  });

  test('says why it adds nothing', async () => {
    expect(await use('add', { address: 'file:///etc/passwd' })).toMatch(/is no address of a web page/);
    expect(await use('add', { address: server.url('/nowhere') })).toMatch(/404/);
  });
});

describe('/feeds', () => {
  test('follows, lists and leaves a feed', async () => {
    const text = [
      ...REPORT,
      ...REPORT.map((line) => `Later: ${line}`),
      ...REPORT.map((line) => `Still: ${line}`),
    ];
    server.put(
      '/feed',
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Port_News</title><item><title>Ferries</title>
      <link>${server.url('/ferries')}</link><description>${text.map((line) => `&lt;p&gt;${line}&lt;/p&gt;`).join('')}</description>
      </item></channel></rss>`,
    );
    const address = server.url('/feed');
    expect(await use('feeds/list')).toMatch(/^There are no feeds yet/);
    expect(await use('feeds/add', { address })).toBe('**Port\\_News**: 1 article came in.');
    expect(await use('feeds/list')).toMatch(/^- Port\\_News: read <t:\d+:R>$/);
    expect(await use('feeds/remove', { address })).toMatch(/^I no longer follow it/);
    expect(await use('feeds/remove', { address })).toMatch(/^I follow no feed/);
  });

  test('is for the owner of the bot alone', async () => {
    expect(await use('feeds/list', {}, discord.manager)).toBe('Only the owner of this bot can do that.');
  });
});
