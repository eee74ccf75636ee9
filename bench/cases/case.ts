import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { UserError } from '../../src/user-error.js';

const patterns = { has: z.array(z.string()).default([]), not: z.array(z.string()).default([]) };

/** What a path of the served site answers; a list answers one poll after the other. */
const response = z.object({
  file: z.string().optional(),
  /** A program of the case that prints the body; it is given the number of the poll, from 0. */
  gen: z.string().optional(),
  text: z.string().optional(),
  type: z.string().default('application/xml'),
  status: z.int().default(200),
  headers: z.record(z.string(), z.string()).default({}),
  encoding: z.enum(['gzip', 'br', 'deflate']).optional(),
  ifNoneMatch: z.string().optional(),
  needCookie: z.string().optional(),
});
export type CaseResponse = z.output<typeof response>;

const feedStep = z.object({
  kind: z.literal('feed'),
  ...patterns,
  routes: z.record(z.string(), z.union([z.array(response).min(1), response.transform((only) => [only])])),
  host: z.string().default('news.example'),
  path: z.string().default('/feed.xml'),
  now: z.string().default('2024-03-12T09:00:00Z'),
  /** How many hours lie between two polls. */
  hours: z.number().default(1),
  polls: z.int().default(1),
  /** How many outcomes and articles are printed. */
  show: z.int().default(20),
  addAs: z.enum(['feed', 'page']).default('feed'),
  timed: z.boolean().default(false),
  requests: z.boolean().default(false),
  /** Commands to run on the articles that came. */
  cli: z.array(z.array(z.string())).default([]),
});
export type FeedStep = z.output<typeof feedStep>;

const commandStep = z.object({
  kind: z.literal('cli'),
  ...patterns,
  args: z.array(z.string()),
  env: z.record(z.string(), z.string()).default({}),
  stdin: z.string().default(''),
});
export type CommandStep = z.output<typeof commandStep>;

const textStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sentences'), ...patterns, file: z.string() }),
  z.object({
    kind: z.literal('dates'),
    ...patterns,
    texts: z.array(z.string()),
    reference: z.string().nullable().default(null),
  }),
  z.object({ kind: z.literal('stamps'), ...patterns, texts: z.array(z.string()), now: z.string() }),
  z.object({ kind: z.literal('code'), ...patterns, script: z.string() }),
]);
export type TextStep = z.output<typeof textStep>;

const step = z.union([feedStep, commandStep, textStep]);
export type Step = z.output<typeof step>;

const caseFile = z.object({ source: z.string(), steps: z.array(step) });

/** A small input rebuilt from a report about a program of this kind, and what must hold of the output. */
export interface Case extends z.output<typeof caseFile> {
  readonly name: string;
  readonly folder: string;
}

/** Reads the cases of a folder whose names begin with one of these; all when there are none. */
export function readCases(folder: string, beginnings: readonly string[]): Case[] {
  if (!existsSync(folder)) throw new UserError('cases-no-folder', `There is no folder ${folder}.`);
  return readdirSync(folder)
    .filter((name) => beginnings.length === 0 || beginnings.some((beginning) => name.startsWith(beginning)))
    .filter((name) => existsSync(path.join(folder, name, 'case.json')))
    .map((name) => readCase(path.join(folder, name)));
}

function readCase(folder: string): Case {
  const file = path.join(folder, 'case.json');
  const parsed = caseFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return { name: path.basename(folder), folder: path.resolve(folder), ...parsed.data };
  throw new UserError('cases-bad', `${file} is not a case: ${z.prettifyError(parsed.error)}`);
}
