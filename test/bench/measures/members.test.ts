import { describe, expect, it } from 'vitest';
import type { ShownToMember } from '../../../bench/engines/engine.js';
import { measureMembers } from '../../../bench/measures/members.js';
import { silentProgress } from '../../../bench/progress.js';
import type { MembersQuestion } from '../../../bench/sets/members.js';

function questionOf(id: string, parts: Partial<MembersQuestion> = {}): MembersQuestion {
  return {
    id,
    group: 'figure',
    asked: null,
    question: id,
    previous: null,
    answerable: true,
    quote: [/right/i],
    value: [/^52$/],
    articles: [],
    ...parts,
  };
}

/** A question that nothing answers, though it looks so. */
const near = (id: string) => questionOf(id, { group: 'near', answerable: false, quote: [], value: [] });

const RIGHT = { text: 'This is right.', bold: null };
const WRONG = { text: 'This is not.', bold: null };

interface Case {
  readonly question: MembersQuestion;
  readonly shown: Partial<ShownToMember>;
}

async function measured(...cases: readonly Case[]) {
  const engine = {
    name: 'fixed',
    ask: async (asked: MembersQuestion): Promise<ShownToMember> => ({
      verdict: 'answer',
      quotes: [],
      values: [],
      confidence: 0.5,
      answerable: 0.5,
      time: 1,
      ...cases.find(({ question }) => question === asked)?.shown,
    }),
  };
  return measureMembers(
    engine,
    cases.map(({ question }) => question),
    silentProgress,
  );
}

describe('what a member is shown', () => {
  it('is right as an answer, right where it is seen, or not there', async () => {
    const { result } = await measured(
      { question: questionOf('answer'), shown: { quotes: [RIGHT] } },
      { question: questionOf('maybe'), shown: { verdict: 'maybe', quotes: [RIGHT] } },
      { question: questionOf('second'), shown: { quotes: [WRONG, RIGHT] } },
      { question: questionOf('none'), shown: { verdict: 'none', quotes: [RIGHT] } },
    );
    expect(result.figures).toMatchObject({
      questions: 4,
      'right first quote, as an answer': 1 / 4,
      'right first quote, seen at all': 2 / 4,
      'right among three, as an answer': 2 / 4,
      'right among three, seen at all': 3 / 4,
      'answered, of answerable': 2 / 4,
      'answers whose first quote is right': 1 / 2,
      'told none, of answerable': 1 / 4,
    });
  });

  it('is no answer where nothing answers', async () => {
    const { result } = await measured(
      { question: near('answered'), shown: { quotes: [RIGHT] } },
      { question: near('maybe'), shown: { verdict: 'maybe', quotes: [RIGHT] } },
    );
    expect(result.figures['answered, of unanswerable']).toBe(1 / 2);
  });

  it('is surer where the archive answers', async () => {
    const { result } = await measured(
      { question: questionOf('sure'), shown: { answerable: 0.9, confidence: 0.8, quotes: [RIGHT] } },
      { question: questionOf('unsure'), shown: { answerable: 0.4, confidence: 0.3, quotes: [WRONG] } },
      { question: near('near'), shown: { verdict: 'none', answerable: 0.6 } },
      { question: questionOf('off', { group: 'off-topic', answerable: false }), shown: { answerable: 0.1 } },
    );
    expect(result.figures).toMatchObject({
      'AUROC, answerable': 3 / 4,
      'AUROC, answerable against near': 1 / 2,
      'AUROC, right first quote': 1,
    });
  });

  it('is told for each group of questions', async () => {
    const { result } = await measured(
      { question: questionOf('a', { group: 'fact' }), shown: { quotes: [RIGHT] } },
      { question: questionOf('b', { group: 'latest' }), shown: { quotes: [WRONG] } },
      { question: questionOf('c', { group: 'latest' }), shown: { quotes: [RIGHT] } },
    );
    expect(result.figures).toMatchObject({
      '  seen first: fact': 1,
      '  seen first: latest': 1 / 2,
      'latest, first': 1 / 2,
    });
  });
});

describe('the values that a member is shown', () => {
  const bold = (words: string) => ({ text: `This is right: ${words}.`, bold: words });

  it('are right where they match, first and later ones each by themselves', async () => {
    const { result } = await measured(
      { question: questionOf('both'), shown: { quotes: [bold('52'), bold('53')], values: ['52'] } },
      { question: questionOf('wrong'), shown: { quotes: [bold('60')], values: ['60', '52'] } },
      { question: questionOf('plain'), shown: { quotes: [RIGHT] } },
    );
    expect(result.figures).toMatchObject({
      'answers that may show values': 3,
      'answers with a wrong value': 2 / 3,
      'first bolds': 2,
      'first bold right': 1 / 2,
      'later bolds': 1,
      'later bold right': 0,
      'lines of values': 2,
      'lines all right': 1 / 2,
      'questions with a value, of those that want one': 2 / 3,
    });
  });

  it('are all wrong where nothing answers', async () => {
    const { result } = await measured({
      question: near('near'),
      shown: { quotes: [bold('52')], values: ['52'] },
    });
    expect(result.figures).toMatchObject({ 'answers with a wrong value': 1, 'first bold right': 0 });
  });

  it('are not judged where no short answer is known', async () => {
    const { result } = await measured({
      question: questionOf('why', { value: [] }),
      shown: { quotes: [bold('52')] },
    });
    expect(result.figures).toMatchObject({ 'answers that may show values': 0, 'first bolds': 0 });
  });
});

describe('the failures', () => {
  it('are wrong quotes, wrong values, and answers where there is none', async () => {
    const { failures } = await measured(
      { question: questionOf('fine'), shown: { quotes: [RIGHT] } },
      { question: questionOf('quote', { previous: 'before' }), shown: { quotes: [WRONG] } },
      { question: questionOf('value'), shown: { quotes: [RIGHT], values: ['60'] } },
      { question: near('answered'), shown: { quotes: [RIGHT] } },
      { question: near('refused'), shown: { verdict: 'none' } },
    );
    expect(failures.map(({ question }) => question.trim())).toEqual([
      'quote (after: before)',
      'value',
      'answered',
    ]);
    expect(failures[2]).toMatchObject({ wanted: ['no answer'], verdict: 'near, answer with 0.50' });
  });
});

it('the time is that of the engine', async () => {
  const cases = [1, 2, 30].map((time) => ({ question: questionOf(`${time}`), shown: { time } }));
  expect((await measured(...cases)).result.time).toMatchObject({ median: 2 });
});
