import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Extent,
  likeliestExtent,
  possibleExtents,
  QUOTE_CHARACTERS,
  withoutAnnouncement,
} from '../../../src/answer/quotes/extent.js';
import { verbatim } from '../../../src/answer/quotes/snippet.js';
import { type RankedSentence, rankCandidates } from '../../../src/answer/ranking/rank.js';
import type { ArchivedArticle } from '../../../src/archive/passage.js';
import { anyArticle, articleOf, candidatesOf, rankedSentence } from '../fixtures.js';

/** The quote that `selectQuotes` makes around a sentence with these chances. */
function quoteExtent(ranked: RankedSentence, chanceOf: (sentence: number) => number): Extent {
  const possible = possibleExtents(ranked);
  return withoutAnnouncement(
    ranked.article,
    likeliestExtent(ranked.article, possible, chanceOf),
    possible[0],
  );
}

/** The quote around a sentence; `likely` are the chances of the article's sentences to answer. */
function words(
  question: string,
  article: ArchivedArticle,
  number: number,
  likely: readonly number[] = [],
): string {
  const [first, last] = quoteExtent(rankedSentence(question, article, number), (at) => likely[at] ?? 0);
  return verbatim(article, first, last).text;
}

const LONG =
  'Parliament met for a session that went on into the night without any result at all, as many had expected '
    .repeat(3)
    .trim();

describe('what is quoted', () => {
  it('is as much as there is room for', () => {
    const article = articleOf({}, ['It was cold.'], ['Parliament voted.'], ['The vote was on a Sunday.']);
    expect(words('why did parliament vote', article, 1)).toBe(
      'It was cold. Parliament voted. The vote was on a Sunday.',
    );
  });

  it('are those neighbours that likely answer too, where there is no room for all', () => {
    const article = articleOf({}, [
      'It rained.',
      'It was cold.',
      'Parliament voted.',
      'Iraq was angry.',
      'So was Iran.',
    ]);
    expect(words('why did parliament vote', article, 2, [0.1, 0.1, 0.5])).toMatch(/^It rained/);
    expect(words('why did parliament vote', article, 2, [0, 0, 0.5, 0.1, 0.1])).toMatch(/So was Iran\.$/);
  });
});

describe('what is quoted of an interview', () => {
  const interview = articleOf(
    {},
    ['KELLY: Is the bridge open?'],
    ['BRANDT: It is closed.', 'Boats go every hour.'],
    ['KELLY: Are the ferries free?'],
    ['BRANDT: The ferries are free until May.'],
    ['The lines:'],
    [`Line 1 leaves the pier, ${LONG}`],
  );

  it('is what one speaker says', () => {
    expect(words('how often do boats go', interview, 2)).toBe('BRANDT: It is closed. Boats go every hour.');
  });

  it('has the answer that follows a question', () => {
    expect(words('are the ferries free', interview, 3)).toBe(
      'KELLY: Are the ferries free? BRANDT: The ferries are free until May.',
    );
  });

  it('does not end with what announces more', () => {
    expect(words('when are the ferries free', interview, 4)).toBe('BRANDT: The ferries are free until May.');
  });
});

describe('a sentence that cannot be understood alone', () => {
  it.each(['He said troops would stay.', '“They want troops to stay.”', 'But his troops would stay.'])(
    'brings the sentence before it along: %s',
    (text) => {
      const article = articleOf({}, ['President Smith spoke on Sunday.', text]);
      expect(words('will troops stay', article, 1)).toBe(`President Smith spoke on Sunday. ${text}`);
    },
  );

  it('stays alone where something was cleaned out before it', () => {
    const article = articleOf({}, ['President Smith spoke on Sunday.'], [null, 'He said troops would stay.']);
    expect(words('will troops stay', article, 1)).toBe('He said troops would stay.');
  });

  it('stays alone where the two are too long', () => {
    const article = articleOf({}, [`President Smith spoke. ${LONG}.`, 'He said troops would stay.']);
    expect(words('will troops stay', article, 1)).toBe('He said troops would stay.');
  });

  it('brings what it announces along', () => {
    const article = articleOf({}, ['Ortagus said in a statement:'], ['The United States is disappointed.']);
    expect(words('what did Ortagus say', article, 0)).toBe(
      'Ortagus said in a statement: The United States is disappointed.',
    );
  });
});

describe('a quote', () => {
  it('never runs over what was cleaned out, not even a bullet', () => {
    const plain = articleOf({}, ['President Smith spoke on Sunday.'], ['He said troops would stay.']);
    const [first, second] = plain.paragraphs;
    if (first === undefined || second === undefined) throw new Error('no paragraphs');
    const bulleted = { ...plain, paragraphs: [first, { ...second, opened: true as const }] };
    expect(words('will troops stay', plain, 1)).toContain('President Smith');
    expect(words('will troops stay', bulleted, 1)).toBe('He said troops would stay.');
  });
});

describe('a quotation', () => {
  it('that runs over sentences is kept whole', () => {
    const article = articleOf({}, ['“We’ll watch.', 'We follow the troops closely,” Pompeo said.']);
    const whole = '“We’ll watch. We follow the troops closely,” Pompeo said.';
    expect(words('troops', article, 1)).toBe(whole);
    expect(words('watch', article, 0)).toBe(whole);
  });

  it('in straight marks is kept whole', () => {
    const article = articleOf({}, ['"This is a victory.', 'It is a message to the troops," they said.']);
    expect(words('troops', article, 1)).toBe(
      '"This is a victory. It is a message to the troops," they said.',
    );
  });

  it('goes on with what somebody said next, in a question about that', () => {
    const article = articleOf({}, ['Graham said the vote was a concern.', 'Iran bribes politicians.']);
    expect(words('what did Graham say', article, 0)).toBe(
      'Graham said the vote was a concern. Iran bribes politicians.',
    );
  });
});

describe('the length of a quote', () => {
  it('is that of its sentence, where that alone is longer than the rest may be', () => {
    const article = articleOf({}, ['Smith spoke.', `${LONG} ${LONG}.`]);
    expect(words('parliament session', article, 1)).toBe(`${LONG} ${LONG}.`);
  });

  it('is at most three sentences and 350 characters, with the sentence itself and no break in it', () => {
    fc.assert(
      fc.property(
        anyArticle,
        fc.constantFrom('what did Smith say', 'troops voted', 'who said it'),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (given, question, likely) => {
          for (const ranked of rankCandidates(candidatesOf(question, given))) {
            const [first, last] = quoteExtent(ranked, (number) => likely[number] ?? 0);
            const { number } = ranked.sentence;
            expect(first <= number && number <= last && last - first < 3).toBe(true);
            const { text } = verbatim(given, first, last);
            if (first < last) expect(text.length).toBeLessThanOrEqual(QUOTE_CHARACTERS);
            expect(given.sentences.slice(first + 1, last + 1).some(({ afterBreak }) => afterBreak)).toBe(
              false,
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
