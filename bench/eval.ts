import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { UserError } from '../src/user-error.js';
import { namesAmong, wholeNumber } from './arguments.js';
import { progressOn } from './progress.js';
import { setReport } from './report.js';
import type { SetResult } from './results.js';
import { runChat } from './run/chat.js';
import { runDigest } from './run/digest.js';
import { runDossiers } from './run/dossiers.js';
import { runEcb } from './run/ecb.js';
import { runExplain } from './run/explain.js';
import { runFollowUps } from './run/follow-ups.js';
import { runInvented } from './run/invented.js';
import { runLanguages } from './run/languages.js';
import { runMembers } from './run/members.js';
import { runNews } from './run/news.js';
import { ENGINES, type EngineName, type RunOptions, SETS, type SetName } from './run/options.js';
import { runPages } from './run/pages.js';
import { runSeeds } from './run/seeds.js';
import { runSelection } from './run/selection.js';
import { runSlips } from './run/slips.js';
import { runSquad } from './run/squad.js';
import { runStories } from './run/stories.js';
import { runTimeline17 } from './run/timeline17.js';
import { runTopics } from './run/topics.js';
import { runTrecQuestions } from './run/trec-questions.js';
import { runCourses } from './run/watching/courses.js';
import { runFollows } from './run/watching/follows.js';
import { runWatches } from './run/watching/watches.js';
import { runCommand } from './run-command.js';

const inProject = (place: string) => fileURLToPath(new URL(`../${place}`, import.meta.url));

/** Sets that come with the project. */
const NEED_NO_DATA: ReadonlySet<SetName> = new Set<SetName>(['seeds', 'invented', 'chat']);

interface CommandLine {
  readonly data?: string;
  readonly only?: readonly SetName[];
  readonly engines: readonly EngineName[];
  readonly sample?: number;
  readonly errors: number;
  readonly questions?: string;
  readonly show?: boolean;
  readonly json?: boolean;
  readonly explain?: string;
}

const program = new Command('eval')
  .description('Measures Clippings and plain MiniSearch side by side.')
  .option(
    '--data <folder>',
    'the measurement data, or one original SQuAD file (default: ../shared/eval if it is there)',
  )
  .addOption(new Option('--only <sets>', `some of ${SETS.join(', ')}`).argParser(namesAmong(SETS)))
  .addOption(
    new Option('--engines <engines>', `some of ${ENGINES.join(', ')}`)
      .argParser(namesAmong(ENGINES))
      .default(ENGINES, 'all'),
  )
  .option('--sample <count>', 'at most so many questions of each kind, from a fixed shuffle', wholeNumber)
  .option('--errors <count>', 'show so many failures of each set', wholeNumber, 0)
  .option(
    '--explain <question>',
    'print the features of the best candidates (over the set of --only, or the seeds)',
  )
  .option('--questions <file>', 'another file of members’ questions, for the set members')
  .option('--show', 'print what the sets digest and courses compose')
  .option('--json', 'print one JSON object instead of tables');

async function main(): Promise<void> {
  const options = program.parse().opts<CommandLine>();
  const data = dataFolder(options.data);
  const run: RunOptions = {
    data: data ?? '',
    sample: options.sample,
    questions: options.questions,
    show: options.show ?? false,
    engines: new Set(options.engines),
    cache: inProject('node_modules/.cache/clippings-eval'),
    startProgress: progressOn(process.stderr),
  };
  const sets = new Set(options.only ?? SETS.filter((set) => data !== null || NEED_NO_DATA.has(set)));
  if (data === null && [...sets].some((set) => !NEED_NO_DATA.has(set))) {
    throw new UserError('eval-no-data', 'There is no measurement data.', 'Name its folder with --data.');
  }
  if (options.explain !== undefined) {
    process.stdout.write(await runExplain(options.explain, options.only?.[0], run, inProject('')));
    return;
  }
  const results: SetResult[] = [];
  for await (const result of measure(sets, run)) {
    results.push(result);
    if (!options.json) process.stdout.write(`${setReport(result, options.errors)}\n`);
  }
  if (options.json) process.stdout.write(`${JSON.stringify(toJson(results, options.errors), null, 2)}\n`);
}

async function* measure(sets: ReadonlySet<SetName>, run: RunOptions): AsyncGenerator<SetResult> {
  if (sets.has('squad') || sets.has('refusal')) {
    yield* await runSquad(run, { squad: sets.has('squad'), refusal: sets.has('refusal') });
  }
  if (sets.has('wikiqa')) yield await runSelection('wikiqa', run);
  if (sets.has('trecqa')) yield await runSelection('trecqa', run);
  const members = sets.has('members')
    ? await runMembers(run, run.questions ?? path.join(run.data, 'members', 'questions.jsonl'), 'members')
    : null;
  if (members) yield members;
  const slips = sets.has('slips') ? await runSlips(run) : null;
  if (slips) yield slips;
  if (sets.has('news') || (sets.has('refusal') && existsSync(path.join(run.data, 'news')))) {
    yield* await runNews(run, { news: sets.has('news'), refusal: sets.has('refusal') });
  }
  if (sets.has('trec-questions')) yield runTrecQuestions(run, inProject(''));
  if (sets.has('languages')) yield await runLanguages(run);
  if (sets.has('timeline17')) yield await runTimeline17(run);
  const stories = sets.has('stories') ? runStories(run) : null;
  if (stories) yield stories;
  if (sets.has('digest')) yield await runDigest(run);
  if (sets.has('topics')) yield await runTopics(run);
  if (sets.has('follow-ups')) yield await runFollowUps(run);
  if (sets.has('ecb')) yield runEcb(run);
  if (sets.has('courses')) yield await runCourses(run, inProject(''));
  if (sets.has('follows')) yield* runFollows(run);
  if (sets.has('watches')) yield* await runWatches(run, inProject(''));
  const dossiers = sets.has('dossiers') ? await runDossiers(run, inProject('')) : null;
  if (dossiers) yield dossiers;
  if (sets.has('pages') && (existsSync(path.join(run.data, 'pages')) || sets.size === 1)) {
    yield* await runPages(run);
  }
  if (sets.has('invented')) yield await runInvented(run, inProject(''));
  if (sets.has('chat')) yield* await runChat(run, inProject(''));
  if (sets.has('seeds')) yield* await runSeeds(run, inProject(''));
}

function toJson(results: readonly SetResult[], errors: number): unknown {
  return Object.fromEntries(
    results.map(({ set, failures, ...rest }) => [set, { ...rest, failures: failures.slice(0, errors) }]),
  );
}

function dataFolder(given: string | undefined): string | null {
  if (given !== undefined) {
    if (existsSync(given)) return given;
    throw new UserError(
      'eval-no-data',
      `There is no ${given}.`,
      'Name the folder of the measurement data with --data.',
    );
  }
  const usual = inProject('../shared/eval');
  return existsSync(usual) ? usual : null;
}

await runCommand(main);
