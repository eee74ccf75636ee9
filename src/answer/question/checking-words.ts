const THING = '(?:this|that|it|the above|(?:this|that) (?:one|claim|post|news))';
const TAIL = String.raw`(?:\s+(?:please|pls|plz|lol|tho|though|bro|man|mate|clippings|bot|or (?:not|fake|nah)))*`;

/** What people say to have a claim checked. */
const CHECKING = new RegExp(
  `^(?:(?:hey|hi|ok|um|uh|so|and|please|pls|can you|could you|wait)[\\s,]+)*(?:${[
    `(?:any |got a |got any |what(?:['’]?s| is) the |your |is there (?:a|any) )?(?:sources?|proof|evidence|citation|sauce)(?: (?:for|on|of) ${THING})?(?: needed)?`,
    `(?:is|was|are) ${THING}(?: actually| really| even)? (?:true|real|right|correct|legit|so|fake|accurate|a fact|fake news|confirmed)`,
    '(?:true|real|really|legit|fake|right|correct|confirmed|seriously|fact)',
    `(?:fact[\\s-]?checks?|verify|check|confirm|debunk|find sources?(?: for)?)(?:\\s+${THING})?`,
    `(?:where|who) (?:is|did|does|says?|said) ${THING}(?: (?:from|come from))?`,
    `did ${THING}(?: actually| really)? happen`,
    `thoughts(?: on ${THING})?`,
  ].join('|')})${TAIL}$`,
  'i',
);

/** Whether a reply wants to know whether the message that it replies to is so: "source?", "is this true?", "?". */
export function asksToCheck(words: string): boolean {
  const bare = words.replace(/(?<![\s.!?,;:])[\s.!?,;:]+$/, '').trim();
  return (bare === '' && words.includes('?')) || CHECKING.test(bare);
}
