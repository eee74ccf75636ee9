import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuestion, QUESTION_LIMIT, readQuestion } from '../../../src/answer/question/question.js';
import { UserError } from '../../../src/user-error.js';
import { anyText } from '../../text/any-text.js';

function terms(question: string, previous?: string): string[] {
  return readQuestion(question, previous).terms.map(({ term }) => term);
}

/** The words that an answer cannot replace by others. */
function particulars(question: string): string[] {
  return readQuestion(question).terms.flatMap(({ token, particular }) => (particular ? [token.text] : []));
}

describe('the terms of a question', () => {
  it('are its content words, once each and in order', () => {
    expect(terms('How many troops, I mean troops, are in Iraq?')).toEqual(['troop', 'mean', 'iraq']);
  });

  it.each([
    ['how many us troops are in iraq', ['u.s.', 'troop', 'iraq']],
    ['when did us invade', ['u.s.', 'invad']],
    ['what did the us say', ['u.s.', 'say']],
    ['what did they tell us?', []],
    ['what did he tell us about iraq', ['iraq']],
  ])('hold “us” for the country where it is meant: %s', (question, expected) => {
    const found = terms(question).filter((term) => expected.includes(term) || term === 'u.s.');
    expect(found).toEqual(expected);
  });

  it.each([
    ['what year did the US invade', 'year'],
    ['who resigned this week', 'week'],
    ['which film opened recently', 'recent'],
  ])('count less where they only say when, or what is wanted: %s, %s', (question, formal) => {
    const { terms: found } = readQuestion(question);
    const share = found.find(({ term }) => term.startsWith(formal))?.share ?? 1;
    expect(share).toBeLessThan(1);
    for (const other of found) if (!other.term.startsWith(formal)) expect(other.share).toBeGreaterThan(share);
  });

  it('count less where they stand only in a sentence before the one that asks', () => {
    const { terms: found } = readQuestion('The queen visited Rome. When did the queen die?');
    const shares = Object.fromEntries(found.map(({ term, share }) => [term, share]));
    expect(shares.rome).toBeLessThan(1);
    expect(shares.queen).toBe(1);
    expect(shares.die).toBe(1);
  });

  it('join a verb of two words', () => {
    expect(terms('who wants to kick out the americans')).toContain('expel');
  });

  it('know the words that may stand for them', () => {
    const [troops] = readQuestion('troops').terms;
    expect(troops?.related.get('soldier')).toBeGreaterThan(0);
  });

  it.each(['', '?', 'who is it', '...', '🙂', '\u0000'])('are none in %j', (question) => {
    expect(terms(question)).toEqual([]);
  });
});

describe('the focus of a question', () => {
  it.each([
    ['How many troops are in Iraq?', 'troop'],
    ['how many us troops are in iraq', 'troop'],
    ['number of seats', 'seat'],
    ['what is the name of the leader', 'leader'],
    ['why did they leave', undefined],
    ['who won', undefined],
  ])('is the noun that is asked for: %s', (question, term) => {
    const { terms: found, focus } = readQuestion(question);
    expect(found[focus]?.term).toBe(term);
  });
});

describe('a particular of a question', () => {
  it.each([
    ['How many troops are in Iraq?', ['Iraq']],
    ['how many troops died in 1983', ['1983']],
    ['how many us troops', ['us']],
    ['What did Lindsey Graham say?', ['Lindsey', 'Graham']],
    ['how many troops left', []],
    ['what did russia say about iran', ['russia', 'iran']],
    ['did the british and the kuwaitis leave', ['british', 'kuwaitis']],
    ['How many MPs were on TV?', []],
    ['is it a nice day', []],
  ])('is a name or a number: %s', (question, expected) => {
    expect(particulars(question)).toEqual(expected);
  });
});

describe('a word that no dictionary has', () => {
  it.each(['soleimani', 'parlaiment', 'qwertz'])('is a name or a slip of the pen: %s', (word) => {
    expect(readQuestion(`what about ${word}`).terms.at(-1)?.known).toBe(false);
  });
});

describe('a follow-up', () => {
  const earlier = 'How many troops are in Iraq?';

  it('carries the words of the question before it along, with less weight', () => {
    const { terms: found, followsUp } = readQuestion('How many were killed?', earlier);
    expect(found.map(({ term }) => term)).toEqual(['kill', 'troop', 'iraq']);
    expect(found.map(({ share }) => share < 1)).toEqual([false, true, true]);
    expect(followsUp).toBe(earlier);
  });

  it('holds a word that both have once, with full weight', () => {
    const { terms: found } = readQuestion('who sent the troops?', earlier);
    expect(found.filter(({ term }) => term === 'troop').map(({ share }) => share)).toEqual([1]);
  });

  it.each(['And in Syria?', 'what about Syria', 'Syria?'])(
    'wants what the question before it wanted, unless it says what: %s',
    (question) => {
      const { type, terms: found, focus } = readQuestion(question, earlier);
      expect([type, found[focus]?.term]).toEqual(['count', 'troop']);
    },
  );

  it.each([
    ['Who sent them?', 'person'],
    ['why?', 'reason'],
    ['is it true?', 'yes or no'],
    ['when?', 'date'],
    ['where', 'place'],
  ])('wants what it says: %s', (question, type) => {
    expect(readQuestion(question, earlier).type).toBe(type);
  });

  it.each([null, '', ' '])('of nothing is a question of its own: %j', (previous) => {
    expect(readQuestion('And in Syria?', previous)).toEqual(readQuestion('And in Syria?'));
  });
});

describe('a question that cannot be read', () => {
  function fault(question: string): unknown {
    try {
      checkQuestion(question);
    } catch (error) {
      return error;
    }
    return null;
  }

  it.each(['', ' ', '\n\t', '\u00a0'])('is empty: %j', (question) => {
    expect(fault(question)).toMatchObject({ code: 'question-empty', hint: expect.stringContaining('?') });
  });

  it('is too long, and is told by how much', () => {
    const error = fault('a'.repeat(QUESTION_LIMIT + 1));
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code: 'question-long', message: expect.stringContaining('401') });
  });

  it('is not one of just the length allowed, nor one with space around it', () => {
    expect(fault(`  ${'a'.repeat(QUESTION_LIMIT)}  `)).toBeNull();
  });
});

describe('any question', () => {
  const anyQuestion = fc.oneof(
    anyText(QUESTION_LIMIT),
    fc
      .array(
        fc.constantFrom(
          ...'how many much what who is did say the US us troops Iraq of number year name ? 5,200 constructor __proto__ \ud83d'.split(
            ' ',
          ),
        ),
        { maxLength: 20 },
      )
      .map((words) => words.join(' ')),
  );

  it('is read, with or without one before it', () => {
    fc.assert(
      fc.property(anyQuestion, fc.option(anyQuestion), (question, previous) => {
        const read = readQuestion(question, previous);
        expect(read.text).toBe(question.trim());
        for (const { term, share } of read.terms) {
          expect(term).not.toBe('');
          expect(share > 0 && share <= 1).toBe(true);
        }
        expect(read.focus).toBeGreaterThanOrEqual(-1);
        expect(read.focus).toBeLessThan(read.terms.length);
        expect(new Set(read.terms.map(({ term }) => term)).size).toBe(read.terms.length);
      }),
    );
  });
});
