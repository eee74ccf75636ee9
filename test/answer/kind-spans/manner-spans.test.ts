import { describe, expect, it } from 'vitest';
import { bestFit } from './spans.js';

describe('the manner of something', () => {
  it.each([
    ['how was he killed', 'The airstrike that killed him was on Friday.'],
    ['how was he killed', 'He was killed in a raid.'],
    ['how did they get to the border', 'They got there by bus.'],
  ])('may be an act or a thing beside it: %s, “%s”', (question, sentence) => {
    expect(bestFit(question, sentence)).toBeGreaterThanOrEqual(0.6);
  });

  it('counts less where it stands far off, and is nothing else', () => {
    const far = 'The raid came on a day of long talks about the future of the region, and he was killed.';
    expect(bestFit('how was he killed', far)).toBe(0.3);
    expect(bestFit('how was he killed', 'The comments were the first since he was killed.')).toBe(0);
  });
});
