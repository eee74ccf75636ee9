import { readIntent } from './intent.js';
import type { Question } from './question.js';

/** Somebody who is called on: a mention of a member or a role. */
const CALLS_SOMEBODY = /<@[!&]?\d+>/;
/** Whoever asks of these asks the people around: "did you", "can someone", "should I". */
const OF_PEOPLE_HERE =
  /\b(?:you|u(?!\.)|ya|y['’]?all|your|yours|ur|yourself|yourselves|i|i['’]?m|i['’]?ve|i['’]?d|i['’]?ll|me|my|mine|myself|we|we['’]?re|we['’]?ve|our|ours|let['’]?s|any(?:one|body)|some(?:one|body)|every(?:one|body)|nobody|guys|folks|mods?|admins?|wanna|who wants to)\b/i;
/** After these "us" is not the country. */
const OF_US = /\b(?:let|tell|give|join|of|for|with|to|on) us\b(?! \p{L})/iu;
/** What points at the place or at something said before, which a stranger does not know. */
const POINTS_AROUND =
  /\b(?:he|she|they|him|her|them|it|its|it['’]s|his|their|there|here|else|(?:this|that)(?! (?:week|weekend|month|year|summer|winter|spring|autumn|fall)\b)|that['’]s|these|those)\b/i;
/** "Who cares?", "how hard can it be", "isn't that …", "really?? when does it end": no answer is wanted. */
const RHETORICAL =
  /^(?:who (?:cares|knows|asked|needs|would|even|let|says)\b[^a-z]*(?:\w+[^a-z]*)?$|how (?:hard|cute|nice|dare|about|come)\b|what an?\b|why (?:not|though|bother)\b|what the\b|since when\b|(?:is|are|do|does)n['’]?t\b|when pigs\b|where there is\b)|\b(?:lol|lmao|wtf|ffs|smh)\b|\bever\b.*\?|[?!]{2,}|\?.*\S.*\?/i;
const QUESTION_WORD = /^(?:who|whom|whose|what|which|when|where|why|how)(?:['’]?s)?\b/i;
const AUXILIARY = /^(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should)\b/i;

/** Names of times, which tell nothing of what is asked. */
const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|today|tonight|tomorrow|yesterday|week|weekend|month|year|\d{1,2}(?:am|pm)?)$/i;
/** A question that names something says enough with so many content words; one that does not needs more. */
const FEWEST_WORDS = { named: 2, unnamed: 4 } as const;

/**
 * Whether a message that is addressed to nobody may ask something about the world, by its form and by whom it speaks to:
 * nobody of the people around. Cheap, for every message of a channel.
 * @param message as it was written, with its mentions
 */
export function soundsOfTheWorld(message: string): boolean {
  if (CALLS_SOMEBODY.test(message)) return false;
  const intent = readIntent(message);
  if (intent.kind === 'small talk' || intent.kind === 'news') return false;
  const { question } = intent;
  if (OF_PEOPLE_HERE.test(question) || OF_US.test(question) || RHETORICAL.test(question)) return false;
  const isOpen = QUESTION_WORD.test(question) && question.split(' ').length >= FEWEST_WORDS.unnamed;
  const isClosed =
    /^\S.*\?["”’)\s]*$/.test(question) && (QUESTION_WORD.test(question) || AUXILIARY.test(question));
  return isOpen || isClosed || intent.kind === 'latest';
}

/** Whether a question that is addressed to nobody says by itself what it asks of: a stranger knows nothing else. */
export function standsAlone({ text, terms }: Question): boolean {
  const telling = terms.filter(({ token }) => !TIME.test(token.text));
  const isNamed = telling.some(({ particular }) => particular);
  if (!isNamed && POINTS_AROUND.test(text)) return false;
  return telling.length >= (isNamed ? FEWEST_WORDS.named : FEWEST_WORDS.unnamed);
}
