import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { FEATURE_NAMES } from '../src/answer/ranking/features/index.js';
import type { Archive } from '../src/archive/archive.js';
import { UserError } from '../src/user-error.js';
import { squadArchive } from './archives/squad-archive.js';
import { progressOn } from './progress.js';
import { withNews } from './run/news.js';
import { runCommand } from './run-command.js';
import { readDigestDays } from './sets/digest.js';
import { readDossierQuestions, readDossiers } from './sets/dossiers.js';
import { type MembersQuestion, readMembers } from './sets/members.js';
import { type NewsSet, readNews, readNewsArticles } from './sets/news.js';
import { readSelection } from './sets/selection.js';
import { readSortedDays } from './sets/sorted-days.js';
import { readSquad } from './sets/squad.js';
import type { SquadSet } from './sets/squad-set.js';
import { readTrecQuestions } from './sets/trec-questions.js';
import { readTypedQuestions } from './sets/typed-questions.js';
import { readJudgedWatches } from './sets/watches.js';
import { sample } from './shuffle.js';
import {
  type AnswerabilityCase,
  dossierCases,
  laterCases,
  membersCases,
  squadCases,
  type WeightsFor,
} from './training/answerability-cases.js';
import { learnStories } from './training/digest/learn-stories.js';
import { crossValidateTelling, learnTelling } from './training/digest/learn-telling.js';
import { storyDays } from './training/digest/story-days.js';
import { eventCases, seedCase } from './training/digest/telling-cases.js';
import { learnAnswerability } from './training/learn-answerability.js';
import { crossValidateRanking, folds, learnRanking, type TrainingSet } from './training/learn-ranking.js';
import { type JudgedValue, learnValues, valueChance, valuesReport } from './training/learn-values.js';
import { crossValidateWatches, learnWatches, watchCases } from './training/learn-watches.js';
import {
  dossierLists,
  membersLists,
  newsLists,
  selectionLists,
  squadLists,
} from './training/ranking-lists.js';
import { crossValidateTypes, learnTypes, typeCases } from './training/types/learn-types.js';
import { typesReport } from './training/types/type-report.js';
import { membersValues, newsValues, squadValues, type ValueList } from './training/value-cases.js';

/**
 * Learns the weights of the answering core, in the order of PARTS: each part needs those before it; and, apart from them,
 * those of the digest and of watches. Prints figures that are cross-validated by article, event or day before it writes.
 */

const PARTS = ['types', 'ranking', 'values', 'answerability', 'telling', 'stories', 'watches'] as const;
type Part = (typeof PARTS)[number];

const inProject = (place: string): string => fileURLToPath(new URL(`../${place}`, import.meta.url));
const CACHE = inProject('node_modules/.cache/clippings-eval');

/** How much a list of each set counts in the ranking: members' questions are what is asked, and there are few. */
const RANKING_WEIGHTS = { members: 6, news: 2, squad: 2, trecqa: 1, wikiqa: 1, dossiers: 1 } as const;
/** Of SQuAD's questions, these tell enough of values and of answerability. */
const VALUE_QUESTIONS = 1_500;
const ANSWERABILITY_QUESTIONS = 400;
const LATER_QUESTIONS = 200;

const program = new Command('train')
  .description('Learns the weights of the answering core, of the digest and of watches, part by part.')
  .requiredOption('--data <folder>', 'the measurement data')
  .addOption(
    new Option('--part <part>', 'what to learn; each needs those before it')
      .choices(PARTS)
      .makeOptionMandatory(),
  )
  .option('--dry', 'print the figures and write nothing');

const start = progressOn(process.stderr);

async function main(): Promise<void> {
  const { data, part, dry } = program.parse().opts<{ data: string; part: Part; dry?: boolean }>();
  if (!existsSync(path.join(data, 'squad')))
    throw new UserError('train-no-data', `There is no squad/ in ${data}.`);
  const { file, weights, report } = await LEARNERS[part](data);
  process.stdout.write(report);
  if (!dry) writeFileSync(inProject(`src/${file}`), weights);
}

interface Learned {
  /** Under src/. */
  readonly file: string;
  readonly weights: string;
  readonly report: string;
}

const LEARNERS: Readonly<Record<Part, (data: string) => Promise<Learned>>> = {
  types: async (data) => {
    const cases = typeCases({
      trec: readTrecQuestions(path.join(data, 'trec-questions')),
      dossiers: readDossierQuestions(inProject('')),
      members: readTypedQuestions(),
    });
    return {
      file: 'answer/question/type-weights.json',
      weights: `${JSON.stringify(learnTypes(cases).packed)}\n`,
      report: typesReport(crossValidateTypes(cases)),
    };
  },
  ranking: async (data) => {
    const sets = await rankingSets(data);
    return {
      file: 'answer/ranking/weights.json',
      weights: readable(named(FEATURE_NAMES, learnRanking(sets))),
      report: crossValidateRanking(sets),
    };
  },
  values: async (data) => {
    const lists = await valueLists(data);
    return {
      file: 'answer/extraction/weights.json',
      weights: readable(learnValues(lists)),
      report: valuesReport(lists, judgeOutOfFold(lists)),
    };
  },
  answerability: async (data) => {
    const { report, ...learned } = learnAnswerability(await answerabilityCases(data));
    return { file: 'answer/answerability/weights.json', weights: readable(learned), report };
  },
  stories: (data) =>
    overNews(readNews(path.join(data, 'news')), async (archive) => ({
      file: 'digest/stories/weights.json',
      weights: `${JSON.stringify(learnStories(await storyDays(archive, readSortedDays(), start)))}\n`,
      report: 'npm run eval -- --only digest measures each day with a model that has not seen it.\n',
    })),
  watches: (data) =>
    overNews(readNews(path.join(data, 'news')), async (archive) => {
      const watches = readJudgedWatches(inProject('bench/questions/watches.jsonl'));
      const learned = watches.filter(({ half }) => half === 'learn');
      const cases = await watchCases(learned, archive);
      const weights = Object.entries(learnWatches(cases)).map(([name, value]) => [
        name,
        Number(value.toFixed(2)),
      ]);
      return {
        file: 'watch/weights.json',
        weights: readable(Object.fromEntries(weights)),
        report: crossValidateWatches(cases),
      };
    }),
  telling: async (data) => {
    const events = eventCases(
      readDigestDays(path.join(data, 'digest')),
      readNewsArticles(path.join(data, 'news')),
    );
    const cases = [...events, seedCase(inProject(''))];
    return {
      file: 'digest/telling/weights.json',
      weights: readable(learnTelling(cases)),
      report: crossValidateTelling(cases),
    };
  },
};

interface Sets {
  readonly squad: SquadSet;
  readonly news: NewsSet;
  readonly members: readonly MembersQuestion[];
}

function readSets(data: string): Sets {
  return {
    squad: readSquad(path.join(data, 'squad')),
    news: readNews(path.join(data, 'news')),
    members: [
      ...readMembers(path.join(data, 'members', 'questions.jsonl')),
      ...readMembers(inProject('bench/questions/members-learn.jsonl')),
    ],
  };
}

function overNews<T>(news: NewsSet, work: (archive: Archive) => Promise<T>): Promise<T> {
  return withNews({ cache: CACHE, startProgress: start }, news, work);
}

async function rankingSets(data: string): Promise<TrainingSet[]> {
  const { squad, news, members } = readSets(data);
  const selection = (name: 'trecqa' | 'wikiqa', arrangement: 'together' | 'apart') =>
    selectionLists(name, readSelection(path.join(data, name), 'train'), arrangement, start);
  const set = (name: keyof typeof RANKING_WEIGHTS, lists: TrainingSet['lists']): TrainingSet => ({
    name,
    weight: RANKING_WEIGHTS[name],
    lists,
  });
  return [
    set('squad', await squadLists(squad, await squadArchive(squad), start)),
    set('trecqa', await selection('trecqa', 'apart')),
    set('wikiqa', await selection('wikiqa', 'together')),
    set('dossiers', await dossierLists(readDossiers(inProject(''), news.articles), start)),
    ...(await overNews(news, async (archive) => [
      set('news', await newsLists(news.questions, archive, start)),
      set('members', await membersLists(members, archive, start)),
    ])),
  ];
}

async function valueLists(data: string): Promise<ValueList[]> {
  const { squad, news, members } = readSets(data);
  return [
    ...(await squadValues(sample(squad.questions, VALUE_QUESTIONS), await squadArchive(squad), start)),
    ...(await overNews(news, async (archive) => [
      ...(await newsValues(news.questions, archive, start)),
      ...(await membersValues(members, archive, start)),
    ])),
  ];
}

/** Weights of values for each fold that were learned without it. */
function weightsOutOfFold(lists: readonly ValueList[]): WeightsFor {
  const foldOf = folds(lists.map(({ group }) => group));
  const learned = new Map(
    [...new Set(foldOf.values())].map((fold) => [
      fold,
      learnValues(lists.filter(({ group }) => foldOf.get(group) !== fold)),
    ]),
  );
  return (group) => learned.get(foldOf.get(group) ?? 0) ?? {};
}

function judgeOutOfFold(lists: readonly ValueList[]): JudgedValue[] {
  const weightsFor = weightsOutOfFold(lists);
  return lists.flatMap(({ set, group, mentions }) => {
    const chances = mentions.map((mention) => valueChance(mention, weightsFor(group)));
    const chance = Math.max(0, ...chances);
    const best = mentions[chances.indexOf(chance)];
    return best === undefined ? [] : [{ set, chance, right: best.right }];
  });
}

async function answerabilityCases(data: string): Promise<AnswerabilityCase[]> {
  const { squad, news, members } = readSets(data);
  const weightsFor = weightsOutOfFold(await valueLists(data));
  const archiveOfSquad = await squadArchive(squad);
  return [
    ...(await squadCases(squad, archiveOfSquad, ANSWERABILITY_QUESTIONS, weightsFor, start)),
    ...(await dossierCases(readDossiers(inProject(''), news.articles), start)),
    ...(await overNews(news, async (archive) => [
      ...(await membersCases(members, archive, weightsFor, start)),
      ...(await laterCases(news, archive, LATER_QUESTIONS, start)),
    ])),
  ];
}

function named(names: readonly string[], values: ArrayLike<number>): Record<string, number> {
  return Object.fromEntries(names.map((name, index) => [name, Number((values[index] ?? 0).toFixed(3))]));
}

function readable(weights: unknown): string {
  return `${JSON.stringify(weights, null, 2)}\n`;
}

await runCommand(main);
