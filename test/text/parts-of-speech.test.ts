import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOfSpeech } from '../../src/text/parts-of-speech.js';
import { tokenise } from '../../src/text/tokens.js';
import { anyText } from './any-text.js';

/** Words with their parts of speech. */
function tagged(text: string): Record<string, string> {
  const tokens = tokenise(text);
  const parts = partsOfSpeech(text, tokens);
  return Object.fromEntries(tokens.map((token, at) => [token.text, parts[at] ?? 'none']));
}

describe('the parts of speech', () => {
  it('tell nouns, names, verbs, adjectives and numbers apart', () => {
    expect(tagged('Iraq expelled 5,200 foreign troops yesterday')).toMatchObject({
      Iraq: 'name',
      expelled: 'verb',
      '5,200': 'number',
      foreign: 'adjective',
      troops: 'noun',
    });
  });

  it.each(['al-Sadr called', 'the U.S.’s troops called', 'don’t say he called', '“Stop!” called'])(
    'stay with their words where words are cut differently: %s',
    (text) => {
      expect(tagged(text).called).toBe('verb');
    },
  );

  it('of any text are one for each token', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const tokens = tokenise(text);
        expect(partsOfSpeech(text, tokens)).toHaveLength(tokens.length);
      }),
    );
  });

  it('come in good time for words without end', () => {
    const text = `He called ${'a-'.repeat(20_000)} and they left`;
    const tokens = tokenise(text);
    expect(partsOfSpeech(text, tokens).at(-1)).toBe('verb');
  });
});
