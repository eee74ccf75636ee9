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

it('is made several paragraphs where a line is longer than any paragraph, and nothing is lost', () => {
  const sentences = Array.from({ length: 1_000 }, (_, number) => `Reporter ${number} went to *Baghdad*.`);
  const blocks = markdownBlocks(`Before.\n\n${sentences.join(' ')}\n\nAfter.`);
  expect(blocks.length).toBeGreaterThan(10);
  for (const { text } of blocks) expect(text).toMatch(/^\p{Lu}.{0,2000}\.$/u);
  const whole = ['Before.', ...sentences, 'After.'].join(' ').replaceAll('*', '');
  expect(blocks.map(({ text }) => text).join(' ')).toBe(whole);
});

it('of a line without sentences is cut between words, and without words anywhere', () => {
  const words = 'word '.repeat(5_000).trim();
  const texts = (markdown: string) => markdownBlocks(markdown).map(({ text }) => text);
  expect(texts(words).join(' ')).toBe(words);
  expect(texts('(word)'.repeat(4_000)).join('')).toBe('(word)'.repeat(4_000));
});

it('is read without the pictures that stand in it', () => {
  const picture = `data:image/png;base64,${'iVBORw0KGgo'.repeat(5_000)}`;
  const markdown = `One ![][image] two.\n\n![a picture](${picture})\n\n<img src="${picture}">\n\nThree.\n\n[image]: <${picture}>`;
  expect(markdownBlocks(markdown).map(({ text }) => text)).toEqual(['One two.', 'Three.']);
});

it('is refused where its tables have more cells than any article, however few of them are written', () => {
  const table = (columns: number, rows: number) =>
    `${'|a'.repeat(columns)}\n${'|-'.repeat(columns)}\n${'|\n'.repeat(rows)}`;
  expect(() => markdownBlocks(table(1_000, 5_000))).toThrow(RangeError);
  expect(() => markdownBlocks(`> ${table(1_000, 5_000).replaceAll('\n', '\n> ')}`)).toThrow(
    /more than 100000 cells/,
  );
  expect(markdownBlocks(table(10, 50).replaceAll('|\n', '| yes\n'))).toHaveLength(51);
});
