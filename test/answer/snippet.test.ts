import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankCandidates } from '../../src/answer/rank.js';
import { makeSnippet, SNIPPET_CHARACTERS, verbatim } from '../../src/answer/snippet.js';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import { articleOf, candidatesOf } from './fixtures.js';

/** The snippet around a sentence, by its number. */
function snippet(question: string, article: ArchivedArticle, number: number) {
  const ranked = rankCandidates(candidatesOf(question, article)).find(
    ({ sentence }) => sentence.number === number,
  );
  if (ranked === undefined) throw new Error(`no sentence ${number}`);
  return makeSnippet(ranked);
}

function words(question: string, article: ArchivedArticle, number: number): string {
  return snippet(question, article, number).text;
}

const LONG =
  'Parliament met for a session that went on into the night without any result at all, as many had expected '
    .repeat(3)
    .trim();

describe('a snippet', () => {
  it('is the sentence itself where that answers plainly', () => {
    const article = articleOf({}, ['It was cold.', 'In all 173 lawmakers voted.', 'The crowd left.']);
    expect(snippet('how many lawmakers voted', article, 1)).toMatchObject({
      text: 'In all 173 lawmakers voted.',
      first: 1,
      last: 1,
      alsoIn: [],
    });
  });

  it('is the sentence with the rest of its paragraph where that is short and the answer less plain', () => {
    const article = articleOf({}, ['It was cold.', 'The vote mattered.', 'The crowd left.'], ['Oil rose.']);
    expect(words('which vote mattered to whom', article, 1)).toBe(
      'It was cold. The vote mattered. The crowd left.',
    );
  });

  it('goes on with the paragraphs around it where it does not answer plainly', () => {
    const article = articleOf({}, ['It was cold.'], ['Parliament voted.'], ['The vote was on a Sunday.']);
    expect(snippet('why did parliament vote', article, 1).text).toBe(
      'It was cold. Parliament voted. The vote was on a Sunday.',
    );
  });

  it('tells the paragraph it begins in, as people count', () => {
    const article = articleOf({}, ['It was cold.'], [null, 'Parliament voted.']);
    expect(snippet('parliament voted', article, 1).paragraph).toBe(2);
  });

  it('tells its source, and opening words for want of a title', () => {
    const article = articleOf({ id: 'vote', publisher: 'The Paper' }, ['Parliament voted.']);
    expect(snippet('parliament voted', article, 0).source).toEqual({
      article: 'vote',
      title: null,
      label: expect.stringContaining('Parliament voted'),
      publisher: 'The Paper',
      published: null,
      url: null,
    });
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

  it('brings a neighbour along that holds more of the question', () => {
    const article = articleOf({}, ['The vote was on Sunday.', 'Halbousi opened the session at noon.']);
    expect(words('when was the vote that Halbousi opened', article, 0)).toBe(
      'The vote was on Sunday. Halbousi opened the session at noon.',
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

describe('the length of a snippet', () => {
  it('is that of its sentence, where that alone is longer than the rest may be', () => {
    const article = articleOf({}, ['Smith spoke.', `${LONG} ${LONG}.`]);
    expect(words('parliament session', article, 1)).toBe(`${LONG} ${LONG}.`);
  });

  const word = fc.constantFrom(
    'Parliament',
    'he',
    'said',
    'troops',
    '“No',
    'yes”',
    '"',
    'Smith',
    'voted',
    'it',
  );
  const sentence = fc
    .array(word, { minLength: 1, maxLength: 30 })
    .map((all) => `${all.join(' ').replace(/^./u, (letter) => letter.toUpperCase())}.`);
  const article = fc
    .array(fc.tuple(fc.boolean(), fc.array(sentence, { minLength: 1, maxLength: 5 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((paragraphs) =>
      articleOf({}, ...paragraphs.map(([broken, all]) => (broken ? [null, ...all] : all))),
    );

  it('is at most three sentences and 350 characters, with the sentence itself and no break in it', () => {
    fc.assert(
      fc.property(
        article,
        fc.constantFrom('what did Smith say', 'troops voted', 'who said it'),
        (given, question) => {
          for (const ranked of rankCandidates(candidatesOf(question, given))) {
            const { first, last, text } = makeSnippet(ranked);
            const { number } = ranked.sentence;
            expect(first <= number && number <= last && last - first < 3).toBe(true);
            if (first < last) expect(text.length).toBeLessThanOrEqual(SNIPPET_CHARACTERS);
            expect(given.sentences.slice(first + 1, last + 1).some(({ afterBreak }) => afterBreak)).toBe(
              false,
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leaves its highlight inside the sentence that was found', () => {
    fc.assert(
      fc.property(article, (given) => {
        for (const ranked of rankCandidates(candidatesOf('what did Smith say', given))) {
          const { text, highlight } = makeSnippet(ranked);
          if (highlight === null) continue;
          expect(ranked.sentence.text).toContain(text.slice(...highlight));
          expect(highlight[0]).toBeLessThan(highlight[1]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the words of sentences', () => {
  const article = articleOf({}, ['They met.', 'They voted.'], ['They left.']);

  it('are those of the article, with the place of one of the sentences', () => {
    expect(verbatim(article, 0, 2, 1)).toEqual({ text: 'They met. They voted. They left.', offset: 10 });
  });

  it('are refused when the article has others, and the reader is told what to do', () => {
    const [first, ...others] = article.sentences;
    if (first === undefined) throw new Error('no sentence');
    const damaged = { ...article, sentences: [{ ...first, text: 'They never met.' }, ...others] };
    expect(() => verbatim(damaged, 0, 1)).toThrow(
      expect.objectContaining({
        code: 'quote-not-verbatim',
        hint: expect.stringContaining('index --rebuild'),
      }),
    );
    expect(() => verbatim(article, 7, 7)).toThrow(expect.objectContaining({ code: 'quote-not-verbatim' }));
  });
});
