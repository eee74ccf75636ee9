import { stem } from '../../src/text/stems.js';
import { STOP_WORDS } from '../../src/text/stop-words.js';
import { writeRelatedWords, writeWordCounts } from './lexicon-files.js';
import { wordNetLines as lines, readSynsets } from './wordnet.js';

/**
 * Makes src/text/lexicon/related-words.bin and word-counts.bin from WordNet: for each stem the stems of its derived forms ("expel" and "expulsion"),
 * of its synonyms, and of its broader words. Run it when stems change: `npm run related-words`.
 *
 * Only senses that occur in running text are taken (WordNet counts them), because rare senses relate words that news
 * does not.
 */

const SENSES = 3;

interface Sense {
  readonly synset: string;
  readonly rank: number;
  readonly count: number;
  /** The sample marks every name with this sense: it would make "person" the commonest word of all. */
  readonly ofNames: boolean;
}

type Relation = 'derived' | 'synonym' | 'broader';

const synsets = readSynsets();
const senses = readSenses();
const relations = new Map<string, Map<string, Relation>>();

for (const [lemma, found] of senses) {
  for (const { synset, rank, count } of found) {
    const own = synsets.get(synset);
    if (!own || rank > SENSES || (count === 0 && rank > 1)) continue;
    for (const word of own.words) if (count > 0 || rank === 1) relate(lemma, word, 'synonym');
    const number = own.words.indexOf(lemma) + 1;
    for (const [symbol, target, from, to] of own.pointers) {
      const other = synsets.get(target);
      if (!other) continue;
      const word = other.words[to - 1];
      // "+" derivationally related, "\" pertains to, "@" hypernym, "&" similar.
      if ((symbol === '+' || symbol === '\\') && from === number && word) relate(lemma, word, 'derived');
      else if (symbol === '&' && rank === 1 && count > 0)
        for (const similar of other.words.slice(0, 2)) relate(lemma, similar, 'broader');
      else if (symbol === '@' && rank === 1 && count > 0)
        for (const broader of other.words.slice(0, 2)) relate(lemma, broader, 'broader');
    }
  }
}
write();
writeCounts();

function relate(left: string, right: string, relation: Relation): void {
  if (!/^[a-z]{3,}$/.test(left) || !/^[a-z]{3,}$/.test(right)) return;
  if (STOP_WORDS.has(left) || STOP_WORDS.has(right)) return;
  const [a, b] = [stem(left), stem(right)];
  if (a === b) return;
  put(a, b, relation);
  put(b, a, relation);
}

function put(from: string, to: string, relation: Relation): void {
  const known = relations.get(from) ?? new Map<string, Relation>();
  relations.set(from, known);
  const order: readonly Relation[] = ['derived', 'synonym', 'broader'];
  const before = known.get(to);
  if (before === undefined || order.indexOf(relation) < order.indexOf(before)) known.set(to, relation);
}

function readSenses(): Map<string, Sense[]> {
  const letters: Readonly<Record<string, string>> = {
    '1': 'noun',
    '2': 'verb',
    '3': 'adj',
    '4': 'adv',
    '5': 'adj',
  };
  const found = new Map<string, Sense[]>();
  for (const line of lines('index.sense')) {
    const [key = '', offset = '', rank = '', count = ''] = line.split(' ');
    const [lemma = '', rest = ''] = key.split('%');
    const part = letters[rest[0] ?? ''];
    if (lemma.includes('_') || part === undefined) continue;
    const sense = {
      synset: `${part}${offset}`,
      rank: Number(rank),
      count: Number(count),
      ofNames: /^(?:person|group|location)%1:03:00::$/.test(key),
    };
    const others = found.get(lemma);
    if (others) others.push(sense);
    else found.set(lemma, [sense]);
  }
  // A lemma that never occurs in WordNet's sample of running text is too rare to matter.
  for (const [lemma, all] of found) if (all.every(({ count }) => count === 0)) found.delete(lemma);
  return found;
}

/** How often each stem occurs in WordNet's sample of running text. */
function writeCounts(): void {
  const counts = new Map<string, number>();
  for (const [lemma, found] of senses) {
    if (!/^[a-z]{2,}$/.test(lemma) || STOP_WORDS.has(lemma)) continue;
    const count = found.reduce((sum, sense) => sum + (sense.ofNames ? 0 : sense.count), 0);
    counts.set(stem(lemma), (counts.get(stem(lemma)) ?? 0) + count);
  }
  writeWordCounts(counts);
}

/** Of each stem: derived forms, synonyms and broader words, parted by bars. */
function write(): void {
  const rows = new Map(
    [...relations].map(([term, others]) => {
      const group = (relation: Relation): string =>
        [...others]
          .filter(([, kind]) => kind === relation)
          .map(([other]) => other)
          .sort()
          .join(' ');
      return [term, `${group('derived')}|${group('synonym')}|${group('broader')}`];
    }),
  );
  writeRelatedWords(rows);
  console.log(`${rows.size} stems written.`);
}
