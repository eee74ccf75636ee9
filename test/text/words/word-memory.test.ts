import { expect, it } from 'vitest';
import { tokenise } from '../../../src/text/tokens.js';
import { segmenter, tagger } from '../../../src/text/wink.js';
import { WordMemory } from '../../../src/text/words/word-memory.js';

it('keeps what was found out about a word', () => {
  const memory = new WordMemory<number>(10);
  expect([memory.of('troops', () => 1), memory.of('troops', () => 2)]).toEqual([1, 1]);
});

it('tells thousands of words apart, wherever they stand', () => {
  const memory = new WordMemory<string>(5_000);
  const words = Array.from({ length: 5_000 }, (_, at) => (at * 7_919).toString(36));
  for (const word of words) memory.of(word, (own) => own);
  const text = words.join(' ');
  const units = Uint16Array.from(text, (unit) => unit.charCodeAt(0));
  let start = 0;
  for (const word of words) {
    expect(memory.within(units, start, start + word.length, () => 'new')).toBe(word);
    start += word.length + 1;
  }
});

it('never keeps more words than it may, nor any that is endless', () => {
  let forgotten = 0;
  const memory = new WordMemory<number>(100, () => {
    forgotten += 1;
  });
  const sizes = Array.from({ length: 1_000 }, (_, at) => {
    memory.of(`word${at}`, () => at);
    memory.of('a'.repeat(65 + at), () => at);
    return memory.size;
  });
  expect(Math.max(...sizes)).toBe(100);
  expect(forgotten).toBe(9);
});

it('lets the readers forget their words when many new ones have come', () => {
  const before = [tagger(), segmenter()];
  expect([tagger(), segmenter()]).toEqual(before);
  for (let line = 0; line < 101; line++) {
    tokenise(Array.from({ length: 1_000 }, (_, at) => `Person${line}x${at}`).join(' '));
  }
  expect(tagger()).not.toBe(before[0]);
  expect(segmenter()).not.toBe(before[1]);
});
