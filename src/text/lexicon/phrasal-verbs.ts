import { stem } from '../stems.js';
import type { Token } from '../tokens.js';

/**
 * Phrasal verbs that members type where newspapers print a single verb: "kick out" for "expel". All forms of
 * a verb share its stem.
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

/** Particles that may follow the object: "threw the Americans out". */
const MOVABLE = /^(?:out|off|up|down|back|over)$/;
/** The maximum number of words between verb and particle. */
const BETWEEN = 4;

/**
 * Joins each verb and its particle into one token: `["stepped", "down"]` becomes the verb with the term
 * "resign".
 */
export function joinPhrasalVerbs(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  const gone = new Set<Token>();
  for (const [at, token] of tokens.entries()) {
    if (gone.has(token)) continue;
    const particle = particleOf(tokens, at);
    const single = particle && SINGLE_WORDS[`${token.term} ${particle.word}`];
    if (single === undefined || particle === undefined) {
      joined.push(token);
      continue;
    }
    gone.add(particle);
    const isNext = tokens[at + 1] === particle;
    const place = isNext ? { text: `${token.text} ${particle.text}`, end: particle.end } : {};
    joined.push({ ...token, ...place, word: single, term: stem(single), stop: false });
  }
  return joined;
}

/** Finds the particle of a verb: the next token, or one after a few others that ends the question. */
function particleOf(tokens: readonly Token[], at: number): Token | undefined {
  const term = tokens[at]?.term ?? '';
  const isOne = (word: Token | undefined): boolean =>
    word !== undefined && Object.hasOwn(SINGLE_WORDS, `${term} ${word.word}`);
  if (isOne(tokens[at + 1])) return tokens[at + 1];
  const last = tokens.at(-1);
  const isNear = tokens.length - 2 - at <= BETWEEN;
  return isNear && last !== undefined && MOVABLE.test(last.word) && isOne(last) ? last : undefined;
}
