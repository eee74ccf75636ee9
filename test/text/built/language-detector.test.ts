import { eld } from 'eld/extrasmall';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtModules } from '../../built.js';

type Detector = typeof eld;

/** Letters of many languages, with the words that they make. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.string({
        unit: fc.constantFrom(...'aábcčdeéèfghiıjklłmnñoöpqrsßtuüvwxyzабвгдежзиклмнописту'),
        maxLength: 9,
      }),
    )
    .map((words) => words.join(' ')),
);

describe('the language detector as it is built', () => {
  let built: Detector;

  beforeAll(async () => {
    const folder = builtModules('language-detector', 'test/text/built/language-detector.ts');
    ({ eld: built } = (await import(new URL('language-detector.js', folder).href)) as { eld: Detector }); // What it exports.
  });

  it.each([
    'combien a coûté le nouveau pont',
    'wieviel hat die neue brücke gekostet',
    'сколько стоил новый мост',
    'كم كلف الجسر الجديد',
    '新しい橋はいくらでしたか',
    'how much did the new bridge cost',
    'constructor __proto__ toString',
    '',
  ])('finds as much of each language as the package does: %s', (text) => {
    expect(built.detect(text).getScores()).toEqual(eld.detect(text).getScores());
  });

  it('finds as much in any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(built.detect(text).language).toBe(eld.detect(text).language);
        expect(built.detect(text).getScores()).toEqual(eld.detect(text).getScores());
      }),
    );
  });
});
