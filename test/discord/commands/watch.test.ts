import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sendAlerts } from '../../../src/discord/watches/clock.js';
import { alertDeliveryOf } from '../../../src/discord/watches/delivery.js';
import { GuildSourceFilters } from '../../../src/service/guild-source-filters.js';
import { ArticleWatch } from '../../../src/service/watching/article-watch.js';
import { allWatches } from '../../../src/store/watches/watches.js';
import { WebServer } from '../../ingest/web-server.js';
import { RunningBot, textOf } from '../running-bot.js';
import type { StandIn } from '../stand-in/stand-in.js';
import type { Message, User } from '../stand-in/world.js';

let room: RunningBot;
let discord: StandIn;
let site: WebServer;
let watch: ArticleWatch;

beforeAll(async () => {
  room = await RunningBot.open({ discord: { nonceWindow: 0 } });
  discord = room.discord;
  await discord.ready();
  site = await WebServer.start({});
  const { archive, store } = room;
  const warn = (line: string): never => {
    throw new Error(line);
  };
  watch = new ArticleWatch({ archive, store, filters: new GuildSourceFilters(store, false), warn });
});
afterAll(async () => {
  await site.stop();
  await room.close();
});
beforeEach(() => room.store.execute('DELETE FROM watches'));
afterEach(() => expect(room.refusals()).toEqual([]));

const use = (options: Record<string, string | number>, user: User = discord.reader) => {
  const { general } = discord.world;
  // What Discord tells of a chosen channel: nothing of who may do what there.
  const view = { id: general.id, type: 0, name: 'general', permissions: '0' };
  const data = 'channel' in options ? { data: { resolved: { channels: { [general.id]: view } } } } : {};
  return discord.answer(discord.command('watch', options, { user, ...data }));
};
const direct = () => discord.world.history(discord.world.directChannel(discord.reader).id);
const general = () => discord.world.history(discord.world.general.id);

/** A feed brings an article, of which the watches hear. */
async function comesIn(title: string, ...paragraphs: string[]): Promise<void> {
  const name = title.toLowerCase().replace(/\W+/g, '-');
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
  site.put(
    `/${name}.xml`,
    `<?xml version="1.0"?><rss version="2.0"><channel><title>The Oban Times</title><item><title>${title}</title>
     <link>${site.url(`/${name}`)}</link><pubDate>${new Date().toUTCString()}</pubDate>
     <description><![CDATA[${text}]]></description></item></channel></rss>`,
  );
  await room.service.addFeed(site.url(`/${name}.xml`));
  await watch.look();
  await sendAlerts(alertDeliveryOf(room.bot.context, room.client));
}

const STRIKE = [
  'Ferry crews in Oban went on strike on Monday over pay, and nearly all sailings to the islands were cancelled.',
  'The ferry strike will last three days, the union said. It is the first strike of ferry crews since 2011.',
  'Hotels on the islands said that they had lost hundreds of bookings because of the strike by ferry crews.',
] as const;

describe('/watch', () => {
  test('tells whoever asked, in private and without a sound, when a feed brings an article about it', async () => {
    const answer = await use({ words: 'ferry strike', most: 2 });
    expect(textOf(answer)).toContain('Watching for **ferry strike**: you hear of it in private');
    expect(textOf(answer)).toContain('If nothing ever comes, allow direct messages from this server.');
    expect(answer.onlyFor).toBe(discord.reader.id);
    await comesIn('Ferry strike cuts off islands', ...STRIKE);
    const [alert, ...more] = direct();
    expect(more).toEqual([]);
    expect(alert && textOf(alert)).toContain('New about **ferry strike**');
    expect(alert && textOf(alert)).toContain('The Oban Times');
    expect(alert && textOf(alert)).toContain('strike');
    expect(Number(alert?.body.flags) & (1 << 12)).not.toBe(0);
    const stopped = await discord.answer(discord.press(alert as Message, 'Stop'));
    expect(textOf(stopped)).toBe('Stopped.');
    expect(await allWatches(room.store)).toEqual([]);
  });

  test('tells a channel if a manager wants it', async () => {
    const before = general().length;
    await use({ words: 'harbour wall', channel: discord.world.general.id }, discord.manager);
    await comesIn(
      'Harbour wall of Tiree collapses',
      'The harbour wall of Tiree collapsed on Sunday after weeks of storms, and the harbour was closed to all boats.',
      'Engineers said that the harbour wall had been built in 1871. Nobody was hurt when the wall fell.',
    );
    expect(general().slice(before).map(textOf)).toEqual([expect.stringContaining('harbour wall')]);
  });

  test('with the same words changes a watch; without words it lists them', async () => {
    await use({ words: 'Ferry Strike' });
    await use({ words: 'ferry strike', most: 0, quiet: '22-7', timezone: 'munich' });
    const list = textOf(await use({}));
    expect(list.match(/in private/g)).toHaveLength(1);
    expect(list).toContain('in one summary a day, not from 22:00 to 07:00 (Europe/Berlin)');
  });

  test.each([
    [{ words: 'the of and' }, 'nearly every article'],
    [{ words: 'ferry', quiet: 'at night' }, 'names no hours'],
    [{ words: 'ferry', timezone: 'Atlantis' }, 'no time zone'],
  ])('says what is wrong with %o', async (options, complaint) => {
    expect(textOf(await use(options))).toContain(complaint);
    expect(await allWatches(room.store)).toEqual([]);
  });

  test.each([
    [{ code: 50007, status: 403 }, 'I cannot write to you in private.'],
    [{ code: 10013, status: 404 }, 'Something went wrong here'],
  ])('whose direct messages cannot be opened (%o) says why', async (fault, said) => {
    discord.faults.add({ method: 'POST', path: /users\/@me\/channels$/, ...fault });
    expect(textOf(await use({ words: 'ferry' }, discord.world.addUser('newcomer')))).toContain(said);
    expect(await allWatches(room.store)).toEqual([]);
  });

  test('with a channel but no words asks for words', async () => {
    const channel = discord.world.general.id;
    expect(textOf(await use({ channel }, discord.manager))).toContain('Give `words:` too');
    expect(textOf(await use({}, discord.manager))).toContain('Start with `/watch words: rail strike`.');
  });

  test('of a channel is for managers', async () => {
    const channel = discord.world.general.id;
    expect(textOf(await use({ words: 'ferry', channel }))).toContain('manage the server');
    expect(await allWatches(room.store)).toEqual([]);
  });

  test('of a server cannot be stopped by its members', async () => {
    const set = await use({ words: 'ferry', channel: discord.world.general.id }, discord.manager);
    const stop = JSON.stringify(set.body.components).match(/unwatch:\d+/)?.[0] ?? '';
    expect(textOf(await discord.answer(discord.pressId(set, stop)))).toContain('manage the server');
    expect(await allWatches(room.store)).toHaveLength(1);
  });
});

test('“Follow this story” under an answer tells how the story goes on', async () => {
  await comesIn(
    'Lighthouse of Skerryvore goes dark',
    'The lighthouse of Skerryvore went dark on Tuesday for the first time since 1844, after lightning hit its lamp.',
    'Ships were told by radio to keep away from the lighthouse of Skerryvore until a new lamp has been brought.',
  );
  const answer = await room.ask('when did the lighthouse of Skerryvore go dark?');
  const followed = await discord.answer(discord.press(answer, 'Follow this story'));
  expect(textOf(followed)).toContain('Following **Lighthouse of Skerryvore goes dark** in private');
  const before = direct().length;
  await comesIn(
    'Lighthouse of Skerryvore shines again',
    'The lighthouse of Skerryvore shines again since Thursday night, after a helicopter had brought a new lamp.',
    'Ships had been told to keep away from the lighthouse since lightning hit its old lamp on Tuesday.',
  );
  const [alert] = direct().slice(before);
  expect(alert && textOf(alert)).toContain('It goes on: **Lighthouse of Skerryvore goes dark**');
  expect(alert && textOf(alert)).toContain('helicopter');
});

describe('“Follow one of these stories” under a digest', () => {
  /** Picks a story from the menu of a digest that a manager has posted. */
  const follow = async (title: string, user: User) => {
    const today = new Date().toISOString().slice(0, 10);
    await discord.answer(discord.command('digest/now', { date: today }, { user: discord.manager }));
    const digest = general().at(-1);
    if (!digest) throw new Error('No digest was posted');
    const menu = JSON.stringify(digest.body.components);
    const option = new RegExp(`"label":"${title}[^"]*","value":"([^"]+)"`).exec(menu);
    return discord.answer(discord.pick(digest, 3, [option?.[1] ?? 'not in the menu'], { user }));
  };

  test('tells in private how the story goes on, and where a manager says so in the channel', async () => {
    await comesIn(
      'Seal pup of Colonsay rescued from drain',
      'A seal pup of Colonsay was rescued from a drain on Wednesday after firefighters had dug for eleven hours.',
      'The seal pup, which visitors called Morag, was taken to a clinic for seals in Oban with bruises.',
    );
    const followed = await follow('Seal pup of Colonsay', discord.manager);
    expect(textOf(followed)).toContain('Following **Seal pup of Colonsay rescued from drain** in private');
    expect(followed.onlyFor).toBe(discord.manager.id);
    const inChannel = await discord.answer(
      discord.press(followed, /^In this channel/, { user: discord.manager }),
    );
    expect(textOf(inChannel)).toContain(`<#${discord.world.general.id}>`);
    const before = general().length;
    const managers = () => discord.world.history(discord.world.directChannel(discord.manager).id);
    const heardBefore = managers().length;
    await comesIn(
      'Seal pup of Colonsay back in the sea',
      'The seal pup Morag of Colonsay swam back into the sea on Friday, after the clinic for seals in Oban had healed it.',
      'Firefighters had rescued the seal pup from a drain on Wednesday after digging for eleven hours.',
    );
    const told = expect.stringContaining('It goes on: **Seal pup of Colonsay rescued from drain**');
    expect(general().slice(before).map(textOf)).toEqual([told]);
    expect(managers().slice(heardBefore).map(textOf)).toEqual([told]);
  });

  test('offers the channel to those who manage the server alone, and refuses it to others', async () => {
    const followed = await follow('Seal pup of Colonsay', discord.reader);
    const forManagers = await follow('Seal pup of Colonsay', discord.manager);
    expect(JSON.stringify(followed.body)).not.toContain('follow:here');
    const here = /follow:here[^"]*/.exec(JSON.stringify(forManagers.body))?.[0] ?? '';
    const refused = await discord.answer(discord.pressId(followed, here));
    expect(textOf(refused)).toContain('manage the server');
    expect(await allWatches(room.store)).toMatchObject([{ guild: null }, { guild: null }]);
  });
});
