import { baseForm } from './irregular-forms.js';
import { porterStem } from './wink.js';
import { WordMemory } from './words/word-memory.js';

/** Contractions that were typed without an apostrophe have no stem. */
const CONTRACTIONS = new Set(
  (
    'youre theyre youve theyve couldve howre mayve mightve mustve notve shouldve thatre thereare therell thesere ' +
    'thosere whatre whatve wherere whereve wouldve'
  ).split(' '),
);
const MEMORY_LIMIT = 100_000;
/** No real word is longer. */
const LONGEST_WORD = 40;
const memory = new WordMemory<string>(MEMORY_LIMIT);

/**
 * Returns the Porter2 stem of a folded word ("troops" → "troop"). Anything but plain letters is returned
 * unchanged (wink-nlp would turn "3.5" into "y.5"). Results are cached, because a text repeats its words:
 * stemming was half of the time of building an index.
 */
export function stem(word: string): string {
  return memory.of(word, findStem);
}

function findStem(word: string): string {
  const base = baseForm(word);
  const isPlain = base.length <= LONGEST_WORD && /^[a-z]{3,}$/.test(base);
  return isPlain && !CONTRACTIONS.has(base) ? porterStem(base) : base;
}
