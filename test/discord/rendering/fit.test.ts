import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitted, fittedAndEscaped } from '../../../src/discord/rendering/fit.js';

test('what fits is left as it is', () => {
  expect(fitted('It fits. Just so.', 17)).toBe('It fits. Just so.');
});

test('what does not fit is cut after a whole sentence', () => {
  expect(fitted('The first stays. The second is too long.', 30)).toBe('The first stays. …');
});

test('a sentence that is too long by itself is cut after a whole word', () => {
  expect(fitted('One endless sentence without any end', 20)).toBe('One endless …');
});

test('ten thousand characters without a space are cut where they must be', () => {
  expect(fitted('x'.repeat(10_000), 100).length).toBeLessThanOrEqual(100);
});

test('what room a text takes can be counted differently', () => {
  expect(fitted('Ten. Ten. Ten. Ten.', 20, (part) => part.length * 2)).toBe('Ten. Ten. …');
});

test('any text fits any room, and begins as it did', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.integer({ min: 10, max: 200 }),
      (text, room) => {
        const cut = fitted(text, room);
        return cut.length <= room && text.startsWith(cut.replace(/ …$/, ''));
      },
    ),
  );
});

test('what must be escaped fits with its escapes, none of them cut in two', () => {
  const marked = fc.array(fc.constantFrom('*', '\\', 'word ', '. ', '[x](y)'), { maxLength: 100 });
  fc.assert(
    fc.property(marked, fc.integer({ min: 10, max: 100 }), (parts, room) => {
      const shown = fittedAndEscaped(parts.join(''), room);
      const trailing = /\\*$/.exec(shown.replace(/ …$/, ''))?.[0].length ?? 0;
      return shown.length <= room && trailing % 2 === 0;
    }),
  );
});
