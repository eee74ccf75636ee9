import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { chancesBy, unpackNameKinds } from '../../src/text/name-kinds.js';
import { runCommand } from '../run-command.js';
import { readNamedTexts } from '../sets/named-texts.js';
import { learnNameKinds } from './learn-name-kinds.js';
import { type NameCase, nameCases } from './name-cases.js';
import { nameKindsReport } from './name-kinds-report.js';

/**
 * Learns src/text/name-kinds.json: of which kind a name is. Prints how often it is right on texts it has not learned from,
 * before it writes. Run it by `npm run name-kinds -- --data <folder>`.
 *
 * Learned from texts that are free to learn from: the Groningen Meaning Bank (Bos et al. 2017; public domain), WNUT 2017's
 * training part (Derczynski et al. 2017; CC BY 4.0), the Broad Twitter Corpus (Derczynski et al. 2016; CC BY 4.0) and GUM's
 * interviews, papers, court records, speeches and vlogs (Zeldes 2017; CC BY). Measured on others: GUM's news, Wikigold
 * (Balasuriya et al. 2009), CoNLL 2003 (Tjong Kim Sang and De Meulder 2003), the English Web Treebank (Mayhew et al. 2024),
 * and a tenth of the Groningen Meaning Bank, kept back.
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
const UNMARKED = 0.6;
/** The set whose tenth is kept back, in stretches of so many documents: neighbours in it tell of the same events. */
const KEPT_BACK = { set: 'gmb', stretch: 40 } as const;

async function main(): Promise<void> {
  const { data, dry } = new Command('name-kinds')
    .requiredOption('--data <folder>', 'texts with marked names, a file <set>.jsonl for each set')
    .option('--dry', 'print the figures and write nothing')
    .parse()
    .opts<{ data: string; dry?: boolean }>();
  const keptBack: NameCase[] = [];
  const cases = Object.entries(LEARNED).flatMap(([set, weight]) => {
    const texts = readNamedTexts(data, set);
    const isKept = (at: number) => set === KEPT_BACK.set && Math.floor(at / KEPT_BACK.stretch) % 10 === 3;
    keptBack.push(...nameCases(texts.filter((_, at) => isKept(at))));
    return nameCases(texts.filter((_, at) => !isKept(at))).map((name) => ({
      name,
      weight: weight * (name.isName ? 1 : UNMARKED),
    }));
  });
  const packed = learnNameKinds(cases);
  const model = unpackNameKinds(packed);
  const guess = ({ features }: NameCase) => {
    const chances = chancesBy(model, features);
    return chances.indexOf(Math.max(...chances));
  };
  process.stdout.write(nameKindsReport(KEPT_BACK.set, keptBack, guess));
  for (const set of MEASURED)
    process.stdout.write(nameKindsReport(set, nameCases(readNamedTexts(data, set)), guess));
  if (!dry) writeFileSync(OUTPUT, `${JSON.stringify(packed)}\n`);
}

await runCommand(main);
