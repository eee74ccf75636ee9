import { describe, expect, it } from 'vitest';
import { learnNameKinds } from '../../../bench/training/learn-name-kinds.js';
import { nameCases } from '../../../bench/training/name-cases.js';
import { nameKindsReport } from '../../../bench/training/name-kinds-report.js';
import type { NameFeatures } from '../../../src/text/name-features.js';
import { chancesBy, NAME_KINDS, unpackNameKinds } from '../../../src/text/name-kinds.js';

const PEOPLE = ['Maria Santos', 'John Smith', 'Ann Lee', 'Paul Brown', 'Peter Harley', 'Toby Dodge'];
const PLACES = ['Lakeview', 'Oakridge', 'Fairmont', 'Westbrook', 'Northgate', 'Redhill'];

/** Sentences in which a person speaks, or something happens at a place. */
const texts = Array.from({ length: 10 }, (_, number) => ({
  document: `${number}`,
  sentences: [
    ...PEOPLE.map((name) => sentence(`Yesterday ${name} said so.`, name, 'person')),
    ...PLACES.map((name) => sentence(`It rained in ${name} again.`, name, 'place')),
  ],
}));

function sentence(text: string, name: string, kind: 'person' | 'place') {
  const start = text.indexOf(name);
  return { text, names: [{ start, end: start + name.length, kind }] };
}

const model = unpackNameKinds(learnNameKinds(nameCases(texts).map((name) => ({ ...name, weight: 1 }))));
const chancesOf = (features: NameFeatures) => chancesBy(model, features);

describe('the learned kinds of names', () => {
  it.each([
    ['Yesterday Olga Petrova said so.', 'Olga Petrova', 'person'],
    ['It rained in Springvale again.', 'Springvale', 'place'],
  ] as const)('are told by what stands around a name that is new: %s', (text, name, kind) => {
    const [found] = nameCases([{ document: 'new', sentences: [sentence(text, name, kind)] }]);
    if (found === undefined) throw new Error('no name');
    const chances = chancesOf(found.features);
    expect(NAME_KINDS[chances.indexOf(Math.max(...chances))]).toBe(kind);
    const total = chances.reduce((sum, chance) => sum + chance, 0);
    expect(total).toBeCloseTo(1);
  });

  it('leave out what few names have', () => {
    expect([...model.rows.keys()].filter((name) => name.startsWith('w zanzibar'))).toEqual([]);
    const rare = learnNameKinds(
      nameCases([
        ...texts,
        { document: 'rare', sentences: [sentence('Yesterday Zanzibar said so.', 'Zanzibar', 'person')] },
      ]).map((name) => ({ ...name, weight: 1 })),
    );
    expect(rare.features.split('\n')).not.toContain('w zanzibar');
  });
});

describe('learning of kinds of names', () => {
  it('gives the same weights for the same cases', () => {
    const learn = () => learnNameKinds(nameCases(texts).map((name) => ({ ...name, weight: 1 })));
    expect(learn()).toEqual(learn());
  });
});

describe('the report on kinds of names', () => {
  it('tells how many are right, and precision and recall of each kind', () => {
    const cases = nameCases(texts.slice(0, 1));
    const [marked] = nameKindsReport('toy', cases, chancesOf).split('\n');
    expect(marked).toMatch(/^toy +marked +12 1\.000 {2}person 1\.000 1\.000 {2}place 1\.000 1\.000/);
    const [blind] = nameKindsReport('toy', cases, () => [1, 0, 0, 0]).split('\n');
    expect(blind).toMatch(/^toy +marked +12 0\.500 {2}person 0\.500 1\.000/);
  });
});
