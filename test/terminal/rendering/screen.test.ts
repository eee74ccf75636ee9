import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import wrapAnsi from 'wrap-ansi';
import { wrapped } from '../../../src/terminal/rendering/screen.js';

const screen = { width: 20, colour: false, links: false };

describe('broken lines', () => {
  it('are those of wrap-ansi, whatever characters news uses', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ab~“”’–é…·ß日\u0301👍'), maxLength: 30 });
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (words) => {
        expect(wrapped(words, screen)).toBe(wrapAnsi(words, screen.width, { hard: true }));
      }),
    );
  });

  it('hold what hard spaces join together', () => {
    expect(wrapped('more than “five”\u00A0[1]', { ...screen, width: 18 })).toBe('more than\n“five” [1]');
  });
});
