import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { abridge } from '../../../src/text/endings/abridge.js';
import { plainEnds } from '../../../src/text/endings/plain-ends.js';
import { isFalseCut, missedCuts } from '../../../src/text/endings/sentence-cuts.js';
import { sentencesOf } from '../../../src/text/wink.js';

/** What begins at the places that the rules leave, in order. */
function sentencesAt(text: string, cuts: Iterable<number>): string[] {
  const places = [...new Set(cuts)].filter((at) => !isFalseCut(text, at)).sort((a, b) => a - b);
  return places.map((place) => text.slice(place));
}

/** Where the segmenter and the rules see sentences begin, the first aside. */
function cutsOfSegmenter(text: string): number[] {
  const short = abridge(text)?.short ?? '';
  const cuts = new Set(missedCuts(text));
  for (const sentence of sentencesOf(short)) {
    const inShort = short.indexOf(sentence);
    cuts.add(abridge(text)?.placeOf(inShort) ?? 0);
  }
  cuts.delete(0);
  return [...cuts];
}

describe('sentences that end plainly', () => {
  it.each([
    'Troops left in 2020. The vote came later! Was it right? Nobody knows.',
    'He called it “a bit concerning.” The rest agreed. "We go." She went.',
    'It rained. “We stayed,” she said, in the U.S. and at 3.5 degrees.',
    'Mr. Smith met George W. Bush and I. They paid $1,200. (It fell by 3.5%. It was an op-ed. It’s Smith’s. Nobody came.',
  ])('are found without the segmenter: %s', (text) => {
    const { cuts = [], open } = plainEnds(text) ?? {};
    expect(cuts.length).toBeGreaterThan(0);
    expect(open?.size).toBe(0);
    expect(sentencesAt(text, cuts)).toEqual(sentencesAt(text, cutsOfSegmenter(text)));
  });

  it('are known beside others, which are left to the segmenter', () => {
    const text = 'Troops left. They went to the U.S. The vote came later.';
    const { cuts = [], open = [] } = plainEnds(text) ?? {};
    expect(sentencesAt(text, cuts)).toEqual(['They went to the U.S. The vote came later.']);
    expect(Array.from(open, (start) => text.slice(start))).toEqual(['U.S. The vote came later.']);
  });

  it('are none where no sentence may end but at the end', () => {
    expect(plainEnds('Parliament voted on Sunday, at 3.5 degrees.')).toEqual({ cuts: [], open: new Set() });
  });

  it.each([
    ['an abbreviation that may end a sentence', 'They met Acme Inc. Officials came.'],
    ['a country', 'They met in the U.S. The vote came later.'],
    ['several marks', 'They left... Then they came.'],
    ['no space', 'It cost £3.50.The rest was free.'],
    ['a single quotation mark', 'They called it ‘the end.’ Then they left.'],
    ['a bracket', 'They left (on Sunday.) Then they came.'],
    ['a dash', 'They left. — Then they came.'],
    ['a clock time', 'They left at 9am. Then they came.'],
    ['an odd character', 'They left. 他们 came.'],
    ['an endless word', `They left. The ${'x'.repeat(600)} came.`],
  ])('are left to the segmenter beside %s', (_, text) => {
    expect(plainEnds(text)?.open.size).not.toBe(0);
  });

  it('are those of the segmenter in every article that comes with the program', () => {
    const folder = join(import.meta.dirname, '../../../seeds');
    const paragraphs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:txt|md)$/.test(file))
      .flatMap((file) => readFileSync(join(folder, file), 'utf8').split(/\s*\n\s*/))
      .filter((text) => text !== '' && !text.includes('\uFEFF'));
    const plain = paragraphs.filter((text) => plainEnds(text)?.open.size === 0);
    expect(plain.length).toBeGreaterThan(20);
    for (const text of plain) {
      expect(sentencesAt(text, plainEnds(text)?.cuts ?? [])).toEqual(
        sentencesAt(text, cutsOfSegmenter(text)),
      );
    }
  });
});
