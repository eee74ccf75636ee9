import { tokenise } from '../../text/tokens.js';

/** Shorter sentences say too little, longer ones are more than a digest should quote. */
const FEWEST_WORDS = 7;
const FEWEST_WORDS_CONTINUED = 4;
const MOST_WORDS = 70;

const ENDS = /[.!][”"’')\]]*$/;
/** Many outlets leave out the full stop of a first sentence. A subhead has fewer words. */
const WORDS_WITHOUT_STOP = 14;
/** Subheads and links that have as many. */
const TEASING_START = /^(?:how|why|what|who|where|when|here|inside|watch|see|read|opinion|analysis|more)\b/i;
/** Words in capitals that make a text an agency's notice ("MOBILE USE IS NOT ALLOWED"). */
const SHOUTED_WORDS = 5;
/** Who stands where in a picture, and whose picture it is. */
const PICTURED = /\((?:L|R|C|left|right|centre|center|top|bottom)\)|\bfile photo\b|\bRESTRICTIONS\b/;
const QUOTE_START = /^(?:["“‘]|'(?![Tt]is\b)[^']*[,.!]'\s)/;

/** Openings that depend on the sentence before: pronouns, pointers and connectives. */
const LEANING_START =
  /^(?:he|she|it|they|we|i|you|his|her|hers|its|their|theirs|our|my|your|him|them|this|that|these|those|such|there|here|others?|another|both|neither|either|one|some of them|many of them|and|but|or|nor|so|yet|because|however|meanwhile|also|still|instead|then|thus|therefore|hence|nevertheless|nonetheless|moreover|furthermore|besides|afterwards?|otherwise|likewise|similarly|rather|indeed|in addition|in contrast|by contrast|in other words|in fact|as a result|for example|for instance|on the other hand|at the same time|at that point|after that|before that|since then|until then|even so|what['’]s more|among them|lastly|finally|secondly|thirdly|plus|not only|asked|well|yes|no|ok|okay|please|look|now|more broadly|later|earlier|the (?:former|latter|same|two|three|pair|statement|move|report|post|tweet)|at least not)\b/i;

/** "Behind the scenes: …", "NFL STATS: …": a label that belongs to the page. */
const LABEL = /^(?:[\p{L}\d’'.&-]+ ){0,4}[\p{L}\d’'.&-]+: /u;

/** Connectives inside a sentence that reply to a sentence that is not shown. */
const LEANING_INSIDE =
  /, (?:however|though|too|therefore|meanwhile|as well|instead|then|for example|for instance)[,.]|\b(?:also) (?:said|told|added|noted|revealed|called|announced)\b/i;

/**
 * Subjects that only the sentence before identifies ("…, he said", "As he left, …"), and the writer or the
 * reader.
 */
const UNNAMED_SPEAKER =
  /[,”"’'] (?:he|she|they|it|we|i) (?:said|says|added|told|wrote|asked|replied|vowed|warned|continued|explained|tweeted)\b/i;
const TALKING = /\b(?:i|we|you|your|our|my|us|me|i'm|i’m|we're|we’re|you're|you’re|you'll|let's|let’s)\b/i;

/**
 * Returns whether a sentence can be read on its own, outside its article. It must be a plain statement by the
 * outlet: no bare quote, no question, no pronoun that refers to somebody outside it, no "But" or "however"
 * that replies to the sentence before.
 */
export function standsAlone(text: string): boolean {
  const leans = LEANING_START.test(text) || LEANING_INSIDE.test(text) || UNNAMED_SPEAKER.test(text);
  return !leans && isPlainStatement(text);
}

/**
 * Returns whether a sentence can be read right after the sentence before it: a plain statement by the outlet,
 * which may refer to what that sentence names.
 */
export function continues(text: string): boolean {
  return isPlainStatement(text, FEWEST_WORDS_CONTINUED);
}

/** Returns whether a text is a whole sentence, in contrast to a subhead, a label or the name of a writer. */
export function isStatement(text: string): boolean {
  return tokenise(text).length >= FEWEST_WORDS && ends(text) && !LABEL.test(text);
}

function isPlainStatement(text: string, fewest = FEWEST_WORDS): boolean {
  const words = tokenise(text);
  if (words.length < fewest || words.length > MOST_WORDS) return false;
  if (!/^["“‘'([]?[\p{Lu}\d$£€]/u.test(text) || !ends(text) || LABEL.test(text)) return false;
  if (PICTURED.test(text) || (text.match(/\b[A-Z]{3,}\b/g)?.length ?? 0) >= SHOUTED_WORDS) return false;
  const { own, balanced } = withoutQuotes(text);
  if (!balanced || QUOTE_START.test(text) || tokenise(own).length < words.length / 2) return false;
  return !talksToReader(own);
}

function ends(text: string): boolean {
  if (ENDS.test(text)) return true;
  const isOpen = /[\p{L}\d%]$/u.test(text) && !TEASING_START.test(text);
  return isOpen && tokenise(text).length >= WORDS_WITHOUT_STOP;
}

/**
 * Returns the text outside quotation marks. It is unbalanced if a quote begins or ends in another sentence.
 */
function withoutQuotes(text: string): { readonly own: string; readonly balanced: boolean } {
  const own = text.replace(/“[^”“]*”|"[^"]*"/g, ' ');
  return { own, balanced: !/[“”"]/.test(own) };
}

function talksToReader(own: string): boolean {
  // "US" in capitals is the country.
  return TALKING.test(own.replace(/\bUS\b/g, ' ')) || /[?]/.test(own);
}

/** Main clauses that tell what somebody said rather than what happened. */
const SPEECH =
  /^(?:[^,]{1,80}, )?[^,]{0,80}\b(?:said|says|told|argued|insisted|claimed|noted|believes?|thinks?|added|warned)\b/;

/**
 * Returns whether a sentence reports words ("Mr Smith said that …") rather than an event. Judged by its
 * beginning.
 */
export function reportsSpeech(text: string): boolean {
  return SPEECH.test(text);
}
