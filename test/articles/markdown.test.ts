import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markdownBlocks } from '../../src/articles/markdown.js';

it('is read alike whether or not something further down needs a parser', () => {
  const piece = fc.constantFrom(
    ...[
      'Troops left.',
      'He said: “No!”',
      '"Why?"',
      'www.example.com',
      'me@example.com',
      '5,200',
      '  ',
      '\n',
      '\n\n',
      '\n \n',
    ],
    ...[
      '- a',
      '-',
      '1. One',
      '1) One',
      '12.5',
      '    code',
      'é',
      'a - b',
      '--',
      'U.S.',
      '§ 4',
      '😀',
      '!',
      '/',
      '(it)',
      "'s",
      ' ',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      expect([...markdownBlocks(text), { text: 'end', kind: 'text' }]).toEqual(
        markdownBlocks(`${text}\n\n<p>end</p>`),
      );
    }),
    { numRuns: 1000 },
  );
});
