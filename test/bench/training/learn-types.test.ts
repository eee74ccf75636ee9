import { describe, expect, it } from 'vitest';
import {
  crossValidateTypes,
  guessType,
  holdWritersOut,
  learnTypes,
  typeCases,
} from '../../../bench/training/learn-types.js';
import { fineIsRight, typeIsRight, typesReport } from '../../../bench/training/type-report.js';
import { packTypeModel } from '../../../bench/training/type-weights.js';
import { typeChances } from '../../../src/answer/question/type-model.js';

const SUBJECTS = [
  'the mayor',
  'the vote',
  'the river',
  'the storm',
  'the strike',
  'the film',
  'the war',
  'the law',
];

const trec = SUBJECTS.flatMap((subject) => [
  { fine: 'NUM:count', question: `How many people saw ${subject} ?` },
  { fine: 'NUM:date', question: `When did ${subject} end ?` },
  { fine: 'HUM:ind', question: `Who stopped ${subject} ?` },
]);
const members = SUBJECTS.flatMap((subject, at) => [
  { question: `what did they say about ${subject}`, type: 'statement' as const, writer: at % 2 ? 'a' : 'b' },
  { question: `how many saw ${subject}`, type: 'count' as const, writer: at % 2 ? 'a' : 'b' },
]);
const cases = typeCases(trec, members);

describe('a question to learn from', () => {
  it('has the type that it wants, and TREC’s class where it is TREC’s', () => {
    expect(cases).toHaveLength(trec.length + members.length);
    expect(cases[0]).toMatchObject({ fine: 'NUM:count', type: 'count', writer: 'trec' });
    expect(cases.at(-1)).toMatchObject({ fine: '', type: 'count' });
    for (const { features } of cases) expect(features.length).toBeGreaterThan(3);
  });
});

describe('a learned classifier', () => {
  const model = learnTypes(cases);

  it('tells the type of questions like those it learned from', () => {
    const guesses = typeCases(
      [
        { fine: 'NUM:count', question: 'How many people saw the game ?' },
        { fine: 'HUM:ind', question: 'Who stopped the game ?' },
      ],
      [{ question: 'what did they say about the game', type: 'statement', writer: 'c' }],
    ).map(({ features }) => guessType(model, features).type);
    expect(guesses).toEqual(['count', 'person', 'statement']);
  });

  it('tells TREC’s fine and coarse classes, too', () => {
    const [first] = cases;
    expect(first && guessType(model, first.features)).toMatchObject({ fine: 'NUM:count', coarse: 'NUM' });
  });

  it('tells the same once it is packed in whole numbers', () => {
    const packed = packTypeModel(model);
    for (const { features, question } of cases) {
      const chances = [...typeChances(packed, features)].sort((a, b) => b[1] - a[1]);
      expect(chances[0]?.[0], question).toBe(guessType(model, features).type);
    }
    for (const pairs of Object.values(packed.features))
      for (const step of pairs) expect(Number.isInteger(step)).toBe(true);
  });
});

describe('the judgement of a classifier', () => {
  const folded = crossValidateTypes(cases, 4);
  const heldOut = holdWritersOut(cases);

  it('guesses each question once, by a model that has not seen it', () => {
    expect(folded.map(({ question }) => question).sort()).toEqual(
      cases.map(({ question }) => question).sort(),
    );
    expect(folded.filter(typeIsRight).length).toBeGreaterThan(0.8 * folded.length);
  });

  it('guesses the questions of each writer by a model of the others, and not TREC’s', () => {
    expect(heldOut.map(({ question }) => question).sort()).toEqual(
      members.map(({ question }) => question).sort(),
    );
  });

  it('takes a question that nobody else asks so for something else', () => {
    const odd = typeCases(trec, [{ question: 'gimme a quote', type: 'statement', writer: 'alone' }]);
    expect(holdWritersOut(odd).filter(typeIsRight)).toEqual([]);
  });

  it('is told for TREC, for members, and for each writer', () => {
    const report = typesReport(folded, heldOut);
    const share = (rows: typeof folded, isRight: typeof typeIsRight) =>
      (rows.filter(isRight).length / rows.length).toFixed(3);
    const ofTrec = folded.filter(({ fine }) => fine !== '');
    expect(report).toContain(`TREC, fine                   24  ${share(ofTrec, fineIsRight)}\n`);
    for (const name of ['TREC, coarse', 'TREC, our types', 'members, our types', 'writer a', 'writer b'])
      expect(report).toContain(name);
  });
});
