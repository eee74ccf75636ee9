import { describe, expect, it } from 'vitest';
import { typeClasses, typeOfTrec, typesOfDossier } from '../../../../bench/training/types/type-classes.js';

describe('the type of a question of TREC', () => {
  it.each([
    ['NUM:count', 'How many people live in Chile?', 'count'],
    ['NUM:count', 'How many miles is it to Ohio?', 'measure'],
    ['NUM:count', 'How many years did it last?', 'duration'],
    ['NUM:period', 'How old was she?', 'age'],
    ['NUM:period', 'How long did it last?', 'duration'],
    ['NUM:date', 'When did it end?', 'date'],
    ['ENTY:event', 'What happened in 1899?', 'event'],
    ['HUM:ind', 'Who won?', 'person'],
    ['HUM:gr', 'Which company makes it?', 'organisation'],
    ['LOC:city', 'What is the capital of Chile?', 'place'],
    ['DESC:reason', 'Why did it end?', 'reason'],
    ['ENTY:animal', 'What bird is it?', 'thing'],
  ])('%s, “%s”', (fine, question, type) => {
    expect(typeOfTrec({ fine, question })).toBe(type);
  });
});

describe('the types that a question of a dossier may want', () => {
  it.each([
    ['count', 'How deep was it?', ['count', 'measure']],
    ['count', 'How old is she?', ['age']],
    ['yesno', 'Did it end?', ['yes or no']],
    ['near-miss', 'How deep was it?', []],
  ])('%s, “%s”', (kind, question, types) => {
    expect(typesOfDossier(question, kind)).toEqual(types);
  });
});

describe('the classes that are learned', () => {
  it('are TREC’s by type, and the types that these are not of, in order', () => {
    const classes = typeClasses([
      { fine: 'NUM:count', types: ['count'] },
      { fine: null, types: ['statement'] },
      { fine: 'HUM:ind', types: ['person'] },
      { fine: 'NUM:count', types: ['duration'] },
      { fine: null, types: ['person', 'event'] },
      { fine: 'HUM:ind', types: ['person'] },
    ]);
    expect(classes).toEqual([
      { fine: '', type: 'event' },
      { fine: '', type: 'statement' },
      { fine: 'HUM:ind', type: 'person' },
      { fine: 'NUM:count', type: 'count' },
      { fine: 'NUM:count', type: 'duration' },
    ]);
  });
});
