import { PassThrough, Readable } from 'node:stream';
import { Command } from 'commander';
import type { Archive } from '../../src/archive/archive.js';
import { archiveArticle } from '../../src/archive/archive-article.js';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import type { Article } from '../../src/articles/article.js';
import type { CommandContext } from '../../src/terminal/command-context.js';

function article(
  known: Partial<Article> & { readonly id: string },
  ...paragraphs: readonly string[]
): Article {
  return {
    file: `${known.id}.txt`,
    title: null,
    publisher: null,
    url: null,
    published: null,
    added: null,
    removed: [],
    ...known,
    paragraphs: paragraphs.map((text) => ({ text, afterBreak: false })),
  };
}

const bridge = article(
  {
    id: 'bridge',
    title: 'Harbour bridge closed for repairs',
    publisher: 'The Port Gazette',
    published: '2024-03-11',
    url: 'https://example.org/bridge',
    removed: [{ text: 'Advertisement', reason: 'advertisement' }],
  },
  'The harbour bridge was closed on Monday after engineers found cracks in two of its cables.',
  'About 12,000 drivers use the bridge every day, the city council said. Ferries will carry commuters for free.',
  '“We close it because safety comes first,” said Mayor Ines Calder.',
);

const ferries = article(
  { id: 'ferries', publisher: 'Radio North', published: '2024-03-12' },
  'Ferries replaced the closed harbour bridge on Tuesday.',
  'The council counted 11,400 drivers on the bridge on an average day last year.',
);

export const articles = [bridge, ferries];

export function smallArchive(): Promise<Archive> {
  return buildArchive(articles.map(archiveArticle));
}

/** What a command wrote, and what it threw. */
export interface CommandResult {
  readonly output: string;
  readonly errors: string;
  readonly failure: unknown;
}

type AddCommand = (program: Command, context: CommandContext) => void;

/** Runs a command over a small archive, with `input` coming from a pipe, or with a terminal for null. */
export async function runCommand(
  add: AddCommand,
  words: readonly string[],
  input: string | null = '',
  openArchive: CommandContext['openArchive'] = smallArchive,
): Promise<CommandResult> {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const source =
    input === null ? Object.assign(Readable.from([]), { isTTY: true }) : Readable.from([Buffer.from(input)]);
  const program = new Command('clippings').exitOverride().configureOutput({
    writeErr: (text) => errors.write(text),
    writeOut: (text) => output.write(text),
  });
  add(program, { input: source, output, errors, openArchive });
  const failure = await program.parseAsync(words, { from: 'user' }).then(
    () => null,
    (error: unknown) => error,
  );
  return { output: String(output.read() ?? ''), errors: String(errors.read() ?? ''), failure };
}
