import type { AnalysedText } from '../analysed-text.js';

/** What a word does in its sentence, as far as the choice of spans needs it. */
export type WordClass =
  | 'noun'
  | 'name'
  | 'number'
  | 'adjective'
  | 'adverb'
  | 'verb'
  | 'auxiliary'
  | 'determiner'
  | 'preposition'
  | 'conjunction'
  | 'other';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const DETERMINERS = words(
  `a an the this that these those my our your his her its their whose no some any each every both all another such`,
);
const AUXILIARIES = words(
  `is am are was were be been being do does did has have had having will would shall should can could may might must`,
);
const PREPOSITIONS = words(
  `of in on at by for from with about into onto over under than as to between among through during before after against
  without within since until upon across along toward towards behind beyond despite near per via like including around above below
  throughout following outside inside`,
);
const CONJUNCTIONS = words('and or but nor &');

const classes = new WeakMap<AnalysedText, readonly WordClass[]>();

/** The class of each token. A tagger takes "before" for many things; closed classes are listed instead. */
export function wordClasses(text: AnalysedText): readonly WordClass[] {
  const known = classes.get(text);
  if (known) return known;
  const found = text.tokens.map(({ word, stop }, at): WordClass => {
    if (DETERMINERS.has(word)) return 'determiner';
    if (CONJUNCTIONS.has(word)) return 'conjunction';
    if (PREPOSITIONS.has(word)) return 'preposition';
    if (AUXILIARIES.has(word)) return 'auxiliary';
    const part = text.parts[at] ?? 'other';
    return stop && part !== 'number' && part !== 'adverb' ? 'other' : part;
  });
  classes.set(text, found);
  return found;
}
