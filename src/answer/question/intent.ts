import { withoutMarkup } from './markup.js';

/** What somebody wants who writes to the bot: mostly an answer; sometimes nothing that an archive can answer. */
export type Intent =
  /** A question about the world, without what chat puts around it. */
  | { readonly kind: 'question'; readonly question: string }
  /** "Latest on the strike": the newest that is told of a topic. */
  | { readonly kind: 'latest'; readonly topic: string; readonly question: string }
  /** "What happened yesterday": the news of some days, which a digest tells. */
  | {
      readonly kind: 'news';
      readonly question: string;
      /** Where only the news of something is asked for, "in Iraq". */
      readonly topic?: string;
    }
  | { readonly kind: 'small talk'; readonly about: SmallTalk };

export type SmallTalk = 'greeting' | 'thanks' | 'praise' | 'blame' | 'help' | 'identity' | 'goodbye';

/** Words with which a clause begins: after one of these, "so" or "man" was said to somebody and is no part of what is asked. */
const CLAUSE =
  "(?:who|whom|whose|what|which|when|where|why|how)(?:['’]?s)?|is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|should|i|im|i['’]m|you|we|he|she|it|they|there|any|anyone|anybody|anything|someone|somebody|tell|just|so|but|and";
/** What stands between chatter and the rest; a hyphen only where it joins no words ("yo-yo"). */
const GAP = String.raw`(?:[\s,.:;!–—]|-(?=[\s-])|(?<=[\s-])-)+`;
const THEN_CLAUSE = String.raw`(?=${GAP}(?:${CLAUSE})\b|[\s.:;!–—-]*$)`;
const THEN_CLAUSE_OR_COMMA = String.raw`(?=${GAP}(?:${CLAUSE})\b|\s*[,.:;!–—]|[\s.:;!–—-]*$)`;
const THANKS =
  '(?:many )?(?:thank you|thanks?|thx|tysm|ty|cheers)(?: (?:so much|very much|a lot|a bunch|again|guys|clippings|bot))*';

/** Words in front of a question that say nothing of it: "hey does anyone know", "ok so", "lol". */
const OPENING = new RegExp(
  `^(?:(?:${[
    '(?:hi|hey|hello|hiya|greetings)(?: (?:all|there|guys|everyone|everybody|folks|clippings|bot))*',
    `(?:yo|sup|good (?:morning|afternoon|evening))(?: (?:all|there|guys|everyone|everybody|folks|clippings|bot))*${THEN_CLAUSE_OR_COMMA}`,
    'pls|plz|please|lol|lmao|omg|haha+|hmm+|umm+|uhh+',
    `(?:clippings|ok(?:ay)?|right|well|so|but|and|sorry|wow|hm|um|uh|wait)${THEN_CLAUSE_OR_COMMA}`,
    // "Man, 32, shot" and "Nice, France" are told of.
    `(?:guys|folks|dude|bro|man|mate|bored)${THEN_CLAUSE}`,
    `(?:${THANKS}|great|nice|cool|perfect|awesome|yes|yeah|no|nope)(?=\\s*[,.:;!–—])${THEN_CLAUSE}`,
    '(?:does|do) (?:any|some)(?:one|body) (?:here )?(?:know|remember)(?:s)?(?: if)?',
    '(?:any|some)(?:one|body) (?:here )?(?:know|knows|remember|remembers)(?: if)?',
    '(?:any idea|quick question|question for you|just wondering|i was wondering|i wonder|tell me|can you tell me|could you tell me|do you know)(?: if)?',
  ].join('|')})(?:${GAP}|$))+`,
  'i',
);

/** Words after a question that say nothing of it. A "running mate" is no "mate"; somebody may be asked to "say please". */
const CLOSING =
  /(?:(?<!\b(?:say|says|said|saying))[\s,.!?–—-]+(?:thanks?(?: (?:you|a lot|in advance|guys|so much))?|thx|ty|pls|plz|please|lol|lmao|haha+|tho|though|btw|asap)|(?:[,.!?–—]\s*|\s-+\s*)(?:clippings|bot|mate|man|bro|dude|guys|folks))+[\s.!?]*$/i;

const PICTURE = String.raw`(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\s)`;
/** Pictures at either end, such as a waving hand. */
const PICTURES = new RegExp(`^${PICTURE}+|${PICTURE}+$`, 'gu');

/** With plain apostrophes. */
const SMALL_TALK: readonly (readonly [SmallTalk, RegExp])[] = [
  [
    'thanks',
    /^(?:(?:ok(?:ay)?|great|cool|nice|perfect|awesome|amazing|brilliant|oh|ah|wow|lol|yes|no)[\s,.!]+)*(?:many )?(?:thanks?(?: you)?|thx|ty|tysm|cheers|much appreciated)(?:[\s,]+(?:so much|a lot|very much|again|great|clippings|bot|mate|man|bro|everyone|all|for (?:that|this|the (?:help|info|answer))))*$/i,
  ],
  [
    'praise',
    /^(?:(?:you(?:'re| are| r)?|that(?:'s| is| was)|very|so|pretty)\s+)*(?:good|great|nice|cool|awesome|amazing|brilliant|helpful|perfect|well done|love (?:it|this|you))(?:\s+(?:bot|job|one|work|stuff|answer))?$/i,
  ],
  [
    'blame',
    /^(?:no[\s,]+)?(?:(?:you(?:'?re| are| r)?|that(?:'?s| is| was)|this is|very|so)\s+)*(?:bad|wrong|stupid|dumb|useless|terrible|awful|nonsense|rubbish|not (?:right|true|helpful|what i asked))(?:\s+(?:bot|answer))?$/i,
  ],
  [
    'help',
    /^(?:(?:can you )?help(?: me)?|how (?:do|does|can) (?:you|i|this|it|we)(?: (?:work|help(?: me)?|use (?:you|this|it)|ask(?: you)?))?|what (?:can|do) (?:you|i) (?:do|ask)(?: you)?|commands?|usage)$/i,
  ],
  [
    'identity',
    /^(?:(?:who|what) (?:are|r) (?:you|u)|are you (?:an? )?(?:real )?(?:bot|robot|human|person|real|ai|chatgpt)|(?:who|what)(?:'?s| is) clippings|what(?:'?s| is) your name|who made you)$/i,
  ],
  [
    'goodbye',
    /^(?:bye(?: bye)?|goodbye|good ?night|see (?:you|ya)|cya)(?:\s+(?:all|guys|everyone|clippings|bot))?$/i,
  ],
  ['greeting', /^(?:how(?:'?s it going| are (?:you|u)(?: doing)?(?: today)?)|what(?:'?s| is) up)$/i],
];

/** "Latest on X", "X update", "what's new with X", "whats going on in X rn". */
const LATEST: readonly RegExp[] = [
  /^(?:(?:what(?:['’]?s| is| are)|anything|any)\s+)?(?:the\s+)?(?:latest|newest|new|updates?|news|developments?)(?:\s+(?:news|updates?|developments?))?\s+(?:on|about|with|w|from|in|of|regarding|re)\s+(?<topic>.+)$/i,
  /^(?:what(?:['’]?s| is)\s+)?(?:going on|happening|up)\s+(?:with|in|at|on|w)\s+(?<topic>.+?)(?:[\s,]+(?:rn|now|right now|lately|these days|newest|latest))*$/i,
  /^(?<topic>.+?)[\s,–—:-]+(?:(?:what(?:['’]?s| is)\s+)?(?:the\s+)?(?:latest|newest|updates?|news|developments?)|where do (?:things|we|they) stand)(?:\s+(?:news|update|please))?$/i,
  /^where do (?:things|we|they) stand\s+(?:on|with|in)\s+(?<topic>.+)$/i,
];

const AUXILIARY_FIRST = /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/i;
const QUESTION_WORD = /\b(?:who|whom|whose|what|which|when|where|why|how)\b/i;

const DAYS =
  '(?:today|tonight|yesterday|(?:this|last|over the) (?:week|month|morning|weekend|night)|(?:on |last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|right now|now|rn|lately|recently)';

/** The news of some days, or of these days: "what happened yesterday", "news today", "any news". */
const NEWS: readonly RegExp[] = [
  new RegExp(`^what(?: has)? happened ${DAYS}$`, 'i'),
  new RegExp(
    `^(?:what(?:['’]?s| is)|any ?thing) (?:new|happening|going on|in the news|the news)(?: ${DAYS})?$`,
    'i',
  ),
  new RegExp(
    `^(?:what(?:['’]?s| is| are) |any |some )?(?:the )?(?:(?:latest|newest|top|breaking) )?(?:news|headlines|stories|updates?|latest)(?:(?: of| from)? ${DAYS})?$`,
    'i',
  ),
  /^(?:today|yesterday|(?:this|last) week)['’]?s (?:top )?(?:news|headlines|stories)$/i,
];

const DATE =
  '(?:on |of )?(?:\\d{4}-\\d{2}-\\d{2}|(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:,? \\d{4})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?)';
const WHEN = `(?:${DAYS}|${DATE})`;

/** The news of a day, or of something on a day: "what happened in Iraq yesterday", "news from Paris on 5 January". */
const NEWS_OF: readonly RegExp[] = [
  new RegExp(`^what(?: has)? happened ${DATE}$`, 'i'),
  new RegExp(`^(?:any |the )?(?:news|headlines|stories) ${DATE}$`, 'i'),
  new RegExp(`^what(?: has)? happened ${WHEN},? (?:in|at|around) (?<topic>.+)$`, 'i'),
  new RegExp(`^what(?: has)? happened (?:in|at|around) (?<topic>.+?),? ${WHEN}$`, 'i'),
  new RegExp(`^(?:any |the )?(?:news|headlines|stories) (?:from|in|about) (?<topic>.+?),? ${WHEN}$`, 'i'),
];

/**
 * Reads what a message wants: takes off markup, greetings and thanks, and tells a question from what is none.
 * @returns small talk where nothing else is left
 */
export function readIntent(message: string): Intent {
  const words = withoutMarkup(message).replace(PICTURES, '');
  const bare = withoutEnd(words);
  const talk = smallTalkIn(bare);
  if (talk !== null) return { kind: 'small talk', about: talk };
  const question = withoutChatter(words);
  const asked = withoutEnd(question);
  const inner = smallTalkIn(asked);
  if (inner !== null) return { kind: 'small talk', about: inner };
  if (asked === '')
    return { kind: 'small talk', about: /thank|thx|\bty\b/i.test(bare) ? 'thanks' : 'greeting' };
  if (NEWS.some((pattern) => pattern.test(asked))) return { kind: 'news', question };
  for (const pattern of NEWS_OF) {
    const found = pattern.exec(asked);
    const topic = found?.groups?.topic?.trim();
    if (found && !(topic && asks(topic))) return { kind: 'news', question, ...(topic ? { topic } : {}) };
  }
  for (const pattern of LATEST) {
    const topic = pattern.exec(asked)?.groups?.topic?.trim();
    if (topic !== undefined && topic !== '' && !asks(topic)) return { kind: 'latest', topic, question };
  }
  return { kind: 'question', question };
}

/** The words of a message that the archive is searched for: its question without chatter, or the topic of "latest on …". */
export function searchedWords(message: string): string {
  const intent = readIntent(message);
  if (intent.kind === 'small talk') return message;
  return intent.kind === 'latest' ? intent.topic : intent.question;
}

/** What asks something is no topic: "what is fake news", "is this fake news". The WHO is one. */
function asks(words: string): boolean {
  return AUXILIARY_FIRST.test(words) || QUESTION_WORD.test(words.replace(/\bWHO\b/g, ''));
}

function smallTalkIn(words: string): SmallTalk | null {
  const plain = words.replaceAll('’', "'");
  const talkOf = (part: string): SmallTalk | null =>
    SMALL_TALK.find(([, pattern]) => pattern.test(part))?.[0] ?? null;
  const whole = talkOf(plain);
  if (whole !== null) return whole;
  // "Wrong, that is not what I asked", "bye, thanks for the help": each part of it is small talk.
  const parts = plain.split(/(?:(?<!\s)\s+)?[,.!?;]+\s*/).filter((part) => part !== '');
  const talks = parts.map(talkOf);
  return talks.length > 1 && !talks.includes(null) ? (talks[0] ?? null) : null;
}

/** A question without greetings before it and thanks after it; what is left may be nothing. */
function withoutChatter(words: string): string {
  const opened = words.replace(OPENING, '');
  const closed = opened.replace(CLOSING, (tail) => (tail.includes('?') ? '?' : ''));
  return closed.trim();
}

function withoutEnd(words: string): string {
  return words.replace(/(?<![\s.!?,;:])[\s.!?,;:]+$/, '').trim();
}
