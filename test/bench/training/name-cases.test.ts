import { describe, expect, it } from 'vitest';
import { type NameCase, nameCases } from '../../../bench/training/name-cases.js';
import { NAME_KINDS } from '../../../src/text/name-kinds.js';

type Kind = (typeof NAME_KINDS)[number];

/** The names of a sentence of which these words are marked. */
function casesOf(text: string, ...marked: readonly (readonly [words: string, kind: Kind])[]): NameCase[] {
  const names = marked.map(([words, kind]) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, kind };
  });
  return nameCases([{ document: 'a', sentences: [{ text, names }] }]);
}

const told = ({ tokens, first, last, kind, from, isName }: NameCase) => ({
  words: tokens
    .slice(first, last + 1)
    .map((token) => token.text)
    .join(' '),
  kind: NAME_KINDS[kind],
  from,
  isName,
});

describe('a name to learn from', () => {
  it('is marked, and found alike', () => {
    expect(casesOf('Then Maria Santos left.', ['Maria Santos', 'person']).map(told)).toEqual([
      { words: 'Maria Santos', kind: 'person', from: 'both', isName: true },
    ]);
  });

  it('is marked where no name is found', () => {
    const [marked] = casesOf('They read Then again.', ['Then', 'other']).map(told);
    expect(marked).toMatchObject({ words: 'Then', kind: 'other', isName: true });
  });

  it('is found where nobody marked one', () => {
    expect(casesOf('Then Maria Santos left.').map(told)).toEqual([
      { words: 'Maria Santos', kind: 'other', from: 'found', isName: false },
    ]);
  });

  it('is found with more words than are marked, and is what they end with', () => {
    const [found] = casesOf('Then Iranian Gen. Qasem Soleimani left.', ['Qasem Soleimani', 'person'])
      .map(told)
      .filter(({ from }) => from === 'found');
    expect(found).toMatchObject({ words: 'Iranian Gen Qasem Soleimani', kind: 'person', isName: true });
  });

  it('is a place that everybody knows, whatever marked it', () => {
    const [first] = casesOf('They beat Germany.', ['Germany', 'organisation']).map(told);
    expect(first).toMatchObject({ words: 'Germany', kind: 'place' });
  });

  it('is none without a capital', () => {
    expect(casesOf('the mayor left.', ['mayor', 'person'])).toEqual([]);
  });
});
