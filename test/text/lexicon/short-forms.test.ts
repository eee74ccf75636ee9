import { expect, it } from 'vitest';
import { lengthenShortForms } from '../../../src/text/lexicon/short-forms.js';
import { tokenise } from '../../../src/text/tokens.js';

it.each([
  ['how many ppl came', 'how many people came'],
  ['did the govt resign', 'did the government resign'],
  ['who is pres of iraq', 'who is president of iraq'],
  ['wen did they vote', 'when did they vote'],
  ['wich words did he use', 'which words did he use'],
  ['what did teh pm say', 'what did the pm say'],
  ['waht happened', 'what happened'],
  ['hwo won', 'who won'],
  ['hwo many won', 'how many won'],
  ['whcih one, and hwy', 'which one, and why'],
  ['a thaw', 'a thaw'],
  ['Hwo Chi', 'Hwo Chi'],
  ['Wen Jiabao', 'Wen Jiabao'],
  ['constructor __proto__', 'constructor __proto__'],
])('“%s” is read as “%s”', (typed, meant) => {
  const read = lengthenShortForms(tokenise(typed));
  expect(read.map(({ term }) => term)).toEqual(tokenise(meant).map(({ term }) => term));
  for (const { text, start, end } of read) expect(typed.slice(start, end)).toBe(text);
});
