import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/answer/question/question.js';
import { TermMatcher } from '../../../src/answer/retrieval/term-matcher.js';
import { AnalysedText } from '../../../src/text/analysed-text.js';
import { matcherOf } from '../fixtures.js';

function fail(word: string): never {
  throw new Error(`no token: ${word}`);
}

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
    expect(evidence.sameForm).toEqual([1, 0]);
  });

  it('tells where', () => {
    const { places } = matcherOf('troops voted').evidence(new AnalysedText('The vote on troops'));
    expect(places).toEqual([
      { at: 1, match: { index: 1, strength: 1 } },
      { at: 3, match: { index: 0, strength: 1 } },
    ]);
  });

  it('tells the best term where a word stands for several', () => {
    const { places, strengths } = matcherOf('soldiers troops').evidence(new AnalysedText('The troops left.'));
    expect(places.map(({ at, match }) => [at, match.index])).toEqual([[1, 1]]);
    expect(strengths[1]).toBe(1);
    expect(strengths[0]).toBeGreaterThan(0);
  });

  it('is nothing for a text or a question without words', () => {
    expect(matcherOf('troops').evidence(new AnalysedText('?!'))).toEqual({
      strengths: [0],
      sameForm: [0],
      places: [],
    });
    expect(matcherOf('who is it').evidence(new AnalysedText('The troops left.')).places).toEqual([]);
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

describe('the nearness in meaning', () => {
  const matcher = matcherOf('soldiers parliament');

  it('is greater for a word that means nearly the same', () => {
    const [near = 0, far = 0] = ['troops', 'banana'].map(
      (word) => matcher.similarity(new AnalysedText(word).forms[0] ?? fail(word))[0] ?? 0,
    );
    expect(near).toBeGreaterThan(far);
  });

  it('of a text is that of its nearest content word, and at least nothing', () => {
    const text = new AnalysedText('The troops ate a banana.');
    const [toSoldiers = 0] = matcher.similarities(text);
    const each = text.forms.filter(({ stop }) => !stop).map((form) => matcher.similarity(form)[0] ?? 0);
    expect(toSoldiers).toBeCloseTo(Math.max(...each));
    expect(matcher.similarities(new AnalysedText('?'))).toEqual([0, 0]);
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

  it('counts a term less by its share', () => {
    const [kill, troop] = new TermMatcher(readQuestion('how many were killed', 'how many troops'), [1, 1])
      .weights;
    expect(troop).toBeLessThan(kill ?? 0);
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
