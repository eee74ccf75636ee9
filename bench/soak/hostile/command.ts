import fc from 'fast-check';
import { CONTROLS, SLASH_COMMANDS } from '../../../src/discord/commands/registry.js';
import { address, date, option, question } from './words.js';

interface Option {
  readonly type: number;
  readonly name: string;
  readonly options?: readonly Option[];
}

const SUBCOMMAND = [1, 2];

/** A command, or each of its subcommands: `settings/show`. */
function pathsOf(name: string, options: readonly Option[] = []): string[] {
  const within = options.filter(({ type }) => SUBCOMMAND.includes(type));
  return [name, ...within.flatMap((each) => pathsOf(`${name}/${each.name}`, each.options))];
}

function namesOf(options: readonly Option[] = []): string[] {
  return options.flatMap((each) => [each.name, ...namesOf(each.options)]);
}

// A chat command's options have all of these fields; Discord's types give them per kind of option.
const definitions = SLASH_COMMANDS.map(({ definition }) => definition as Option & typeof definition);
const PATHS = [...definitions.flatMap(({ name, options }) => pathsOf(name, options)), '__proto__'];
const NAMES = [...new Set(definitions.flatMap(({ options }) => namesOf(options))), '__proto__'];
const ACTIONS = [...CONTROLS.map(({ action }) => action), ''];

const value = fc.oneof(
  question,
  option,
  date,
  address,
  fc.integer(),
  fc.boolean(),
  fc.constantFrom('100000000000000001', '-1', ''),
);

/** What somebody forges for the bot: a command with its options, a button, words in an option that suggests, or a message. */
export const command = fc
  .oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        path: fc.constantFrom(...PATHS),
        options: fc.dictionary(fc.constantFrom(...NAMES), value, { maxKeys: 5 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...ACTIONS),
          fc.array(fc.oneof(option, fc.constantFrom('0', '1', '-1', 'a')), { maxLength: 5 }),
        )
        .map(([action, fields]) => ({ press: [action, ...fields].join(':').slice(0, 100) })),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        suggest: fc.constantFrom(...PATHS),
        option: fc.constantFrom(...NAMES),
        typed: option,
      }),
    },
    { weight: 1, arbitrary: question.map((mention) => ({ mention })) },
  )
  .map((forged) => JSON.stringify(forged));
