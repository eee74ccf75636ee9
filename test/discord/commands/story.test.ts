import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAnswer, aValue } from '../answers.js';
import { RunningBot, textOf } from '../running-bot.js';

const article = (title: string, day: string, text: string) =>
  `---\ntitle: ${title}\npublisher: The Zenda Times\npublished: ${day}\nurl: https://example.org/${day}\n---\n${text}\n\nRescue teams with boats searched the valley of Strelsau after the river Zenda burst its banks near the mill.\n`;

let room: RunningBot;
beforeAll(async () => {
  room = await RunningBot.open({
    ask: async (question) =>
      anAnswer({
        question,
        values: [
          aValue({ value: '15', canonical: '15', day: '2019-07-05' }),
          aValue({ value: '12', canonical: '12', day: '2019-07-03' }),
        ],
      }),
    articles: {
      'one.md': article(
        'Flood in Strelsau kills 12',
        '2019-07-03',
        'At least 12 people were killed in the Strelsau flood on Wednesday, the governor said.',
      ),
      'two.md': article(
        'Strelsau flood: death toll rises to 15',
        '2019-07-05',
        'The flood in Strelsau has killed 15 people, the governor of the valley said on Friday.',
      ),
    },
  });
});
afterAll(() => room.close());

test('/story tells for everybody how something went on, with its figures and sources', async () => {
  const answer = await room.discord.answer(room.discord.command('story', { words: 'Strelsau flood' }));
  const text = textOf(answer);
  expect(answer.onlyFor).toBeNull();
  expect(text).toMatch(/How it went on: Strelsau flood/);
  expect(text).toMatch(
    /The count grew: \*\*At least 12 people\*\* \(3 July 2019, .* → \*\*15 people\*\* \(5 July 2019/,
  );
  expect(text).toMatch(/3 July 2019.*12 people were killed.*5 July 2019.*has killed 15 people/s);
  expect(text).toContain('[The Zenda Times](https://example.org/2019-07-03#:~:text=');
});

test('only whoever asked hears that nothing tells of it', async () => {
  const answer = await room.discord.answer(room.discord.command('story', { words: 'volcano in iceland' }));
  expect(answer.onlyFor).toBe(room.discord.reader.id);
  expect(textOf(answer)).toContain('No articles here tell how “volcano in iceland” went on.');
});

test('an answer whose figures changed has a button that opens its story for whoever presses it', async () => {
  const answer = await room.ask('how many people were killed in the strelsau flood?');
  expect(textOf(answer)).toContain('**12** (3 July 2019) [1] → **15** (5 July 2019)');
  const pressed = await room.discord.answer(room.discord.press(answer, 'How it went on'));
  expect(pressed.onlyFor).toBe(room.discord.reader.id);
  expect(textOf(pressed)).toContain('The count grew:');
});

test('nothing that was sent was refused', () => {
  expect(room.refusals()).toEqual([]);
});
