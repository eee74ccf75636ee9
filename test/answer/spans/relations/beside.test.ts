import { describe, expect, it } from 'vitest';
import {
  apposition,
  isObject,
  isSubject,
  near,
  within,
} from '../../../../src/answer/spans/relations/beside.js';
import { spanInScene } from '../spans.js';

describe('a span beside a word of the question', () => {
  const asked = 'who is the mayor of Basra';

  it('is nearest as its neighbour', () => {
    expect(near('head')(...spanInScene(asked, 'They met Mayor Abdi there.', 'Abdi'))).toBe(1);
    const apart = near('head')(...spanInScene(asked, 'The mayor of it is Abdi.', 'Abdi'));
    expect(apart).toBeGreaterThan(0);
    expect(apart).toBeLessThan(1);
    expect(near('head')(...spanInScene(asked, 'They met Abdi.', 'Abdi'))).toBe(0);
  });

  it('tells the side', () => {
    const scene = spanInScene(asked, 'They met Mayor Abdi there.', 'Abdi');
    expect(within('head', -2, -1)(...scene)).toBe(1);
    expect(within('head', 1, 2)(...scene)).toBe(0);
  });

  it.each([
    ['Then Abdi, the mayor of Basra, spoke.', 1],
    ['Then Abdi spoke, and the mayor left.', 0],
    ['Then Mayor Abdi spoke.', 0],
  ])('may have it in apposition: %s', (sentence, expected) => {
    expect(apposition(...spanInScene(asked, sentence, 'Abdi'))).toBe(expected);
  });

  it('is the subject where that is asked for', () => {
    const sentence = 'Then Mahdi expelled Jones.';
    expect(isSubject(...spanInScene('who expelled the man', sentence, 'Mahdi'))).toBe(1);
    expect(isSubject(...spanInScene('who expelled the man', sentence, 'Jones'))).toBe(0);
    expect(isSubject(...spanInScene('who did the man expel', sentence, 'Mahdi'))).toBe(0);
  });

  it('is the object where that is asked for', () => {
    const sentence = 'Then Mahdi expelled Jones.';
    expect(isObject(...spanInScene('who did the man expel', sentence, 'Jones'))).toBe(1);
    expect(isObject(...spanInScene('who did the man expel', sentence, 'Mahdi'))).toBe(0);
    expect(isObject(...spanInScene('who expelled the man', sentence, 'Jones'))).toBe(0);
  });
});
