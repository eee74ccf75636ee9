import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmless, jsonLine } from '../../../src/terminal/rendering/harmless.js';

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\u001B', '\u009B', '\u202E', '\u2028', '\n', 'a'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

describe('harmless text', () => {
  it('has no control characters, and is as long as before', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(harmless(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
        expect(harmless(text)).toHaveLength(text.length);
      }),
    );
  });

  it('leaves letters of all writings, signs and emoji alone', () => {
    const text = 'Qasem Soleimani — قاسم سلیمانی, “€5,200” 🇮🇶';
    expect(harmless(text)).toBe(text);
  });
});

describe('a line of JSON', () => {
  it('is one line to any reader and gives the value back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(jsonLine({ text })).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E]/u);
        expect(JSON.parse(jsonLine({ text }))).toEqual({ text });
      }),
    );
  });
});
