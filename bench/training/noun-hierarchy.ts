import { isCommonWord } from '../../src/text/lexicon/word-vectors.js';
import { writeNounHierarchy } from './lexicon-files.js';
import { wordNetLines } from './wordnet.js';

/**
 * Makes src/text/lexicon/noun-hierarchy.bin from WordNet: what kinds of things common nouns and names stand for, so that "which
 * insect" may be answered by a butterfly and "which state" by California. Run it by `npm run noun-hierarchy`.
 */

/** Rarer senses mislead: a "bat" is hardly ever the wife of a lord. */
const SENSES = 2;
/** Nobody asks "which entity". */
const TOO_GENERAL = new Set(
  'entity object whole thing abstraction physical_entity psychological_feature attribute matter'.split(' '),
);

interface Node {
  readonly lemmas: readonly string[];
  readonly parent: string | null;
}

const nodes = readNodes();
const senses = readSenses();
const wordsOf = new Map<string, string[]>();
for (const [lemma, offsets] of senses) {
  for (const [offset, rank] of offsets) {
    wordsOf.set(offset, [...(wordsOf.get(offset) ?? []), rank === 1 ? lemma : `~${lemma}`]);
  }
}
const kept = new Map<string, number>();
const rows: string[] = [];
for (const offset of wordsOf.keys()) keep(offset);
writeNounHierarchy(rows);
process.stdout.write(`${rows.length} kinds written.\n`);

/**
 * The row of a kind, after those of what it is a kind of. A row: the row of its broader kind, then the nouns for it, "~singer"
 * where this is a less common sense of the noun.
 */
function keep(offset: string): number {
  const known = kept.get(offset);
  if (known !== undefined) return known;
  const node = nodes.get(offset);
  if (!node) return -1;
  const parent = node.parent === null ? -1 : keep(node.parent);
  const words = new Set(wordsOf.get(offset) ?? []);
  // An "American state" is a state, but no state is an American state; a "head of state" is none.
  for (const lemma of node.lemmas) {
    const [, last = ''] = /^(?!.*_of_).*_([a-z]{3,})$/.exec(lemma) ?? [];
    if (isCommonWord(last) && !words.has(last) && !words.has(`~${last}`)) words.add(`+${last}`);
  }
  const isGeneral = node.lemmas.some((lemma) => TOO_GENERAL.has(lemma));
  rows.push([parent, ...(isGeneral ? [] : words)].join(' '));
  kept.set(offset, rows.length - 1);
  return rows.length - 1;
}

function readNodes(): Map<string, Node> {
  const found = new Map<string, Node>();
  for (const line of wordNetLines('data.noun')) {
    const [head = '', ...rest] = line.split(' | ')[0]?.split(' ') ?? [];
    const count = Number.parseInt(rest[2] ?? '0', 16);
    const lemmas = Array.from({ length: count }, (_, at) => rest[3 + 2 * at] ?? '');
    // "@" broader, "@i" what a name is an instance of.
    const at = rest.findIndex((field) => field === '@' || field === '@i');
    found.set(head, { lemmas, parent: at < 0 ? null : (rest[at + 1] ?? null) });
  }
  return found;
}

/** The commonest senses of each noun, by their offsets, with their place in the order of how common they are. */
function readSenses(): Map<string, (readonly [offset: string, rank: number])[]> {
  const found = new Map<string, (readonly [string, number])[]>();
  for (const line of wordNetLines('index.sense')) {
    const [key = '', offset = '', rank = ''] = line.split(' ');
    const [, lemma = ''] = /^([a-z]{3,})%1:/.exec(key) ?? [];
    if (!isCommonWord(lemma) || Number(rank) > SENSES) continue;
    found.set(lemma, [...(found.get(lemma) ?? []), [offset, Number(rank)]]);
  }
  return found;
}
