import { type Command, InvalidArgumentError, Option } from 'commander';
import { dateInWords } from '../../answer/quotes/citation.js';
import {
  type Day,
  daysWithArticles,
  lacksYear,
  readDay,
  withEarlierYears,
} from '../../digest/schedule/days.js';
import { periodOfDays } from '../../digest/schedule/period.js';
import { UserError } from '../../user-error.js';
import { type CommandContext, withArticles } from '../command-context.js';
import { digestJson } from '../rendering/digest-json.js';
import { digestText } from '../rendering/digest-text.js';
import { jsonLine } from '../rendering/harmless.js';
import { screenOf } from '../rendering/screen.js';
import { today } from '../today.js';

interface Options {
  /** Each is a day, or that day of several years, the latest first. */
  readonly date?: readonly Day[];
  readonly from?: readonly Day[];
  readonly to?: readonly Day[];
  readonly json?: true;
}

export function addDigestCommand(program: Command, context: CommandContext): void {
  program
    .command('digest')
    .description('the stories of a day, each told in quotes; the newest day of the archive without a date')
    .addOption(new Option('--date <day>', 'the day, as 2020-01-05, today or yesterday').argParser(dayOption))
    .addOption(
      new Option('--from <day>', 'the first day, for more days than one')
        .argParser(dayOption)
        .conflicts('date'),
    )
    .addOption(new Option('--to <day>', 'the last day').argParser(dayOption).conflicts('date'))
    .option('--json', 'print one line of JSON')
    .addHelpText('after', '\nExample:\n  npx clippings digest --date 2020-01-05')
    .action((options: Options) => printDigest(context, options));
}

async function printDigest(context: CommandContext, options: Options): Promise<void> {
  await withArticles(context, options.json === true, async (archive) => {
    const days = daysWithArticles(archive);
    const { from, to } = chosenDays(options, days);
    // Composing needs the language model, which takes memory and a moment to load.
    const { composeDigest } = await import('../../digest/compose.js');
    const digest = await composeDigest(archive, periodOfDays(from, to));
    if (options.json) context.output.write(`${jsonLine(digestJson(digest))}\n`);
    else if (digest.stories.length > 0) {
      context.output.write(`${digestText(digest, { from, to }, screenOf(context.output))}\n`);
    } else context.output.write(`${emptyText(days, from, to)}\n`);
  });
}

function chosenDays(options: Options, days: readonly Day[]): { readonly from: Day; readonly to: Day } {
  const newest = days.at(-1) ?? today();
  const chosen = (such: readonly Day[] | undefined) => such?.find((day) => days.includes(day)) ?? such?.[0];
  const [date, from, to] = [chosen(options.date), chosen(options.from), chosen(options.to)];
  if (to !== undefined && from === undefined) {
    throw new UserError(
      'usage-digest-span',
      '--to needs a first day too.',
      'Add --from, or use --date for one day.',
    );
  }
  if (from === undefined) return { from: date ?? newest, to: date ?? newest };
  const last = to ?? days.findLast((day) => day >= from) ?? from;
  if (last < from) {
    throw new UserError('usage-digest-order', `${from} is after ${last}.`, 'Give the earlier day as --from.');
  }
  return { from, to: last };
}

function emptyText(days: readonly Day[], from: Day, to: Day): string {
  const span = from === to ? `on ${dateInWords(from)}` : `from ${dateInWords(from)} to ${dateInWords(to)}`;
  const nearest = days.findLast((day) => day < from) ?? days.find((day) => day > to);
  const advice =
    nearest === undefined ? '' : ` The nearest day that has some: npx clippings digest --date ${nearest}`;
  return `The archive has no articles ${span}.${advice}`;
}

/** Returns the day, or, if its year is not named, that of all years, the latest first. */
function dayOption(typed: string): readonly Day[] {
  const day = readDay(typed, today());
  if (day === null) throw new InvalidArgumentError('Write a day like 2020-01-05.');
  return lacksYear(typed) ? withEarlierYears(day) : [day];
}
