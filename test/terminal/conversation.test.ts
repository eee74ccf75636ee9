import { beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import { Conversation } from '../../src/terminal/conversation.js';
import { UserError } from '../../src/user-error.js';
import { smallArchive } from './command-run.js';
import { plain } from './fixtures.js';

let conversation: Conversation;

beforeEach(async () => {
  const archive = await smallArchive();
  conversation = new Conversation(
    archive,
    (question, options) => ask(archive, question, options),
    () => plain,
  );
});

const QUESTION = 'How many drivers use the harbour bridge every day?';

describe('a conversation at the prompt', () => {
  it('answers a question', async () => {
    expect(await conversation.reply(`  ${QUESTION}`)).toMatch(
      /^About 12,000 \[1\]\n\n\[1\] .*About 12,000 drivers use the bridge/s,
    );
  });

  it('goes on with further quotes, numbered on, until there are no more', async () => {
    const first = await conversation.reply('bridge');
    const replies = [first];
    for (let page = 0; page < 5; page++) replies.push(await conversation.reply('more'));
    expect(replies.at(-1)).toBe('There are no more quotes for that question.');
    const quotes = replies.join('\n').match(/^\[\d+\] .*$/gm) ?? [];
    expect(quotes.map((quote) => quote.slice(0, 3))).toEqual(quotes.map((_, index) => `[${index + 1}]`));
    expect(new Set(quotes.map((quote) => quote.slice(4))).size).toBe(quotes.length);
  });

  it('reads a question that obviously goes on together with the one before', async () => {
    await conversation.reply(QUESTION);
    expect(await conversation.reply('and why was it closed?')).toMatch(
      /^Read together with: How many drivers.*engineers found cracks/s,
    );
    expect(await conversation.reply('who is the mayor?')).not.toContain('Read together');
  });

  it('goes on over several turns, past thanks', async () => {
    await conversation.reply(QUESTION);
    await conversation.reply('and why was it closed?');
    expect(await conversation.reply('thanks!')).toBe('You are welcome.');
    expect(await conversation.reply('when was it?')).toMatch(/^Read together with: How many drivers/);
  });

  it.each([
    ['hello', /^Hello! Ask something/],
    ['thank you so much', /^You are welcome\.$/],
    ['who are you?', /^This is Clippings/],
    ['what happened yesterday', /clippings digest --date/],
  ])('has a line for “%s”, and no quotes', async (line, reply) => {
    expect(await conversation.reply(line)).toMatch(reply);
  });

  it('knows a question that goes on by its words, whoever else is called on', async () => {
    await conversation.reply(`@Clippings ${QUESTION}`);
    expect(await conversation.reply('<@42> and why was it closed?')).toMatch(
      /^Read together with: How many drivers.*engineers found cracks/s,
    );
  });

  it('shows the paragraphs around a quote, with the quote marked', async () => {
    await conversation.reply(QUESTION);
    const context = await conversation.reply('context 1');
    expect(context).toMatch(
      /»[^«]*About 12,000 drivers use the bridge every day, the city council\s+said[^«]*«/,
    );
    expect(context).toContain('The harbour bridge was closed on Monday');
    expect(context).toContain('Mayor Ines Calder');
  });

  it.each(['context 9', 'context 0', 'CONTEXT [9]'])('has no context for %s', async (line) => {
    await conversation.reply(QUESTION);
    expect(await conversation.reply(line)).toMatch(/^There is no quote \d in the last answer\.$/);
  });

  it('says what is missing for context without a number, and more without a question', async () => {
    expect(await conversation.reply('context')).toContain('context 1');
    expect(await conversation.reply('more')).toBe('Ask something first.');
  });

  it('takes a sentence that begins with such a word for a question', async () => {
    expect(await conversation.reply('more drivers on the bridge?')).toMatch(
      /^(\[1\]|This may answer it|The archive)/,
    );
  });

  it.each(['quit', 'exit', ' QUIT '])('ends with %j', async (line) => {
    expect(await conversation.reply(line)).toBeNull();
  });

  it('explains itself', async () => {
    expect(await conversation.reply('help')).toMatch(/more.*context 2.*quit/s);
  });

  it('knows its commands with a slash too, as in Discord', async () => {
    expect(await conversation.reply('/help')).toBe(await conversation.reply('help'));
    expect(await conversation.reply('/quit')).toBeNull();
  });

  it('throws for a question that cannot be asked', async () => {
    await expect(conversation.reply('x'.repeat(500))).rejects.toThrow(UserError);
  });
});
