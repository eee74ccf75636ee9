import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { FACT_NAMES } from '../src/answer/facts/index.js';
import { FEATURE_NAMES } from '../src/answer/features/index.js';
import { UserError } from '../src/user-error.js';
import { squadArchive } from './archives/squad-archive.js';
import { progressOn } from './progress.js';
import { withNews } from './run/news.js';
import { runCommand } from './run-command.js';
import { readDossiers } from './sets/dossiers.js';
import { readNews } from './sets/news.js';
import { readSelection } from './sets/selection.js';
import { readSquad } from './sets/squad.js';
import { sample } from './shuffle.js';
import {
  type ConfidenceCase,
  dossierCases,
  fewCases,
  newsCases,
  squadCases,
} from './training/confidence-cases.js';
import { crossValidateConfidence, learnConfidence } from './training/learn-confidence.js';
import {
  ablateRanking,
  crossValidateRanking,
  type FeatureGroups,
  learnRanking,
  type TrainingSet,
} from './training/learn-ranking.js';
import { learnSpans, type SpanSet } from './training/learn-spans.js';
import { dossierLists, newsLists, selectionLists, squadLists } from './training/ranking-lists.js';
import { FeatureNames, newsSpans, squadSpans } from './training/span-lists.js';
import { spanWeights } from './training/span-weights.js';

/**
 * Learns src/answer/weights.json from squad/, trecqa/train, wikiqa/train and news/: first how to rank, then, with the
 * ranking learned, which words answer (src/answer/spans/weights.json) and how sure to be. Prints cross-validated figures
 * (four folds, by article) before it writes.
 */

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
const WEIGHTS = fileURLToPath(new URL('../src/answer/weights.json', import.meta.url));
const SPAN_WEIGHTS = fileURLToPath(new URL('../src/answer/spans/weights.json', import.meta.url));
const CACHE = fileURLToPath(new URL('../node_modules/.cache/clippings-eval', import.meta.url));

/** How much a list of each set counts in the ranking: news as members ask is what Clippings is for, and there is least of it. */
const SET_WEIGHTS = { squad: 1.5, trecqa: 1, wikiqa: 1.75, news: 5, dossiers: 5 } as const;

/** Learning forty times over takes its time: a part of squad's questions tells enough. */
const ABLATION_QUESTIONS = 2_000;

/** What the table of ablations leaves out at a time. */
const FEATURE_GROUPS: FeatureGroups = {
  'coverage of the sentence': [
    'coverage',
    'sameFormCoverage',
    'termShare',
    'complete',
    'windowCoverage',
    'verbCoverage',
    'nounCoverage',
    'adjectiveCoverage',
    'rarestTerm',
    'focusMatch',
    'density',
  ],
  'what stands around it': [
    'passageCoverage',
    'articleCoverage',
    'contextCoverage',
    'nextCoverage',
    'titleCoverage',
  ],
  'names missing': ['particularAbsent'],
  'order and pairs of words': [
    'wordShare',
    'pairShare',
    'tripleShare',
    'commonSubsequence',
    'nearPairs',
    'pairsApart',
    'negation',
  ],
  'nearness in meaning': [
    'nearWords',
    'nearVerbs',
    'nearFocus',
    'nearPassage',
    'nearPrevious',
    'nearNext',
    'gist',
    'passageGist',
    'kindOfFocus',
  ],
  'first-stage scores': ['passageScore', 'passageRank', 'sentenceScore', 'bestOfPassage', 'gapInPassage'],
  'length and place': ['length', 'veryShort', 'lead', 'early', 'opensParagraph', 'closesParagraph', 'asks'],
  pronouns: ['dangling', 'danglingResolved'],
  'the day of asking': ['timely', 'fresh'],
  'answer of the wanted kind': [
    'fitsCount',
    'fitsAmount',
    'fitsDate',
    'fitsSpan',
    'fitsPerson',
    'fitsPlace',
    'fitsOrganisation',
    'fitsReason',
    'fitsManner',
    'fitsDefinition',
    'fitsStatement',
    'speakerNamedBefore',
    'fitsThing',
    'nothingWanted',
    'nearSpan',
  ],
};

const program = new Command('train')
  .description('Learns the weights of ranking, spans and confidence, in three runs.')
  .requiredOption('--data <folder>', 'the measurement data')
  .requiredOption(
    '--part <part>',
    'ranking; after it, spans; after them, confidence; or ablation, which only prints what features are worth',
  )
  .option('--dry', 'print the figures and write nothing');

async function main(): Promise<void> {
  const { data, part, dry } = program.parse().opts<{ data: string; part: string; dry?: boolean }>();
  if (!existsSync(path.join(data, 'squad')))
    throw new UserError('train-no-data', `There is no squad/ in ${data}.`);
  // The file is our own, and its parts are checked by the code that reads it.
  const weights = JSON.parse(readFileSync(WEIGHTS, 'utf8')) as Record<string, unknown>;
  if (part === 'ranking') {
    const sets = await trainingSets(data);
    process.stdout.write(crossValidateRanking(sets));
    weights.features = named(FEATURE_NAMES, learnRanking(sets));
  } else if (part === 'spans') {
    const names = new FeatureNames();
    const learned = learnSpans(await spanSets(data, names), names.names);
    process.stdout.write(learned.report);
    if (!dry) writeFileSync(SPAN_WEIGHTS, `${JSON.stringify(spanWeights(learned), null, 2)}\n`);
    return;
  } else if (part === 'confidence') {
    const cases = await confidenceCases(data);
    process.stdout.write(crossValidateConfidence(cases));
    const learned = learnConfidence(cases);
    weights.confidence = named(FACT_NAMES, learned.weights.slice(0, FACT_NAMES.length));
    weights.smallConfidence = named(FACT_NAMES, learned.weights.slice(FACT_NAMES.length));
    weights.threshold = rounded(learned.threshold);
    weights.smallThreshold = rounded(learned.smallThreshold);
  } else if (part === 'ablation') {
    process.stdout.write(ablateRanking(await trainingSets(data, ABLATION_QUESTIONS), FEATURE_GROUPS));
    return;
  } else {
    throw new UserError(
      'train-part',
      `There is no part “${part}”.`,
      'Name ranking, spans, confidence or ablation.',
    );
  }
  if (!dry) writeFileSync(WEIGHTS, `${JSON.stringify(weights, null, 2)}\n`);
}

/** @param squadQuestions at most so many of squad's */
async function trainingSets(data: string, squadQuestions?: number): Promise<TrainingSet[]> {
  const start = progressOn(process.stderr);
  const all = readSquad(path.join(data, 'squad'));
  const squad = { ...all, questions: sample(all.questions, squadQuestions) };
  const news = readNews(path.join(data, 'news'));
  const selection = (name: 'trecqa' | 'wikiqa', arrangement: 'together' | 'apart') =>
    selectionLists(name, readSelection(path.join(data, name), 'train'), arrangement, start);
  return [
    {
      name: 'squad',
      weight: SET_WEIGHTS.squad,
      lists: await squadLists(squad, await squadArchive(squad), start),
    },
    { name: 'trecqa', weight: SET_WEIGHTS.trecqa, lists: await selection('trecqa', 'apart') },
    { name: 'wikiqa', weight: SET_WEIGHTS.wikiqa, lists: await selection('wikiqa', 'together') },
    {
      name: 'dossiers',
      weight: SET_WEIGHTS.dossiers,
      lists: await dossierLists(readDossiers(PROJECT, news.articles), start),
    },
    {
      name: 'news',
      weight: SET_WEIGHTS.news,
      lists: await withNews({ cache: CACHE, startProgress: start }, news, (archive) =>
        newsLists(news.questions, archive, start),
      ),
    },
  ];
}

async function spanSets(data: string, names: FeatureNames): Promise<SpanSet[]> {
  const start = progressOn(process.stderr);
  const squad = readSquad(path.join(data, 'squad'));
  const news = readNews(path.join(data, 'news'));
  const { squad: ofSquad, news: ofNews } = SET_WEIGHTS;
  return [
    {
      name: 'squad',
      weight: ofSquad,
      lists: await squadSpans(squad, await squadArchive(squad), names, start),
    },
    {
      name: 'news',
      weight: ofNews,
      lists: await withNews({ cache: CACHE, startProgress: start }, news, (archive) =>
        newsSpans(news.questions, archive, names, start),
      ),
    },
  ];
}

async function confidenceCases(data: string): Promise<ConfidenceCase[]> {
  const start = progressOn(process.stderr);
  const squad = readSquad(path.join(data, 'squad'));
  const news = readNews(path.join(data, 'news'));
  const offTopic = news.afterTheArchive.map(({ question }) => question);
  return [
    ...(await squadCases(squad, offTopic, start)),
    ...(await fewCases(squad, offTopic, start)),
    ...(await withNews({ cache: CACHE, startProgress: start }, news, (archive) =>
      newsCases(news, archive, start),
    )),
    ...(await dossierCases(readDossiers(PROJECT, news.articles), start)),
  ];
}

function named(names: readonly string[], values: ArrayLike<number>): Record<string, number> {
  return Object.fromEntries(names.map((name, index) => [name, rounded(values[index] ?? 0)]));
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}

await runCommand(main);
