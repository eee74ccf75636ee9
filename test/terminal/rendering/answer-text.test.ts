import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { answerText, explanationText } from '../../../src/terminal/rendering/answer-text.js';
import { answer, axios, estimate, nameless, noAnswer, plain, times, troops } from '../fixtures.js';

describe('an answer in a terminal', () => {
  it('shows the differing figures, then the quotes with their sources', () => {
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
    expect(answerText({ ...answer, snippets: [caption], figures: [] }, plain)).toContain('· photo caption');
  });

  it('has no figures line when sources do not differ', () => {
    expect(answerText({ ...answer, figures: [] }, plain)).toMatch(/^\[1\] The vote/);
  });

  it('says with which question a follow-up was read', () => {
    const followUp = { ...answer, reading: { ...answer.reading, followsUp: 'Who voted?' } };
    expect(answerText(followUp, plain)).toMatch(/^Read together with: Who voted\?\n\n/);
  });

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
      figures: [{ value: '5\u001B[8m', snippets: [0] }],
      reading: { ...answer.reading, followsUp: 'x\u001B[2J' },
    };
    expect(answerText(hostile, plain)).not.toMatch(/(?!\n)[\p{Cc}\u202E]/u);
    expect(answerText({ ...noAnswer, reason: 'No \u001B[2J.' }, plain)).not.toContain('\u001B');
  });
});

describe('no answer in a terminal', () => {
  it('says so and why, and marks near misses as such', () => {
    expect(
      answerText(noAnswer, plain),
    ).toBe(`The archive has no answer to that. No article speaks of Afghanistan.

Near misses, which do not answer it:

[1] The expulsion of the estimated 5,000 US troops would be a damaging blow.
    “Lawmakers on Sunday…” · paragraph 4
    also in Axios · Iraqi parliament calls · 5 January 2020`);
  });

  it('is one paragraph when nothing is near', () => {
    expect(answerText({ ...noAnswer, related: [] }, plain)).not.toContain('\n');
  });
});

describe('the explanation', () => {
  it('says what was looked for and which words were found', () => {
    expect(explanationText(answer, plain).split('\n')).toEqual([
      'Looked for: a count of troops',
      'Words that counted: troops, Iraq',
      'Found in the first quote: troops',
      'Not found in it: Iraq',
      'Chance that the first quote answers: 91 %',
    ]);
  });
});

it('the fixtures are whole', () => {
  expect([troops, estimate].map(({ text, highlight }) => highlight && text.slice(...highlight))).toEqual([
    'more than 5,000',
    'estimated 5,000',
  ]);
  expect(axios.title).not.toBeNull();
});
