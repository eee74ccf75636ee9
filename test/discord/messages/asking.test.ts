import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { texts } from '../../../src/discord/rendering/texts.js';
import { keptQuestions } from '../kept-questions.js';
import { RunningBot, textOf } from '../running-bot.js';
import type { StandIn } from '../stand-in/stand-in.js';

let room: RunningBot;
let discord: StandIn;
beforeAll(async () => {
  room = await RunningBot.open();
  discord = room.discord;
});
afterAll(() => room.close());

const SOLDIERS = 'how many U.S. soldiers are there in Iraq?';
/** Refused, though the articles have words of it. */
const PENGUIN = 'which penguin won the marble race on Sunday?';
/** The value above the quotes, and the quote that says it. */
const FIGURES = /^\*\*more than 5,000\*\* \[1\].*^> .*5,000/ms;

describe('a question is answered', () => {
  test('when it mentions the bot in a channel', async () => {
    expect(await room.answerTo(SOLDIERS)).toMatch(FIGURES);
  });

  test('though it mentions others, and says something to them', async () => {
    const others = `<@${discord.manager.id}> look <:eyes:42>`;
    expect(await room.answerTo(`${SOLDIERS} ${others}`)).toBe(await room.answerTo(SOLDIERS));
  });

  test('by /ask, without the mentions and links in it', async () => {
    const question = `<@${discord.manager.id}> ${SOLDIERS} https://news.example/a`;
    const answer = textOf(await discord.answer(discord.command('ask', { question })));
    expect(answer).toMatch(FIGURES);
    expect(answer).not.toContain('news.example/a');
  });

  test.each(['thread', 'post'] as const)('in a %s', async (place) => {
    const question = discord.mention(SOLDIERS, { channel: discord.world[place] });
    expect(textOf(await discord.replyTo(question))).toMatch(FIGURES);
  });

  test('in a direct message, without a mention', async () => {
    const channel = discord.world.directChannel(discord.reader);
    expect(textOf(await discord.replyTo(discord.say(SOLDIERS, { channel })))).toMatch(FIGURES);
  });

  test('by /ask, for everybody', async () => {
    const answer = await discord.answer(discord.command('ask', { question: SOLDIERS }));
    expect(textOf(answer)).toMatch(FIGURES);
    expect(answer.onlyFor).toBeNull();
  });

  test('by /ask in private, for the one who asks', async () => {
    const answer = await discord.answer(discord.command('ask', { question: SOLDIERS, private: true }));
    expect(textOf(answer)).toMatch(FIGURES);
    expect(answer.onlyFor).toBe(discord.reader.id);
  });

  test('by /ask between two friends, where only one of them installed the bot', async () => {
    const channel = discord.world.addChannel({ type: 1, name: 'two friends' });
    const answer = discord.command('ask', { question: SOLDIERS }, { channel, installed: 'user' });
    expect(textOf(await discord.answer(answer))).toMatch(FIGURES);
  });

  test('in a server that the bot is not in, with all that comes after', async () => {
    const channel = discord.world.addChannel({ type: 0, name: 'elsewhere', guild: '1234' });
    const where = { channel, installed: 'user' } as const;
    const answer = await discord.answer(discord.command('ask', { question: SOLDIERS }, where));
    expect(textOf(answer)).toMatch(FIGURES);
    expect(textOf(await discord.answer(discord.press(answer, /Context/, where)))).toContain('> ');
    const refused = await discord.answer(discord.command('ask', { question: PENGUIN }, where));
    const close = await discord.answer(discord.press(refused, 'What is close', where));
    expect(textOf(await discord.answer(discord.press(close, /Context/, where)))).toContain('> ');
    const claim = discord.world.addMessage({ channel, author: discord.manager, body: { content: SOLDIERS } });
    expect(textOf(await discord.answer(discord.messageCommand('Find sources', claim, where)))).toContain(
      '> ',
    );
  });
});

test('what the archive does not hold is refused in plain words', async () => {
  expect(await room.answerTo('who won the world cup?')).toContain('The archive has no answer to that.');
});

describe('small talk gets a friendly line, and nothing of it is kept', () => {
  test.each([
    ['thanks!', texts.smallTalk.thanks],
    ['help', texts.smallTalk.help],
    ['who are you?', texts.smallTalk.identity],
    ['hello!', texts.smallTalk.greeting],
  ])('%s', async (said, line) => {
    const reply = await room.ask(said);
    expect(textOf(reply)).toBe(line);
    expect(() => discord.press(reply, '👎')).toThrow('there is no button');
    expect(await keptQuestions(room)).not.toContain(said);
  });

  test('by /ask', async () => {
    const reply = await discord.answer(discord.command('ask', { question: 'thanks!' }));
    expect(textOf(reply)).toBe(texts.smallTalk.thanks);
    expect(await keptQuestions(room)).not.toContain('thanks!');
  });

  test('without a look into the archive', async () => {
    const asked = vi.spyOn(room.service, 'ask');
    await room.ask('who are you?');
    expect(asked).not.toHaveBeenCalled();
    await room.ask(SOLDIERS);
    expect(asked).toHaveBeenCalledOnce();
    asked.mockRestore();
  });

  test('but a question with thanks after it is answered', async () => {
    expect(await room.answerTo(`${SOLDIERS} thanks!`)).toMatch(FIGURES);
  });
});

test('a mention without a question is told what to do, in one line', async () => {
  const hint = await room.answerTo('');
  expect(hint).toContain('/about');
  expect(hint).not.toContain('\n');
});

test('a question that is too long gets the reason', async () => {
  expect(await room.answerTo('why '.repeat(120))).toMatch(/400/);
});

test('what is said to others, by programs or to everyone is not answered', async () => {
  const program = { ...discord.world.addUser('program'), bot: true };
  const unanswered = [
    discord.say('how many U.S. soldiers are there in Iraq?'),
    discord.say('@everyone how many U.S. soldiers are there in Iraq?'),
    discord.mention(SOLDIERS, { author: program }),
  ];
  await room.ask(SOLDIERS);
  for (const message of unanswered) expect(discord.repliesTo(message)).toEqual([]);
});

describe('a reply to an answer follows up', () => {
  test('with the question of that answer', async () => {
    const answer = await room.ask('Did parliament vote to expel US troops?');
    const followUp = discord.say('and how many voted against?', { replyTo: answer });
    expect(textOf(await discord.replyTo(followUp))).toContain(
      'Read together with: Did parliament vote to expel US troops?',
    );
  });

  test('also after a restart', async () => {
    const answer = await room.ask('Did parliament vote to expel US troops?');
    await room.restart();
    const followUp = discord.say('and how many voted against?', { replyTo: answer });
    expect(textOf(await discord.replyTo(followUp))).toContain('Read together with: Did parliament vote');
  });

  test('also to an answer by /ask', async () => {
    const answer = await discord.answer(
      discord.command('ask', { question: 'Did parliament vote to expel US troops?' }),
    );
    const followUp = discord.say('and how many voted against?', { replyTo: answer });
    expect(textOf(await discord.replyTo(followUp))).toContain('Read together with: Did parliament vote');
  });

  test('and one that does not ping is asked to', async () => {
    const answer = await room.ask(SOLDIERS);
    const followUp = discord.say('and in Syria?', { replyTo: answer, ping: false });
    expect(textOf(await discord.replyTo(followUp))).toContain('only when it pings me');
  });
});

test('a forwarded message is checked for sources', async () => {
  const forward = discord.mention('', {
    forwarded: 'The US has more than 5,000 soldiers stationed in Iraq.',
  });
  expect(textOf(await discord.replyTo(forward))).toMatch(/more than 5,000/);
});

test('"Find sources" answers in private with what is nearest to a message', async () => {
  const claim = discord.say('I read that Iraq wants all 5,200 U.S. troops out of the country');
  const answer = await discord.answer(discord.messageCommand('Find sources', claim));
  expect(textOf(answer)).toMatch(/U\.S\. troops/);
  expect(answer.onlyFor).toBe(discord.reader.id);
});

test('"Find sources" on a message without text says so', async () => {
  const answer = await discord.answer(discord.messageCommand('Find sources', discord.say('')));
  expect(textOf(answer)).toContain('no text');
});

test('nothing that was sent was refused, and nothing pinged', () => {
  expect(room.refusals()).toEqual([]);
  const mine = [...discord.world.messages.values()].filter(({ author }) => author.id === discord.world.me.id);
  expect(mine.filter((message) => discord.world.pings(message))).toEqual([]);
});
