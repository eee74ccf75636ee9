import { expect, it } from 'vitest';
import { namesAmong, wholeNumber, wholeNumbersAboveZero } from '../../bench/arguments.js';

it('reads names and numbers with commas between', () => {
  expect(namesAmong(['squad', 'news', 'seeds'])('news, squad')).toEqual(['news', 'squad']);
  expect(wholeNumbersAboveZero('10, 350000')).toEqual([10, 350_000]);
  expect(wholeNumber('0')).toBe(0);
});

it('says what is wrong with others', () => {
  expect(() => namesAmong(['squad', 'news'])('squad,new')).toThrow('"new" is none of squad, news.');
  for (const text of ['', '1.5', '-1', 'many', '1e3', '9'.repeat(30)]) {
    expect(() => wholeNumber(text)).toThrow('whole number');
  }
  expect(() => wholeNumbersAboveZero('5,0')).toThrow('above 0');
});
