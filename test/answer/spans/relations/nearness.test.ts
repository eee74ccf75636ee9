import { describe, expect, it } from 'vitest';
import * as relations from '../../../../src/answer/spans/relations/nearness.js';
import { spanInScene } from '../spans.js';

describe('the question’s information near a span', () => {
  const question = 'who expelled the ambassador';

  it('counts for less the farther off it stands', () => {
    const near = relations.nearness(4)(...spanInScene(question, 'Mahdi expelled the ambassador.', 'Mahdi'));
    const far = relations.nearness(4)(
      ...spanInScene(question, 'Mahdi met them for hours and later expelled the ambassador.', 'Mahdi'),
    );
    expect(near).toBeGreaterThan(far);
    expect(far).toBeGreaterThan(0);
  });

  it('counts half at its reach', () => {
    const scene = spanInScene('who resigned', 'Then Mahdi very quickly resigned.', 'Mahdi');
    expect(relations.nearness(3)(...scene)).toBeCloseTo(0.5);
  });

  it('may be all of the sentence outside of it', () => {
    expect(relations.elsewhere(...spanInScene(question, 'Mahdi expelled the ambassador.', 'Mahdi'))).toBe(1);
    expect(
      relations.elsewhere(...spanInScene(question, 'Mahdi expelled the ambassador.', 'ambassador')),
    ).toBe(0.5);
  });

  it('may stand in another clause', () => {
    const sentence = 'Mahdi spoke, and Trump expelled the ambassador.';
    expect(relations.inClause(...spanInScene(question, sentence, 'Trump'))).toBe(1);
    expect(relations.inClause(...spanInScene(question, sentence, 'Mahdi spoke'))).toBe(0);
  });

  it('may be torn apart', () => {
    const asked = 'who is the president of Iraq';
    const bound = relations.boundNear(...spanInScene(asked, 'Salih, president of Iraq, left.', 'Salih'));
    const torn = relations.boundNear(
      ...spanInScene(asked, 'In Iraq they wait for what comes, said President Trump.', 'Trump'),
    );
    expect(bound).toBeGreaterThan(0);
    expect(torn).toBe(0);
  });
});
