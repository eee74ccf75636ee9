import { describe, expect, it } from 'vitest';
import {
  crossValidateTypes,
  guessType,
  learnTypes,
  typeCases,
} from '../../../../bench/training/types/learn-types.js';
import { fineIsRight, typeIsRight, typesReport } from '../../../../bench/training/types/type-report.js';
import { TypeModel } from '../../../../src/answer/question/type-model.js';

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
const dossiers = SUBJECTS.flatMap((subject) => [
  { kind: 'span', question: `How long did ${subject} last?` },
  { kind: 'near-miss', question: `How deep is ${subject}?` },
]);
const members = SUBJECTS.flatMap((subject, at) => [
  { question: `what did they say about ${subject}`, type: 'statement' as const, writer: at % 2 ? 'a' : 'b' },
  { question: `how many saw ${subject}`, type: 'count' as const, writer: at % 2 ? 'a' : 'b' },
]);
const cases = typeCases({ trec, dossiers, members });
const model = learnTypes(cases);

describe('a question to learn from', () => {
  it('has the type that it wants, and TREC’s class where it is TREC’s', () => {
    expect(cases[0]).toMatchObject({ fine: 'NUM:count', types: ['count'], source: 'trec' });
    expect(cases.at(-1)).toMatchObject({ fine: null, types: ['count'], source: 'members', writer: 'a' });
  });

  it('is of a dossier only where its kind tells what is wanted', () => {
    const ofDossiers = cases.filter(({ source }) => source === 'dossiers');
    expect(ofDossiers.map(({ types }) => types)).toEqual(SUBJECTS.map(() => ['duration']));
  });

  it('is learned in keywords, too, where TREC asks for a noun', () => {
    const copies = typeCases({
      trec: [{ fine: 'NUM:other', question: 'What is the population of Ohio ?' }],
      dossiers: [],
      members: [],
    });
    expect(copies.map(({ question, original }) => [question, original])).toEqual([
      ['What is the population of Ohio ?', null],
      ['ohio population', 'What is the population of Ohio ?'],
    ]);
  });
});

describe('a learned classifier', () => {
  it('tells the type of questions like those it learned from', () => {
    const guesses = typeCases({
      trec: [
        { fine: 'NUM:count', question: 'How many people saw the game ?' },
        { fine: 'HUM:ind', question: 'Who stopped the game ?' },
      ],
      dossiers: [{ kind: 'span', question: 'How long did the game last?' }],
      members: [{ question: 'what did they say about the game', type: 'statement', writer: 'c' }],
    }).map(({ features }) => guessType(model, features).type);
    expect(guesses).toEqual(['count', 'person', 'duration', 'statement']);
  });

  it('tells TREC’s fine and coarse classes, too', () => {
    const [first] = cases;
    expect(first && guessType(model, first.features)).toMatchObject({ fine: 'NUM:count', coarse: 'NUM' });
  });

  it('is measured as it is kept', () => {
    const kept = new TypeModel(JSON.parse(JSON.stringify(model.packed)));
    for (const { features, question } of cases) {
      const chances = [...kept.typeChances(features)].sort((a, b) => b[1] - a[1]);
      expect(chances[0]?.[0], question).toBe(guessType(model, features).type);
    }
  });

  it('is the same when it is learned again', () => {
    expect(learnTypes(cases)).toEqual(model);
  });
});

describe('the judgement of a classifier', () => {
  const judged = crossValidateTypes(cases, 4);

  it('guesses each question once, by a model that has not seen it', () => {
    expect(judged.map(({ question }) => question).sort()).toEqual(
      cases.map(({ question }) => question).sort(),
    );
    expect(judged.filter(typeIsRight).length).toBeGreaterThan(0.7 * judged.length);
  });

  it('takes a question that only its own writer asks so for something else', () => {
    const odd = ['gimme a quote', 'gimme a quote pls', 'gimme a quote now'].map((question) => ({
      question,
      type: 'statement' as const,
      writer: 'alone',
    }));
    const ofAlone = crossValidateTypes(typeCases({ trec, dossiers, members: odd }), 4).filter(
      ({ writer }) => writer === 'alone',
    );
    expect(ofAlone).toHaveLength(3);
    expect(ofAlone.filter(typeIsRight)).toEqual([]);
  });

  it('is told for TREC, for members, and for each writer', () => {
    const report = typesReport(judged);
    const ofTrec = judged.filter(({ source }) => source === 'trec');
    const share = (ofTrec.filter(fineIsRight).length / ofTrec.length).toFixed(3);
    expect(report).toMatch(new RegExp(`TREC, fine +24 +${share.replace('.', '\\.')}\n`));
    for (const name of ['TREC, coarse', 'TREC, our types', 'members, our types', 'writer a', 'writer b'])
      expect(report).toContain(name);
  });
});
