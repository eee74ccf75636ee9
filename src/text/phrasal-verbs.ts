import { stem } from './stems.js';
import type { Token } from './tokens.js';

/**
 * Verbs of two words that newspapers print as one, as members type them: "kick out" for "expel". The forms of the verb
 * share its stem.
 */
const SINGLE_WORDS: Readonly<Record<string, string>> = {
  'step down': 'resign',
  'kick out': 'expel',
  'throw out': 'expel',
  'pull out': 'withdraw',
  'get out': 'leave',
  'call off': 'cancel',
  'call for': 'demand',
  'blow up': 'explode',
  'set up': 'establish',
  'give up': 'surrender',
  'take over': 'seize',
  'find out': 'discover',
  'put off': 'postpone',
  'turn down': 'reject',
  'bring back': 'reactivate',
  'go up': 'rise',
  'go down': 'fall',
  'carry out': 'execute',
  'shut down': 'close',
  'stay away': 'skip',
  'hit back': 'respond',
  'hit out': 'criticise',
  'set off': 'trigger',
  'flare up': 'escalate',
  'bring about': 'cause',
  'break out': 'start',
  'go off': 'explode',
  'stop buying': 'boycott',
  'take part': 'attend',
};

/** Tokens in which a verb and its particle are one: `["stepped", "down"]` becomes the verb with the term "resign". */
export function joinPhrasalVerbs(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (!token) continue;
    const key = next ? `${token.term} ${next.word}` : '';
    const single = Object.hasOwn(SINGLE_WORDS, key) ? SINGLE_WORDS[key] : undefined;
    if (single === undefined || !next) {
      joined.push(token);
      continue;
    }
    joined.push({
      ...token,
      text: `${token.text} ${next.text}`,
      end: next.end,
      word: single,
      term: stem(single),
      stop: false,
    });
    at += 1;
  }
  return joined;
}
