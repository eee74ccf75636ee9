import { describe, expect, it } from 'vitest';
import { bestFit } from './spans.js';

describe('who did something', () => {
  it('may be an organisation, though a person fits better', () => {
    const fit = bestFit('Who did it?', 'The Justice Department did it.');
    expect(fit).toBeGreaterThan(0);
    expect(fit).toBeLessThan(bestFit('Who did it?', 'Lindsey Graham did it.'));
  });

  it('is likelier an organisation where somebody turns to it', () => {
    const sentence = 'They complained to the Justice Department.';
    expect(bestFit('Who did they complain to?', sentence)).toBeGreaterThan(
      bestFit('Who complained?', sentence),
    );
  });
});

describe('who has a role', () => {
  it.each([
    ['who speaks for the Taliban', 'Taliban spokesman Zabihullah Mujahid promised it.'],
    ['Who is in charge of the FDA?', 'FDA Commissioner Robert Califf promised it.'],
    ['Who heads the bank?', 'Robert Califf, the director of the bank, promised it.'],
    ['Who trains Kamila Valieva?', 'Her coach, Eteri Tutberidze, promised it.'],
    ['Who is the governor of Mississippi?', 'Gov. Tate Reeves promised it.'],
  ])('is who is named beside it: %s', (question, sentence) => {
    expect(bestFit(question, sentence)).toBe(1);
  });

  it.each([
    ['who speaks for the Taliban', 'Zabihullah Mujahid met the Taliban.'],
    ['Who is in charge of the FDA?', 'Robert Califf praised the FDA.'],
    ['Who is the governor of Mississippi?', 'Tate Reeves met the mayor.'],
  ])('is nobody else: %s', (question, sentence) => {
    expect(bestFit(question, sentence)).toBeLessThan(0.5);
  });

  it('is not what every question with a role in it asks', () => {
    expect(bestFit('Who shot the former minister?', 'Tetsuya Yamagami shot him.')).toBe(1);
  });
});
