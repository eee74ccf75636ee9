import { openArchive } from '../../../../src/archive/open-archive.js';
import { openStore } from '../../../../src/store/store.js';
import { articlesFolder, indexFolder, type Steps, storeUrl } from '../points.js';
import { pollOnce } from '../poll-once.js';

/** Polls a feed: its items become articles, and the store notes which. */
export const feedSteps: Steps = async ({ folder, round, now }, tell) => {
  const store = await openStore({ url: storeUrl(folder) });
  const archive = await openArchive({
    articlesFolder: articlesFolder(folder),
    indexFolder: indexFolder(folder),
  });
  await tell.begin('poll');
  await pollOnce({ archive, store, folder: articlesFolder(folder), round, now });
  await tell.done('poll');
};
