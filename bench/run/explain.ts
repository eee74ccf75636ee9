import path from 'node:path';
import type { Archive } from '../../src/archive/archive.js';
import { squadArchive } from '../archives/squad-archive.js';
import { explain } from '../explain.js';
import { readNews } from '../sets/news.js';
import { readSquad } from '../sets/squad.js';
import { withNews } from './news.js';
import type { RunOptions, SetName } from './options.js';
import { withSeeds } from './seeds.js';
import { squadPlace } from './squad.js';

/** The features of the best candidates for one question, over the seeds unless another set is named. */
export async function runExplain(
  question: string,
  set: SetName | undefined,
  options: RunOptions,
  project: string,
): Promise<string> {
  const work = (archive: Archive) => explain(archive, question);
  if (set === 'news') return withNews(options, readNews(path.join(options.data, 'news')), work);
  if (set === 'squad') return work((await squadArchive(readSquad(squadPlace(options.data)))).archive);
  return withSeeds(project, work);
}
