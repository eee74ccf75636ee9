import { describe, expect, it } from 'vitest';
import { AnalysedText } from '../../src/answer/analysed-text.js';
import { readQuestion } from '../../src/answer/question.js';
import { TermMatcher } from '../../src/answer/term-matcher.js';
import { matcherOf } from './fixtures.js';

describe('the evidence of a text', () => {
  it('tells how well it holds each term of the question', () => {
    const evidence = matcherOf('troops parliament zebra').evidence(
      new AnalysedText('The soldiers met parliament.'),
    );
    const [troops, parliament, zebra] = evidence.strengths;
    expect(parliament).toBe(1);
    expect(troops).toBeGreaterThan(0);
    expect(troops).toBeLessThan(1);
    expect(zebra).toBe(0);
  });

  it('tells which words stand there in the very form of the question', () => {
    const evidence = matcherOf('troops voted').evidence(new AnalysedText('The vote on troops'));
    expect(evidence.sameForm).toEqual([true, false]);
  });

  it('tells where', () => {
    const evidence = matcherOf('troops voted').evidence(new AnalysedText('The vote on troops'));
    expect(evidence.places.map(({ at, match }) => [at, match.term.term])).toEqual([
      [1, 'vote'],
      [3, 'troop'],
    ]);
  });

  it('does not depend on what was read before it', () => {
    const shouting = new AnalysedText('THEY TOLD US');
    const country = new AnalysedText('The US left.');
    const fresh = matcherOf('US troops').evidence(country);
    const matcher = matcherOf('US troops');
    matcher.evidence(shouting);
    expect(matcher.evidence(country)).toEqual(fresh);
    expect(fresh.strengths[0]).toBe(1);
  });
});

describe('coverage', () => {
  const question = readQuestion('troops parliament');

  it('weighs each term by how rare it is', () => {
    const matcher = new TermMatcher(question, [3, 1]);
    expect(matcher.coverage([1, 0])).toBe(0.75);
    expect(matcher.coverage([0, 1])).toBe(0.25);
    expect(matcher.coverage([1, 1])).toBe(1);
  });

  it('is nothing for a question that names nothing', () => {
    expect(new TermMatcher(readQuestion('who is it'), []).coverage([])).toBe(0);
  });
});

describe('a name and its initials', () => {
  const strengths = (question: string, text: string): readonly number[] =>
    matcherOf(question).evidence(new AnalysedText(text)).strengths;

  it.each([
    ['What did the EU decide?', 'The European Union decided.'],
    ['What did the European Union decide?', 'The EU decided.'],
    ['What did the United Nations say?', 'The U.N. said little.'],
    ['When was the DOJ founded?', 'They founded the Department of Justice.'],
  ])('are the same: %s', (question, text) => {
    expect(strengths(question, text).every((strength) => strength >= 0.85)).toBe(true);
  });

  it('are not where the letters stand for something else', () => {
    expect(strengths('What did the EU decide?', 'European leaders decided.')).toEqual([0, 1]);
  });
});
