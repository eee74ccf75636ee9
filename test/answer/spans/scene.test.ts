import { describe, expect, it } from 'vitest';
import { distance, sceneOf } from '../../../src/answer/spans/scene.js';
import { candidateOf } from '../fixtures.js';

describe('a sentence with the question’s words in it', () => {
  const scene = sceneOf(
    candidateOf('Which bases did Iran hit in Anbar?', 'Iran hit two military bases in western Anbar.'),
  );
  const words = (places: readonly { readonly at: number }[]) =>
    places.map(({ at }) => scene.text.tokens[at]?.text);

  it('tells them by the part they play', () => {
    expect(words(scene.places)).toEqual(['Iran', 'hit', 'bases', 'Anbar']);
    expect(words(scene.head)).toEqual(['bases']);
    expect(words(scene.names)).toEqual(['Iran', 'Anbar']);
  });

  it('tells whether words that belong together in the question stand together', () => {
    const bound = (text: string) =>
      sceneOf(candidateOf('Who is the president of Iraq?', text)).head.map(({ bound }) => bound);
    expect(bound('Iraq’s president spoke.')).toEqual([1]);
    expect(bound('Troops stay in Iraq, he told the visitors whom the president had sent.')).toEqual([0]);
  });

  it('measures in tokens', () => {
    expect(distance({ first: 2, last: 4 }, 0)).toBe(2);
    expect(distance({ first: 2, last: 4 }, 3)).toBe(0);
    expect(distance({ first: 2, last: 4 }, 5)).toBe(1);
  });
});
