import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { NameFeatures } from '../../src/text/name-features.js';
import { chancesBy, unpackNameKinds } from '../../src/text/name-kinds.js';
import { runCommand } from '../run-command.js';
import { type NamedText, readNamedTexts } from '../sets/named-texts.js';
import { learnNameKinds } from './learn-name-kinds.js';
import { nameCases } from './name-cases.js';
import { nameKindsReport } from './name-kinds-report.js';

/**
 * Learns src/text/name-kinds.json: of which kind a name is. Prints how often it is right on texts it has not learned from,
 * before it writes. Run it by `npm run name-kinds -- --data <folder>`; bench/README.md describes the files.
 *
 * It learns from texts whose licences allow it: the Groningen Meaning Bank (Bos et al. 2017; texts in the public domain),
 * WNUT 2017's training part (Derczynski et al. 2017; CC BY 4.0), the Broad Twitter Corpus (Derczynski, Bontcheva and Roberts
 * 2016; CC BY 4.0), Wikigold (Balasuriya et al. 2009; CC BY 4.0), and GUM's interviews, papers and court records (Zeldes 2017;
 * CC BY). It is measured on others: GUM's news, CoNLL 2003 (Tjong Kim Sang and De Meulder 2003), the English Web Treebank
 * (Mayhew et al. 2024), WNUT's test part, and a tenth of the Groningen Meaning Bank, kept back.
 */

const OUTPUT = fileURLToPath(new URL('../../src/text/name-kinds.json', import.meta.url));
const LEARNED: Readonly<Record<string, number>> = {
  gmb: 0.3,
  'wnut-train': 1,
  btc: 1,
  'gum-other': 1,
  wikigold: 1,
};
const MEASURED = ['gum-news', 'conll-testb', 'uner-ewt', 'wnut-test'] as const;
/** What a capitalised word counts that nobody marked: those who marked names left some out. */
const UNMARKED = 0.5;
/** The set whose tenth is kept back, in stretches of so many documents: neighbours in it tell of the same events. */
const KEPT_BACK = { set: 'gmb', stretch: 40 } as const;

async function main(): Promise<void> {
  const { data, dry } = new Command('name-kinds')
    .requiredOption('--data <folder>', 'texts with marked names, a file <set>.jsonl for each set')
    .option('--dry', 'print the figures and write nothing')
    .parse()
    .opts<{ data: string; dry?: boolean }>();
  const kept: NamedText[] = [];
  const cases = Object.entries(LEARNED).flatMap(([set, weight]) => {
    const texts = readNamedTexts(data, set);
    const isKept = (at: number) => set === KEPT_BACK.set && Math.floor(at / KEPT_BACK.stretch) % 10 === 3;
    kept.push(...texts.filter((_, at) => isKept(at)));
    return nameCases(texts.filter((_, at) => !isKept(at))).map((name) => ({
      ...name,
      weight: weight * (name.isName ? 1 : UNMARKED),
    }));
  });
  const packed = learnNameKinds(cases);
  const model = unpackNameKinds(packed);
  const chancesOf = (features: NameFeatures) => chancesBy(model, features);
  process.stdout.write(nameKindsReport(KEPT_BACK.set, nameCases(kept, chancesOf), chancesOf));
  for (const set of MEASURED) {
    const names = nameCases(readNamedTexts(data, set), chancesOf);
    process.stdout.write(nameKindsReport(set, names, chancesOf));
  }
  if (!dry) writeFileSync(OUTPUT, `${JSON.stringify(packed)}\n`);
}

await runCommand(main);
