import { describe, expect, it } from 'vitest';
import { bestFit } from './spans.js';

describe('a reason', () => {
  it.each([
    [
      'why did they kill him',
      'They killed him because he planned an attack.',
      'They voted because he was killed.',
    ],
    [
      'why was he killed',
      'He was killed in response to an attack.',
      'Parliament acted in response to the killing, in a vote.',
    ],
    ['why did they protest', 'Corruption led to protests.', 'The protests led to talks.'],
    [
      'why did they protest',
      'Corruption led to protests.',
      'Militias led the charge to expel the soldiers, who protested.',
    ],
    ['why did they resign', 'The attack led Mr Smith to resign.', 'He resigned and led Smith to the door.'],
    [
      'What set off the violence?',
      'The violence was triggered after rockets hit a base.',
      'After the violence, rockets hit a base.',
    ],
    [
      'why were flights cancelled',
      'They blamed a storm for cancelled flights.',
      'Cancelled flights were blamed.',
    ],
    [
      'why was he killed',
      'He was killed because he knew too much.',
      'It is one of the results of the killing, because he knew much.',
    ],
  ])('is one for what is asked about, not for something else: %s', (question, reason, other) => {
    expect(bestFit(question, reason)).toBeGreaterThan(bestFit(question, other));
  });

  it('may open the sentence', () => {
    expect(bestFit('why did the schools close', 'Because of a storm, the schools closed.')).toBe(1);
  });

  it('is a purpose where an infinitive follows on what is asked about, but not as part of another phrase', () => {
    const question = 'why was Smith in Baghdad';
    expect(bestFit(question, 'Smith was in Baghdad to meet the minister.')).toBeGreaterThan(
      bestFit(question, 'In Baghdad Smith wanted to meet the minister.'),
    );
  });

  it('counts a little less where the sentence does not say for what', () => {
    const fit = bestFit('why did they kill him', 'There was no choice because of his plans.');
    expect(fit).toBeGreaterThan(0.5);
    expect(fit).toBeLessThan(1);
  });
});
