import { describe, expect, test } from 'vitest';
import { type AddressingContext, decide } from '../../../src/discord/messages/addressing.js';
import { incomingMessage } from '../../../src/discord/messages/incoming-message.js';
import { DEFAULT_GUILD_SETTINGS, type GuildSettings } from '../../../src/store/guild-settings.js';

const ME = '100';
const ANOTHER = '200';

const said = (raw: object) =>
  incomingMessage.parse({ id: '1', channel_id: '10', guild_id: '5', author: { id: '7' }, ...raw });
const mention = { content: `<@${ME}> how many?`, mentions: [{ id: ME }] };
const reply = (author: string, raw: object = {}) => ({
  type: 19,
  message_reference: { message_id: '9' },
  referenced_message: { id: '9', author: { id: author } },
  content: 'and then?',
  ...raw,
});

function decided(raw: object, settings: Partial<GuildSettings> = {}, more: Partial<AddressingContext> = {}) {
  const chosen = { ...DEFAULT_GUILD_SETTINGS, ...settings };
  return decide(said(raw), { me: ME, settings: chosen, parent: null, messageContent: false, ...more });
}

describe('it answers', () => {
  test('a mention, without the mention', () => {
    expect(decided(mention)).toEqual({
      kind: 'question',
      question: 'how many?',
      followsUp: null,
      isAddressed: true,
    });
  });

  test('a mention anywhere in the text, in either form', () => {
    const raw = { content: `how <@!${ME}>  many?`, mentions: [{ id: ME }] };
    expect(decided(raw)).toMatchObject({ question: 'how many?' });
  });

  test('a mention, without those of others, emoji and links', () => {
    const content = `<@${ME}> how many <:hm:42>? https://news.example/a <@${ANOTHER}> <@&300> look`;
    expect(decided({ ...mention, content })).toMatchObject({ question: 'how many?' });
  });

  test('everything in a direct message', () => {
    expect(decided({ guild_id: undefined, content: 'how many?' })).toMatchObject({ question: 'how many?' });
  });

  test('a reply to itself, as a follow-up', () => {
    expect(decided(reply(ME))).toMatchObject({ kind: 'question', question: 'and then?', followsUp: '9' });
  });

  test('a reply to itself whose original did not come along, if it pings', () => {
    const raw = reply(ME, { referenced_message: undefined, mentions: [{ id: ME }] });
    expect(decided(raw)).toMatchObject({ kind: 'question', followsUp: '9' });
  });

  test('a mention in a reply to somebody else, as a question of its own', () => {
    expect(decided(reply(ANOTHER, mention))).toMatchObject({ question: 'how many?', followsUp: null });
  });

  test('a forwarded message, as a claim', () => {
    const forward = {
      content: '',
      message_reference: { type: 1, message_id: '9' },
      message_snapshots: [{ message: { content: 'Troops leave.' } }],
    };
    expect(decided({ ...forward, guild_id: undefined })).toEqual({ kind: 'claim', claim: 'Troops leave.' });
  });
});

describe('a mention in reply to somebody else', () => {
  const asking = (content: string, said = 'Iraq has 5,000 troops.') =>
    reply(ANOTHER, {
      content: `<@${ME}> ${content}`,
      mentions: [{ id: ME }],
      referenced_message: { id: '9', author: { id: ANOTHER }, content: said },
    });

  test.each([
    'source?',
    '?',
    '',
    'is this true?',
    'fact check please',
    'any source for this?',
    'did that happen?',
  ])('checks what they said: “%s”', (words) => {
    expect(decided(asking(words))).toEqual({ kind: 'check', said: 'Iraq has 5,000 troops.' });
  });

  test('asks what it asks', () => {
    expect(decided(asking('how many troops are there?'))).toMatchObject({ kind: 'question' });
  });

  test('is told what to do where their message is hidden from us', () => {
    expect(decided(asking('source?', ''))).toEqual({ kind: 'unreadable claim' });
  });

  test('is told so where their message has no words', () => {
    expect(decided(asking('source?', ''), {}, { messageContent: true })).toEqual({ kind: 'no claim' });
    expect(decided(asking('source?', 'https://news.example/a'))).toEqual({ kind: 'no claim' });
  });

  test('of ours is told where the sources stand', () => {
    expect(decided(reply(ME, { content: 'source?' }))).toEqual({ kind: 'own sources' });
  });
});

describe('it stays silent', () => {
  test.each<[string, object]>([
    ['about what is said to others', { content: 'how many?' }],
    ['about replies to others', reply(ANOTHER)],
    ['about programs', { ...mention, author: { id: '7', bot: true } }],
    ['about webhooks', { ...mention, webhook_id: '8' }],
    ['about itself', { ...mention, author: { id: ME } }],
    ['about notices of Discord', { ...mention, type: 6 }],
    ['when everyone is mentioned', { content: '@everyone how many?', mention_everyone: true }],
  ])('%s', (_, raw) => {
    expect(decided(raw)).toEqual({ kind: 'ignore' });
  });
});

test('a bare mention is told how to ask', () => {
  expect(decided({ ...mention, content: `<@${ME}>` })).toEqual({ kind: 'hint' });
});

test('a mention with nothing but other mentions and a link is told so too', () => {
  const content = `<@${ME}> <@${ANOTHER}> <a:wave:42> https://news.example/a`;
  expect(decided({ ...mention, content })).toEqual({ kind: 'hint' });
});

test('a reply whose text is hidden is told to ping', () => {
  expect(decided(reply(ME, { content: '' }))).toEqual({ kind: 'unreadable' });
});

describe('where answers are kept to some channels', () => {
  const settings = { answerChannels: ['11'] };

  test('a question elsewhere is told where', () => {
    expect(decided(mention, settings)).toEqual({ kind: 'elsewhere', channels: ['11'] });
  });

  test('a question there is answered', () => {
    expect(decided({ ...mention, channel_id: '11' }, settings)).toMatchObject({ kind: 'question' });
  });

  test('a question in a thread of theirs is answered', () => {
    expect(decided(mention, settings, { parent: '11' })).toMatchObject({ kind: 'question' });
  });

  test('direct messages are no channel of the guild', () => {
    expect(decided({ guild_id: undefined, content: 'how?' }, settings)).toMatchObject({ kind: 'question' });
  });
});

describe('where every question is answered', () => {
  const settings = { openChannels: ['10'] };
  const readable = { messageContent: true };

  test('a question needs no mention', () => {
    expect(decided({ content: 'how many troops are in Iraq?' }, settings, readable)).toMatchObject({
      kind: 'question',
    });
  });

  test.each<[string, object, boolean]>([
    ['with a mention is addressed to it', mention, true],
    ['in reply to it is addressed to it', reply(ME), true],
    ['of neither kind is not', { content: 'how many troops are in Iraq?' }, false],
  ])('a question %s', (_, raw, isAddressed) => {
    expect(decided(raw, settings, readable)).toMatchObject({ kind: 'question', isAddressed });
  });

  test('talk is left alone', () => {
    expect(decided({ content: 'I wonder.' }, settings, readable)).toEqual({ kind: 'ignore' });
  });

  test('a question to somebody else is theirs', () => {
    expect(decided(reply(ANOTHER, { content: 'how many?' }), settings, readable)).toEqual({ kind: 'ignore' });
  });

  test('nothing changes as long as messages cannot be read', () => {
    expect(decided({ content: 'how many troops are in Iraq?' }, settings)).toEqual({ kind: 'ignore' });
  });
});
