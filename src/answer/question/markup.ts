const MENTION = String.raw`<@[!&]?\d+>`;
/** Somebody who is called on: a mention of a member or a role, or a name in plain text. */
const PERSON = String.raw`(?:${MENTION}|(?<![^\s(])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.]*[\p{L}\p{N}_])?)`;
/** Whoever is called on at the very start is spoken to, not of. */
const ADDRESSEES = new RegExp(String.raw`^(?:${PERSON}[\s,:;.!–—-]*)+`, 'u');
/** What follows the question and is said to somebody else ("… in Iraq? @somebody look"), unless it asks something. */
const ASIDE = new RegExp(
  String.raw`(?<=\? ?)${PERSON}(?![^\p{L}]*(?:who|whom|whose|what|when|where|which|why|how)\b)[^?]*$`,
  'iu',
);

/** `[what it says](https://…)`: what it says is part of the question. */
const NAMED_LINK = /\[([^[\]]{1,400})\]\(<?https?:\/\/[^\s()]*(?:\([^\s()]*\)[^\s()]*){0,3}\)/gi;
/** The rest of an address; what ends a sentence does not belong to it. */
const ADDRESS = String.raw`[^\s<>]*[^\s<>.,;:!?'"”’)\]]`;

const MARKUP = new RegExp(
  [
    // Channels, and the server's own pages.
    String.raw`<#\d+>`,
    String.raw`<id:[\w-]+>`,
    String.raw`(?<!\S)@(?:everyone|here)\b`,
    // Emoji of a server, animated or not, and one that has no picture here.
    String.raw`<a?:\w+:\d+>`,
    String.raw`(?<!\S):[a-z]\w{1,31}:(?!\w)`,
    // Timestamps and commands.
    String.raw`<t:-?\d+(?::[a-z])?>`,
    String.raw`</[^<>:]{1,100}:\d+>`,
    // Links, also in the angle brackets that hide their preview.
    `<?https?://${ADDRESS}>?`,
    String.raw`<?\bwww\.${ADDRESS}>?`,
    String.raw`(?<![\w@./-])[\w-]{1,64}(?:\.[\w-]{1,64}){0,7}\.[a-z]{2,24}/(?:${ADDRESS})?`,
  ].join('|'),
  'giu',
);

/**
 * A question without what a chat puts around its words: mentions of people, roles and channels, emoji of a server,
 * timestamps, mentions of commands, links, and what is said to somebody else after it. Empty where there is nothing
 * else.
 */
export function withoutMarkup(question: string): string {
  const folded = question.trim().replace(/\s+/g, ' ');
  const words = folded
    .replace(NAMED_LINK, '$1')
    .replace(MARKUP, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .replace(ASIDE, '')
    .replace(ADDRESSEES, '')
    .replace(new RegExp(MENTION, 'g'), ' ');
  return words === folded ? question.trim() : closed(words);
}

/** Closes the gaps that markup leaves. */
function closed(words: string): string {
  return words
    .replace(/\( *\)|\[ *\]/g, ' ')
    .replace(/ +/g, ' ')
    .replace(/ (?=[?!.,;:](?: |$))/g, '')
    .replace(/^[ ,:;.!–—-]+/, '')
    .trim();
}
