import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escaped, escapedWithBold, unescaped, visible } from '../../../src/discord/rendering/escape.js';

const hostile = fc
  .array(fc.constantFrom(...'\\*_~|`[]()<>@#-+:1.) \n\u200b\u202eaß'), { maxLength: 40 })
  .map((characters) => characters.join(''));
const anyText = fc.oneof(hostile, fc.string({ unit: 'grapheme' }));

test.each([
  ['**bold** and `code`', '\\*\\*bold\\*\\* and \\`code\\`'],
  ['a [link](https://example.org)', 'a \\[link\\](https://example.org)'],
  ['@everyone <@123> <#5> <t:0>', '\\@everyone \\<\\@123\\> \\<#5\\> \\<t:0\\>'],
  ['# a heading', '\\# a heading'],
  ['-# small', '\\-# small'],
  ['1. a list', '1\\. a list'],
  ['> a quote', '\\> a quote'],
  ['|| hidden ||', '\\|\\| hidden \\|\\|'],
])('%s shows as it is', (text, shown) => {
  expect(escaped(text)).toBe(shown);
});

test('what cannot be seen is taken out, and lines are joined', () => {
  expect(visible('zero\u200bwidth, \u202eturned\u202c,\r\n  next line')).toBe('zerowidth, turned, next line');
});

test('letters that are written from right to left stay as they are', () => {
  expect(escaped('قال المتحدث')).toBe('قال المتحدث');
});

test('any text comes back from its escaped form as far as it can be seen', () => {
  fc.assert(fc.property(anyText, (text) => unescaped(escaped(text)) === visible(text)));
});

test('any text stays on one line, with every character that means something made harmless', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = escaped(text);
      const bare = shown.replace(/\\[^A-Za-z0-9\s]/g, '');
      return !/[\n\\*_~|`[\]<>@]/.test(bare) && !/^([#+-]|\d+[.)])/.test(shown);
    }),
  );
});

describe('a part that is bold', () => {
  test('is marked where it stands', () => {
    expect(escapedWithBold('He has more than 5,000 men.', [7, 22])).toBe('He has **more than 5,000** men.');
  });

  test('never changes the words, whatever the text and the part', () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), fc.nat(40), (text, left, right) => {
        const part = [
          Math.min(left, right, text.length),
          Math.min(Math.max(left, right), text.length),
        ] as const;
        const shown = escapedWithBold(text, part).replace(/\\([^A-Za-z0-9\s])|\*\*/g, '$1');
        return shown.replaceAll(' ', '') === visible(text).replaceAll(' ', '');
      }),
    );
  });
});
