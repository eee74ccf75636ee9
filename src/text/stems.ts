import { baseForm } from './irregular-forms.js';
import { itsStem, winkWords } from './wink.js';

const MEMORY_LIMIT = 200_000;
/** No real word is longer, and wink-nlp takes seconds over some tokens that are. */
const LONGEST_WORD = 40;
const memory = new Map<string, string>();

/**
 * Returns the Porter2 stem of a folded word ("troops" → "troop"). Anything but plain letters is returned
 * unchanged (wink-nlp would turn "3.5" into "y.5"). Results are cached, because a text repeats its words:
 * stemming was half of the time of building an index.
 */
export function stem(word: string): string {
  const known = memory.get(word);
  if (known !== undefined) return known;
  const base = baseForm(word);
  const result = base.length <= LONGEST_WORD && /^[a-z]{3,}$/.test(base) ? stemLetters(base) : base;
  if (memory.size >= MEMORY_LIMIT) memory.clear();
  memory.set(word, result);
  return result;
}

function stemLetters(word: string): string {
  const stems = winkWords.readDoc(word).tokens().out(itsStem);
  // A contraction such as "cannot" is read as two tokens; its stem is then no stem of the word.
  const [only] = stems;
  return stems.length === 1 && only !== undefined ? only : word;
}
