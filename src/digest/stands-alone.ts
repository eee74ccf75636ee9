import { tokenise } from '../text/tokens.js';

/** Shorter sentences say too little, longer ones are more than a digest should quote. */
const FEWEST_WORDS = 7;
const MOST_WORDS = 60;

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
  const words = tokenise(text);
  if (words.length < FEWEST_WORDS || words.length > MOST_WORDS) return false;
  if (!/^["“‘'([]?[\p{Lu}\d$£€]/u.test(text) || !/[.!][”"’')\]]*$/.test(text)) return false;
  if (LABEL.test(text) || LEANING_START.test(text) || LEANING_INSIDE.test(text) || UNNAMED_SPEAKER.test(text))
    return false;
  const { own, balanced } = withoutQuotes(text);
  if (!balanced || /^["“]/.test(text) || tokenise(own).length < words.length / 2) return false;
  return !talksToReader(own);
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
