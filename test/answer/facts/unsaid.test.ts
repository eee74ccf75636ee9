import { describe, expect, it } from 'vitest';
import { unsaid } from '../../../src/answer/facts/unsaid.js';
import { factOf } from './ranked.js';

describe('somebody whose words are asked for', () => {
  const missing = (question: string, ...sentences: string[]): number =>
    factOf(unsaid, question, ...sentences);

  it('is spoken of nowhere', () => {
    expect(missing('How did the oil price react?', 'Parliament reacted at once.', 'Iran reacted too.')).toBe(
      1,
    );
  });

  it.each([
    ['here', ['The oil price reacted at once.']],
    ['in the sentence before', ['The oil price matters.', 'It fell, a trader said.']],
  ])('is named %s', (_, sentences) => {
    expect(missing('How did the oil price react?', ...sentences)).toBe(0);
  });

  it('is named by the last name', () => {
    expect(missing('What did Hassan Nasrallah vow?', 'Nasrallah vowed to fight.')).toBe(0);
    expect(missing('What did Hassan Nasrallah vow?', 'Rouhani vowed to fight.')).toBe(1);
  });

  it("does not matter where nobody's words are asked for", () => {
    expect(missing('How many troops left?', 'Parliament reacted.')).toBe(0);
  });
});
