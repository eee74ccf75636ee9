import path from 'node:path';
import { inventedArchive } from '../archives/invented-archive.js';
import { clippingsForMembers } from '../engines/clippings-members.js';
import { measureMembers } from '../measures/members.js';
import type { SetResult } from '../results.js';
import { readMembers } from '../sets/members.js';
import type { RunOptions } from './options.js';

/** Questions as members type them over twenty articles about invented events: small, committed, and never worked from. */
export async function runInvented(options: RunOptions, project: string): Promise<SetResult> {
  const folder = path.join(project, 'test/questions/invented');
  const questions = readMembers(path.join(folder, 'questions.jsonl'));
  const archive = await inventedArchive(path.join(folder, 'articles'));
  const { result, failures } = await measureMembers(
    clippingsForMembers(archive),
    questions,
    options.startProgress,
  );
  return {
    set: 'invented',
    size: `${questions.length} questions, ${archive.articleCount} articles`,
    engines: [result],
    failures,
    notes: [],
  };
}
