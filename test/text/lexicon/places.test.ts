import { describe, expect, it } from 'vitest';
import { namesPlace } from '../../../src/text/lexicon/places.js';

describe('a word that names a place', () => {
  it.each(['kuwait', 'kuwaiti', 'kuwaitis', 'british', 'moscow', 'russians', 'dutch', 'u.s.'])(
    '%s',
    (word) => {
      expect(namesPlace(word)).toBe(true);
    },
  );

  it.each(['troops', 'embassy', 'soleimani', 'parliament', ''])('is not %j', (word) => {
    expect(namesPlace(word)).toBe(false);
  });
});
