import type { Token } from './tokens.js';

const AUXILIARIES: Readonly<Record<string, string>> = { s: 'is', d: 'did', re: 'are', ll: 'will', is: 'is' };

/** A question word with an auxiliary written on to it, the apostrophe already gone: "whats", "whyd", "whatre". */
const WRITTEN_ON = /^(who|what|where|when|why|how|that|there)(s|d|re|ll)$/;
const QUESTION_WORD = /^(?:who|what|where|when|why|how)$/;

/**
 * Tokens in which a question word and the auxiliary written on to it are two: "what's", "whats" and "What 's" are all
 * "what is". The auxiliary has the place of the letters that stand for it.
 * @param text what the tokens are of
 */
export function openContractions(text: string, tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, at) => {
    const [, opener, letters] = WRITTEN_ON.exec(token.word) ?? [];
    if (opener !== undefined && letters !== undefined) {
      const middle = token.start + opener.length;
      return [
        {
          ...token,
          text: text.slice(token.start, middle),
          end: middle,
          word: opener,
          term: opener,
          stop: true,
        },
        auxiliary(text, middle, token.end, letters),
      ];
    }
    // A possessive ending is no part of a token: the "'s" of "what's" stands between it and the next.
    if (QUESTION_WORD.test(token.word) && /^['’]s\b/i.test(text.slice(token.end))) {
      return [token, auxiliary(text, token.end, token.end + 2, 's')];
    }
    if (/^(?:s|re)$/.test(token.word) && QUESTION_WORD.test(tokens[at - 1]?.word ?? '')) {
      return [auxiliary(text, token.start, token.end, token.word)];
    }
    return [token];
  });
}

function auxiliary(text: string, start: number, end: number, letters: string): Token {
  const word = AUXILIARIES[letters] ?? letters;
  return { text: text.slice(start, end), start, end, word, term: word, stop: true };
}
