import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { texts } from '../../../src/discord/rendering/texts.js';
import { findAnsweredMessage } from '../../../src/store/replies.js';
import { keptQuestions } from '../kept-questions.js';
import { RunningBot, soon, textOf } from '../running-bot.js';
import type { StandIn } from '../stand-in/stand-in.js';
import type { Message } from '../stand-in/world.js';

/** Where the operator can be asked for sources. */
const CONTACT = 'https://example.org/sources';
/** The day after the articles. */
const NOW = Date.parse('2020-01-06T12:00:00Z');

let room: RunningBot;
let discord: StandIn;
beforeAll(async () => {
  room = await RunningBot.open({
    bot: { messageContent: true, now: () => NOW, operatorContact: CONTACT },
    discord: { messageContentGranted: true },
  });
  discord = room.discord;
});
afterAll(() => room.close());

async function reply(words: string, to: Message): Promise<Message> {
  // The bot notes its answers after they are sent; no member is as quick as this.
  await vi.waitFor(async () => expect(await findAnsweredMessage(room.store, to.id)).not.toBeNull(), soon);
  return discord.replyTo(discord.say(words, { replyTo: to }));
}

describe('small talk around a question', () => {
  test('is left out, and the question answered', async () => {
    expect(await room.answerTo('hi Clippings, how many U.S. soldiers are there in Iraq? thanks!')).toMatch(
      /^\*\*more than 5,000\*\*/m,
    );
  });

  test('after an answer gets a friendly line, and the conversation goes on', async () => {
    const answer = await room.ask('Did parliament vote to expel US troops?');
    const thanks = await reply('thanks, great!', answer);
    expect(textOf(thanks)).toBe(texts.smallTalk.thanks);
    expect(textOf(await reply('and how many voted against?', thanks))).toContain(
      'Read together with: Did parliament vote to expel US troops?',
    );
  });
});

describe('a conversation goes on over several turns', () => {
  test('by the chain of replies', async () => {
    const first = await room.ask('Did parliament vote to expel US troops?');
    const second = await reply('when was it?', first);
    expect(textOf(second)).toContain('Read together with: Did parliament vote to expel US troops?');
    const third = await reply('and why?', second);
    expect(textOf(third)).toContain('Read together with: Did parliament vote to expel US troops?');
    expect(textOf(third)).not.toContain('names nothing to look for');
  });

  test('with what each turn added, also after a restart', async () => {
    const first = await room.ask('Did parliament vote to expel US troops?');
    const second = await reply('how many Kurdish lawmakers came?', first);
    await room.restart();
    const third = await reply('and why?', second);
    expect(textOf(third)).toContain(
      'Read together with: Did parliament vote to expel US troops? how many Kurdish lawmakers came?',
    );
  });
});

describe('a mention in reply to what somebody else said', () => {
  const said = (content: string): Message => discord.say(content, { author: discord.manager });

  test.each(['source?', 'is this true?', 'fact check', '?', ''])('checks it: “%s”', async (words) => {
    const claim = said('I read that Iraq wants all 5,200 U.S. troops out of the country');
    const checked = textOf(await discord.replyTo(discord.mention(words, { replyTo: claim })));
    expect(checked).toContain(texts.claim);
    expect(checked).toMatch(/U\.S\. troops/);
  });

  test('answers it where it asks something', async () => {
    const question = said('how many U.S. soldiers are there in Iraq?');
    const answer = await discord.replyTo(discord.mention('?', { replyTo: question }));
    expect(textOf(answer)).toMatch(/^\*\*more than 5,000\*\*/m);
  });

  test('keeps nothing of it', async () => {
    const question = said('which lawmakers of Iraq play the trombone?');
    await discord.replyTo(discord.mention('?', { replyTo: question }));
    expect(await keptQuestions(room)).not.toContain('which lawmakers of Iraq play the trombone?');
  });

  test('says how to check it where it may not be read', async () => {
    await room.restart({ messageContent: false });
    discord.gateway.intents &= ~(1 << 15);
    const claim = said('Iraq wants all 5,200 U.S. troops out');
    const checked = await discord.replyTo(discord.mention('source?', { replyTo: claim }));
    expect(textOf(checked)).toBe(texts.unreadableClaim);
    await room.restart();
  });

  test('of our own is told where its sources stand', async () => {
    const answer = await room.ask('how many U.S. soldiers are there in Iraq?');
    expect(textOf(await reply('source?', answer))).toBe(texts.ownSources);
  });
});

describe('the news of a day', () => {
  test('are told as its digest', async () => {
    const answer = await room.answerTo('what happened yesterday?');
    expect(answer).toContain('The news of 5 January 2020');
    expect(answer).toContain('expel U.S. troops');
  });

  test('are narrowed to what they were asked of', async () => {
    expect(await room.answerTo('what happened yesterday in Iraq?')).toContain(
      'The news of 5 January 2020: Iraq',
    );
    const nothing = await room.ask('what happened in Peru on 5 January 2020?');
    expect(textOf(nothing)).toContain('No story of 5 January 2020 is about “Peru”.');
  });

  test('of a day without any lead to the nearest day that has some', async () => {
    const nothing = await room.ask('what happened on 1 December 2019?');
    expect(textOf(nothing)).toContain('no articles for 1 December 2019');
    const digest = await discord.answer(discord.press(nothing, 'The news of 5 January 2020'));
    expect(textOf(digest)).toContain('expel U.S. troops');
  });
});

describe('a refusal', () => {
  test('names neither greetings nor ids', async () => {
    const refusal = await room.answerTo('hi, who is 418237651209834510 in the marble league? thanks');
    expect(refusal).toContain('“marble league”');
    expect(refusal.split('\n').slice(1).join('\n')).not.toMatch(/\bhi\b|4182|thanks/i);
  });

  test('says what the archive holds, and where other sources come from', async () => {
    const refusal = await room.answerTo('who won the marble race in Peru?');
    expect(refusal).toMatch(/No article here is about .*“Peru”; the archive covers 5 January 2020\./);
    expect(refusal).toContain(texts.sourcesWantedAt(CONTACT));
  });

  test('offers the word that was likely meant; who presses it has the answer in its place', async () => {
    const refusal = await room.ask('how many U.S. trops are there in Iraq?');
    expect(textOf(refusal)).not.toMatch(/5,\d00 U\.S\. troops/);
    await discord.answer(discord.press(refusal, 'troops?'));
    await vi.waitFor(() => expect(textOf(refusal)).toMatch(/5,\d00/), soon);
    expect(textOf(refusal)).toContain('how many U.S. troops are there in Iraq?');
  });
});

test('nothing that was sent was refused', () => {
  expect(room.refusals()).toEqual([]);
});
