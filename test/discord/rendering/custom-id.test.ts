import fc from 'fast-check';
import { expect, test } from 'vitest';
import { customId, parseCustomId, quoteSign } from '../../../src/discord/rendering/custom-id.js';
import { CUSTOM_ID } from '../../../src/discord/rendering/limits.js';
import { articleKey } from '../../../src/service/article-key.js';

test('an action and its fields come back from a custom id', () => {
  expect(parseCustomId(customId('more', 3, 'x'))).toEqual({ action: 'more', fields: ['3', 'x'] });
});

test('a context button fits, however long the name of its article', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 300 }), fc.nat(99_999), (article, sentence) => {
      const id = customId('context', sentence, sentence + 2, quoteSign('A quote.'), articleKey(article));
      return id.length <= CUSTOM_ID && parseCustomId(id).fields.slice(3).join(':') === articleKey(article);
    }),
  );
});

test('the sign of a quote does not hang on white space, only on how it begins', () => {
  expect(quoteSign('Parliament  voted\non Sunday to expel troops.')).toBe(
    quoteSign('Parliament voted on Sunday to expel them'),
  );
  expect(quoteSign('Parliament voted')).not.toBe(quoteSign('Parliament met'));
});
