import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isoTimestamp } from '../../src/ingest/timestamp.js';
import { resolveDates } from '../../src/text/dates/dates.js';
import { splitSentences } from '../../src/text/sentences.js';
import type { TextStep } from './case.js';

const project = path.join(import.meta.dirname, '..', '..');

/** What the functions that read text make of a case's texts, a line each. */
export async function textOutput(step: TextStep, caseFolder: string): Promise<string> {
  switch (step.kind) {
    case 'sentences': {
      const paragraphs = readFileSync(path.join(caseFolder, step.file), 'utf8').split('\n').filter(Boolean);
      return paragraphs.map(sentenceLines).join('\n¶\n');
    }
    case 'dates':
      return step.texts
        .map((text) => {
          const dates = resolveDates(text, step.reference);
          return `${text} => ${JSON.stringify(dates.map(({ start, end, from, to }) => `${text.slice(start, end)}: ${from}..${to}`))}`;
        })
        .join('\n');
    case 'stamps':
      return step.texts.map((text) => `${text} => ${isoTimestamp(text, new Date(step.now))}`).join('\n');
    case 'code': {
      const script: unknown = await import(pathToFileURL(path.join(caseFolder, step.script)).href);
      return String(await scriptOf(script)(loadModule));
    }
  }
}

function sentenceLines(paragraph: string): string {
  return splitSentences(paragraph)
    .map(({ start, end }) => `| ${paragraph.slice(start, end)}`)
    .join('\n');
}

type Script = (load: (file: string) => Promise<unknown>) => unknown;

function scriptOf(module: unknown): Script {
  const script = Object(module).default;
  if (typeof script !== 'function')
    throw new Error('A script of a case has no function as its default export');
  return script;
}

/**
 * Loads a file of the project, by its path; a file that was moved within its room is found by its name.
 * @param file like `src/text/tokens.ts`
 */
async function loadModule(file: string): Promise<unknown> {
  const [tree = '', room = ''] = file.split('/');
  const [found, ...others] = readdirSync(path.join(project, tree, room), {
    recursive: true,
    encoding: 'utf8',
  }).filter((each) => path.basename(each) === path.basename(file));
  if (found === undefined || others.length > 0) throw new Error(`There is not one ${file}`);
  return import(pathToFileURL(path.join(project, tree, room, found)).href);
}
