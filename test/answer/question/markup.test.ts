import { describe, expect, it } from 'vitest';
import { withoutMarkup } from '../../../src/answer/question/markup.js';

const QUESTION = 'how many troops are in Iraq?';

describe('a question is read without', () => {
  it.each([
    ['a member', `<@1576555208589180939> ${QUESTION}`],
    ['a member in the older form', `<@!1576555208589180939>, ${QUESTION}`],
    ['a role', `<@&42> ${QUESTION}`],
    ['a channel', `how many troops are in Iraq <#42>?`],
    ['a page of the server', `${QUESTION} <id:customize>`],
    ['everyone', `@everyone ${QUESTION} @here`],
    ['a name in plain text that is spoken to', `@Clippings ${QUESTION}`],
    ['a custom emoji', `${QUESTION} <:pepe_think:42>`],
    ['an animated emoji', `how many troops <a:blob:42> are in Iraq?`],
    ['an emoji that has no picture here', `${QUESTION} :pepe_think:`],
    ['a timestamp', `${QUESTION} <t:1578182400> <t:1578182400:R>`],
    ['a command', `</ask:42> ${QUESTION} </digest now:42>`],
    ['a link', `${QUESTION} https://news.example/a-b/c?x=1&y=2#z`],
    ['a link whose preview is hidden', `<https://news.example/a> ${QUESTION}`],
    ['a link before its mark', `how many troops are in Iraq https://news.example/a?`],
    ['a link in brackets', `how many troops are in Iraq (https://news.example/a)?`],
    ['a link without its protocol', `${QUESTION} www.news.example news.example/2020/iraq`],
    ['what is said to somebody else after it', `<@1> ${QUESTION} <@2> look, this is the bot`],
    ['what is said so between emoji', `<@1> ${QUESTION} <:eyes:42> https://news.example/a <@2> <@&3> look`],
    ['what is said so in plain text', `@Clippings ${QUESTION} @somebody look`],
  ])('%s', (_, written) => {
    expect(withoutMarkup(written)).toBe(QUESTION);
  });
});

describe('a question keeps', () => {
  it.each([
    QUESTION,
    'what did @realDonaldTrump say about Iraq?',
    'who is ann@news.example?',
    'what does cnn.com say?',
    'what happened at 10:30:15 on 9/11?',
    'is it 24/7 or 3.5/5?',
    'are 3 < 5 and 7 > 5?',
    'what is U.S./China trade worth?',
    '#MeToo: who began it?',
    'what is AT&T?',
    'who won ?',
    '... and then?',
    'Troops left.\nhow many stayed?',
  ])('%s', (written) => {
    expect(withoutMarkup(written)).toBe(written);
  });

  it('the words of a named link', () => {
    expect(withoutMarkup('is [the vote](https://news.example/a_(b)) final?')).toBe('is the vote final?');
    expect(withoutMarkup('is [the vote](<https://news.example/a>) final?')).toBe('is the vote final?');
  });

  it('a second question that follows a mention', () => {
    expect(withoutMarkup('Soleimani died? <@1> who killed him')).toBe('Soleimani died? who killed him');
    expect(withoutMarkup('who won? <@1> is that true?')).toBe('who won? is that true?');
  });
});

it('leaves nothing where there is no question', () => {
  expect(withoutMarkup(' <@1>  <@&2>, <#3> <:a_b:4> https://news.example/ ')).toBe('');
});

it('reads whatever is given it at once', () => {
  for (const piece of ['<@1> ', '? @a ', '<', '@', 'https://', '[a](', 'a.', ':a', '? ', '(']) {
    expect(withoutMarkup(piece.repeat(20_000))).toBeTypeOf('string');
  }
});
