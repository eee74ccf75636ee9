import { writeFileSync } from 'node:fs';
import { isCommonWord } from '../../src/text/lexicon/word-vectors.js';
import { wordNetLines } from './wordnet.js';

/**
 * Makes src/text/lexicon/noun-kinds.json from WordNet: nouns that name mostly people, places or groups, which is what "which
 * congresswoman" and "what village" ask for. Run it by `npm run noun-kinds`.
 */

const OUTPUT = new URL('../../src/text/lexicon/noun-kinds.json', import.meta.url);
/** The parts of WordNet ("lexicographer files") for somebody, somewhere, and people together. */
const KINDS: Readonly<Record<string, string>> = { '18': 'person', '15': 'place', '14': 'group' };
/** So large a share of a noun's occurrences are of one kind. */
const MOSTLY = 0.6;
/** The sense index has lost the capitals of names; the data files have them. */
const ordinary = new Set(
  wordNetLines('data.noun').flatMap((line) => line.match(/(?<= )[a-z]{3,}(?= \d )/g) ?? []),
);

const nouns = new Map<string, string[]>();
for (const [lemma, kind] of kindsOfNouns()) {
  // Other words are too rare for anybody to ask by.
  if (isCommonWord(lemma) && ordinary.has(lemma)) nouns.set(kind, [...(nouns.get(kind) ?? []), lemma]);
}
const rows = [...nouns].map(([kind, found]) => `"${kind}":${JSON.stringify(found.sort().join(' '))}`);
writeFileSync(OUTPUT, `{\n${rows.join(',\n')}\n}\n`);

function kindsOfNouns(): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const line of wordNetLines('index.sense')) {
    const [key = '', , rank = '', count = ''] = line.split(' ');
    const [, lemma = '', file = ''] = /^([a-z]{3,})%1:(\d\d):/.exec(key) ?? [];
    if (lemma === '') continue;
    const ofFiles = counts.get(lemma) ?? new Map<string, number>();
    counts.set(lemma, ofFiles);
    // Where none of its senses is in WordNet's sample of running text, the first is taken.
    ofFiles.set(file, (ofFiles.get(file) ?? 0) + Number(count) + (rank === '1' ? 0.5 : 0));
  }
  const kinds = new Map<string, string>();
  for (const [lemma, ofFiles] of counts) {
    const total = [...ofFiles.values()].reduce((sum, weight) => sum + weight, 0);
    const [file = '', weight = 0] = [...ofFiles].sort(([, a], [, b]) => b - a)[0] ?? [];
    const kind = KINDS[file];
    if (kind !== undefined && weight >= MOSTLY * total) kinds.set(lemma, kind);
  }
  return kinds;
}
