import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationParts, dateInWords, quoteLink } from '../../../src/answer/quotes/citation.js';

function source(url: string | null) {
  return { article: 'a', title: null, label: 'Opening words…', publisher: null, published: null, url };
}

describe('a date in words', () => {
  it.each([
    ['2020-01-05', '5 January 2020'],
    ['2020-01-05T23:30:00-05:00', '5 January 2020'],
    ['2024-02-29', '29 February 2024'],
    ['last week', 'last week'],
  ])('%s reads %s', (iso, words) => {
    expect(dateInWords(iso)).toBe(words);
  });
});

describe('the parts of a citation', () => {
  it('stand in the order publisher, title, date', () => {
    const known = {
      publisher: 'Axios',
      title: 'Vote in Iraq',
      label: 'Vote in Iraq',
      published: '2020-01-05',
    };
    expect(citationParts(known)).toEqual(['Axios', 'Vote in Iraq', '5 January 2020']);
  });

  it('say when the text was corrected', () => {
    const corrected = { ...source(null), published: '2020-01-05', updated: '2020-01-06T08:00:00Z' };
    expect(citationParts(corrected).at(-1)).toBe('5 January 2020, updated 6 January 2020');
  });

  it('leave out what is not known, and quote the opening words for want of a title', () => {
    expect(citationParts(source(null))).toEqual(['“Opening words…”']);
  });
});

describe('the link to a quote', () => {
  const quote = 'The vote, which was non-binding (so far), could remove more than 5,000 U.S. soldiers.';

  it('is the address with a fragment of the first and last words', () => {
    expect(quoteLink({ text: quote, source: source('https://example.org/iraq?page=1') })).toBe(
      'https://example.org/iraq?page=1#:~:text=The%20vote%2C%20which%20was%20non%2Dbinding%20%28so,remove%20more%20than%205%2C000%20U.S.%20soldiers.',
    );
  });

  it('holds a short quote whole', () => {
    expect(quoteLink({ text: 'He agreed.', source: source('https://example.org/') })).toBe(
      'https://example.org/#:~:text=He%20agreed.',
    );
  });

  it('keeps a fragment that the address has already', () => {
    expect(quoteLink({ text: 'He agreed.', source: source('https://example.org/#part') })).toBe(
      'https://example.org/#part:~:text=He%20agreed.',
    );
  });

  it('is cut in the fragment, never in the address', () => {
    const address = 'https://example.org/iraq';
    const snippet = { text: quote, source: source(address) };
    expect(quoteLink(snippet, 100)).toBe(
      `${address}#:~:text=The%20vote%2C%20which%20was%20non%2Dbinding%20%28so`,
    );
    expect(quoteLink(snippet, 40)).toBe(address);
    expect(quoteLink(snippet, 10)).toBeNull();
  });

  it.each([null, 'javascript:alert(1)', 'not an address', 'file:///etc/passwd'])('is null for %s', (url) => {
    expect(quoteLink({ text: quote, source: source(url) })).toBeNull();
  });

  it('is an address within the limit for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 20, max: 512 }), (text, limit) => {
        const link = quoteLink({ text, source: source('https://example.org/') }, limit);
        expect(link).toMatch(/^https:\/\/example\.org\/[!-~]*$/);
        expect(link?.length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
