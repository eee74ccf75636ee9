import { describe, expect, it } from 'vitest';
import { typeClasses, typeOfTrec } from '../../../bench/training/type-classes.js';

describe('the type of a question of TREC', () => {
  it.each([
    ['NUM:count', 'How many people live in Chile?', 'count'],
    ['NUM:count', 'How many miles is it to Ohio?', 'measure'],
    ['NUM:count', 'How many years did it last?', 'duration'],
    ['NUM:period', 'How old was she?', 'age'],
    ['NUM:period', 'How long did it last?', 'duration'],
    ['NUM:date', 'When did it end?', 'date'],
    ['HUM:ind', 'Who won?', 'person'],
    ['HUM:gr', 'Which company makes it?', 'organisation'],
    ['LOC:city', 'What is the capital of Chile?', 'place'],
    ['DESC:reason', 'Why did it end?', 'reason'],
    ['ENTY:animal', 'What bird is it?', 'thing'],
  ])('%s, “%s”', (fine, question, type) => {
    expect(typeOfTrec({ fine, question })).toBe(type);
  });
});

describe('the classes that are learned', () => {
  it('are those of the questions by type, in order, and the types that TREC has not', () => {
    const classes = typeClasses([
      { fine: 'NUM:count', question: 'How many?' },
      { fine: 'HUM:ind', question: 'Who?' },
      { fine: 'NUM:count', question: 'How many years?' },
      { fine: 'HUM:ind', question: 'Who else?' },
    ]);
    expect(classes.slice(0, 3)).toEqual([
      { fine: 'HUM:ind', type: 'person' },
      { fine: 'NUM:count', type: 'count' },
      { fine: 'NUM:count', type: 'duration' },
    ]);
    expect(classes.slice(3).map(({ type }) => type)).toEqual(['statement', 'event', 'yes or no']);
  });
});
