import { describe, expect, it } from 'vitest';
import { bestFit } from './spans.js';

describe('what somebody or something is', () => {
  it.each([
    ['who is Moktada al-Sadr', 'Moktada al-Sadr, the cleric who led a revolt, spoke.'],
    ['who is Mike Pompeo', 'Mr Pompeo, secretary of state, left.'],
    ['what does “one-China policy” mean', 'They keep to the “one-China policy,” which recognises Beijing.'],
    [
      'what is an identification zone',
      'They flew into its identification zone – a buffer of airspace – at night.',
    ],
    ['what is ISIS', 'ISIS is an armed group.'],
  ])('is told after it: %s, “%s”', (question, sentence) => {
    expect(bestFit(question, sentence)).toBe(1);
  });

  it.each([
    ['who is Mike Pompeo', 'After the visit by Mike Pompeo, Iran threatened to leave, again.'],
    ['what does “one-China policy” mean', 'In a change of U.S. policy, the ships left.'],
  ])('is not any clause between commas, nor what is told of a part: %s, “%s”', (question, sentence) => {
    expect(bestFit(question, sentence)).toBeLessThan(0.5);
  });

  it.each(['was in Baghdad', 'was killed on Friday', 'was planning attacks'])(
    'is not where somebody was or what happened to him: %s',
    (told) => {
      expect(bestFit('Who was Qassem Soleimani?', `Qassem Soleimani ${told}.`)).toBeLessThan(0.5);
      expect(bestFit('Who was Qassem Soleimani?', `Qassem Soleimani, the leader of a force, ${told}.`)).toBe(
        1,
      );
    },
  );
});
