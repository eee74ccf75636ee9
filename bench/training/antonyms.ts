import { writeFileSync } from 'node:fs';
import wordCounts from '../../src/text/lexicon/word-counts.json' with { type: 'json' };
import { stem } from '../../src/text/stems.js';
import { readSynsets } from './wordnet.js';

/**
 * Makes src/text/lexicon/antonyms.json from WordNet: for the stems of common words those of their opposites. Run it when stems
 * change: `npm run antonyms`.
 */

const OUTPUT = new URL('../../src/text/lexicon/antonyms.json', import.meta.url);

const synsets = readSynsets();
const opposites = new Map<string, Set<string>>();

for (const { words, pointers } of synsets.values()) {
  for (const [symbol, target, from, to] of pointers) {
    const [word, other] = [words[from - 1], synsets.get(target)?.words[to - 1]];
    if (symbol === '!' && word && other) oppose(word, other);
  }
}
const rows = [...opposites]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([term, others]) => `"${term}":"${[...others].sort().join(' ')}"`);
writeFileSync(OUTPUT, `{"opposites":{\n${rows.join(',\n')}\n}}\n`);

function oppose(left: string, right: string): void {
  const [a, b] = [stem(left), stem(right)];
  if (a === b || !isCommon(a) || !isCommon(b)) return;
  opposites.set(a, (opposites.get(a) ?? new Set()).add(b));
}

function isCommon(term: string): boolean {
  return /^[a-z]{2,}$/.test(term) && Object.hasOwn(wordCounts.counts, term);
}
