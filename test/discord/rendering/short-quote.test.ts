import { describe, expect, test } from 'vitest';
import { type ShownQuote, shortQuote } from '../../../src/discord/rendering/short-quote.js';
import { aSnippet } from '../answers.js';

const LONG = 'The committee met in the morning and spoke about the harvest of the year before at length.';
const FIGURE = 'In the end 42 members agreed.';
const HE = 'He said that 42 members of the committee had agreed in the end, and that he was glad of it.';

/** A quote of sentences, each in a paragraph of its own, with these words highlighted. */
function shown(sentences: readonly string[], words: string | null): ShownQuote {
  const text = sentences.join(' ');
  const at = words === null ? -1 : text.indexOf(words);
  const starts = sentences.map((_, index) => sentences.slice(0, index).join(' ').length + Math.min(index, 1));
  const quote = shortQuote(
    aSnippet({
      text,
      highlight: words === null ? null : [at, at + words.length],
      paragraph: 5,
      sentences: starts.map((start, index) => ({ start, paragraph: 5 + index })),
    }),
  );
  if (quote.highlight !== null) expect(quote.text.slice(...quote.highlight)).toBe(words);
  return quote;
}

describe('a quote', () => {
  test('that is short is shown whole', () => {
    expect(shown([LONG, FIGURE], '42').text).toBe(`${LONG} ${FIGURE}`);
  });

  test('that is long shows the sentence that answers, and what there is room for around it', () => {
    expect(shown([LONG, LONG, FIGURE, LONG], '42').text).toBe(`… ${FIGURE} ${LONG}`);
    expect(shown([FIGURE, LONG, LONG, LONG], '42').text).toBe(`${FIGURE} ${LONG} …`);
  });

  test('names the paragraph of what it shows', () => {
    expect(shown([LONG, LONG, LONG, FIGURE], '42').paragraph).toBe(7);
    expect(shown([LONG, LONG, FIGURE, LONG], '42').paragraph).toBe(7);
  });

  test('keeps the sentence that says who "he" is', () => {
    expect(shown([LONG, LONG, HE], '42').text).toBe(`… ${LONG} ${HE}`);
  });

  test('that marks nothing is shown whole', () => {
    expect(shown([LONG, LONG, LONG], null).text).toBe(`${LONG} ${LONG} ${LONG}`);
  });

  test('keeps a long sentence whole', () => {
    const sentence = `${'and so on '.repeat(60)}until 42.`;
    expect(shown([sentence], '42').text).toBe(sentence);
  });
});
