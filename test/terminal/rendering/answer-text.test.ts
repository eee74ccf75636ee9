import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { answerText, explanationText } from '../../../src/terminal/rendering/answer-text.js';
import {
  answer,
  axios,
  estimate,
  estimated,
  maybe,
  moreThan,
  nameless,
  noAnswer,
  plain,
  times,
  troops,
} from '../fixtures.js';

describe('an answer in a terminal', () => {
  it('shows the values, then the quotes with their sources', () => {
    expect(answerText(answer, plain)).toBe(`more than 5,000 [1] · estimated 5,000 [2]

[1] The vote could result in the removal of more than 5,000 U.S. soldiers and
    unspecified number of contractors stationed in the country.
    Los Angeles Times · “Iraq’s parliament voted on Sunday…” · 5 January 2020 ·
    paragraph 2

[2] The expulsion of the estimated 5,000 US troops would be a damaging blow.
    “Lawmakers on Sunday…” · paragraph 4
    also in Axios · Iraqi parliament calls · 5 January 2020`);
  });

  it('cites a caption as one', () => {
    const caption = { ...estimate, caption: true } as const;
    expect(answerText({ ...answer, snippets: [caption], values: [] }, plain)).toContain('· photo caption');
  });

  it('has no line of values where none is sure', () => {
    expect(answerText({ ...answer, values: [] }, plain)).toMatch(/^\[1\] The vote/);
  });

  it('shows figures of different days as a course, oldest first', () => {
    const course = [
      { ...moreThan, day: '2020-01-06' },
      { ...estimated, day: '2020-01-05' },
    ] as const;
    expect(answerText({ ...answer, values: course }, plain)).toMatch(
      /^estimated 5,000 \(5 January 2020\) \[2\] → more than 5,000 \(6 January 2020\) \[1\]\n\n/,
    );
  });

  it('says with which question a follow-up was read', () => {
    const followUp = { ...answer, reading: { ...answer.reading, followsUp: 'Who voted?' } };
    expect(answerText(followUp, plain)).toMatch(/^Read together with: Who voted\?\n\n/);
  });

  it.each(['what happened on 5 January 2020', 'what happened in Iraq on 5 January 2020?'])(
    'leads to the digest of the day whose news are asked for: %s',
    (question) => {
      const text = answerText({ ...noAnswer, question }, plain);
      expect(text).toMatch(/For the news of that day: npx clippings digest --date 2020-01-05$/);
    },
  );

  it('sets the answering words in bold where there is colour', () => {
    expect(answerText(answer, { ...plain, colour: true })).toContain(
      '\u001B[1mmore than 5,000\u001B[22m U.S. soldiers',
    );
  });

  it('says the same words with and without colour', () => {
    const coloured = answerText(answer, { ...plain, colour: true, links: true });
    const unlinked = coloured.replaceAll(/\p{Cc}\]8;;\P{Cc}*\p{Cc}/gu, '');
    expect(stripVTControlCharacters(unlinked)).toBe(answerText(answer, plain));
  });

  it.each([20, 40, 60, 100])('fits %i columns', (width) => {
    const lines = answerText(answer, { ...plain, width }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  });

  it('keeps a citation clickable over the end of the line', () => {
    const narrow = answerText(answer, { width: 40, colour: true, links: true });
    const links = narrow
      .split('\n')
      .filter((line) => line.includes('\u001B]8;;https://example.org/latimes#:~:text='));
    expect(links.length).toBeGreaterThan(1);
  });

  it('links nothing that is no web address', () => {
    const source = { ...times, url: 'javascript:alert(1)' };
    const text = answerText(
      { ...answer, snippets: [{ ...troops, source }] },
      { ...plain, colour: true, links: true },
    );
    expect(text).not.toContain('\u001B]8');
  });

  it('lets no control character of an article or a question through', () => {
    const text = `Five\u001B[2J men\u009B1m said\u202E so.\u0007\r\nThen more.`;
    const source = { ...nameless, title: 'A\u001B]0;title\u0007', publisher: 'B\u001B' };
    const hostile = {
      ...answer,
      snippets: [{ ...troops, text, highlight: [0, 4] as const, source, alsoIn: [source] }],
      values: [{ ...moreThan, value: '5\u001B[8m' }],
      reading: { ...answer.reading, followsUp: 'x\u001B[2J' },
    };
    expect(answerText(hostile, plain)).not.toMatch(/(?!\n)[\p{Cc}\u202E]/u);
    expect(answerText({ ...noAnswer, reason: 'No \u001B[2J.' }, plain)).not.toContain('\u001B');
  });
});

describe('what may answer, in a terminal', () => {
  it('is shown as such, with its quotes and without values', () => {
    expect(answerText(maybe, plain)).toBe(`This may answer it:

[1] The expulsion of the estimated 5,000 US troops would be a damaging blow.
    “Lawmakers on Sunday…” · paragraph 4
    also in Axios · Iraqi parliament calls · 5 January 2020`);
  });
});

describe('no answer in a terminal', () => {
  it('says so and why in one paragraph, whatever is near', () => {
    expect(answerText(noAnswer, plain)).toBe(
      'The archive has no answer to that. No article speaks of Afghanistan.',
    );
  });
});

describe('the explanation', () => {
  it('says what was looked for, which words were found, which values competed and how sure it is', () => {
    expect(explanationText(answer, plain).split('\n')).toEqual([
      'Looked for: a count of troops',
      'Words that counted: troops, Iraq',
      'Found in the first quote: troops',
      'Not found in it: Iraq',
      'Values that competed: more than 5,000 (83 %), estimated 5,000 (61 %), 2003 (4 %)',
      'Chance that the archive answers: 87 %',
      'Chance that the first quote does: 91 %',
      'So it is shown as: an answer',
    ]);
  });

  it.each([
    [maybe, 'So it is shown as: what may answer'],
    [noAnswer, 'So it is shown as: no answer'],
  ])('says as what it is shown (%#)', (result, line) => {
    expect(explanationText(result, plain).split('\n')).toContain(line);
  });

  it('says so when no value competed', () => {
    expect(explanationText(noAnswer, plain)).toContain('Values that competed: none');
  });

  it('lets no control character of a value through', () => {
    const considered = { answerable: 0.5, values: [{ value: '5\u001B[2J', probability: 0.5 }] };
    expect(explanationText({ ...answer, considered }, plain)).not.toContain('\u001B');
  });
});

it('the fixtures are whole', () => {
  expect([troops, estimate].map(({ text, highlight }) => highlight && text.slice(...highlight))).toEqual([
    'more than 5,000',
    'estimated 5,000',
  ]);
  expect(axios.title).not.toBeNull();
});
