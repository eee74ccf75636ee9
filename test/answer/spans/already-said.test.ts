import { describe, expect, it } from 'vitest';
import { analyseText } from '../../../src/answer/analysed-text.js';
import { alreadySaid } from '../../../src/answer/spans/already-said.js';
import { candidateOf } from '../fixtures.js';

const SENTENCE = 'Barham Salih was elected by the parliament in Baghdad.';
const candidate = candidateOf('Who was elected by the parliament?', SENTENCE);

const said = (...texts: string[]): number => alreadySaid(texts.map((text) => analyseText(text)))(candidate);

describe('what a sentence may answer', () => {
  it('is said by nothing before the first quote', () => {
    expect(said()).toBe(0);
  });

  it('is said wholly by its own words', () => {
    expect(said(SENTENCE)).toBeCloseTo(1);
  });

  it('is said the more, the likelier the answer that others give too', () => {
    expect(said('They chose Barham Salih.')).toBeGreaterThan(said('Roads in Baghdad were shut.'));
  });

  it('is not said by the same words far apart', () => {
    expect(said('Barham and Salih are names.')).toBeLessThan(said('They chose Barham Salih.'));
  });

  it('counts once, however many say it', () => {
    const once = said('They chose Barham Salih.');
    expect(said('They chose Barham Salih.', 'It is Barham Salih.')).toBeCloseTo(once);
  });
});
