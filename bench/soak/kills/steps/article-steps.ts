import { unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../../../src/archive/open-archive.js';
import { Ingester } from '../../../../src/ingest/ingester.js';
import { Web } from '../../../../src/ingest/web/web.js';
import { dropped, incoming } from '../news.js';
import { articlesFolder, indexFolder, type Steps } from '../points.js';

const DROPPED = 10;
const ADDED = 3;

/** Opens an archive, reads files, saves the index, adds and deletes articles. */
export const articleSteps: Steps = async ({ folder, round, now, remove }, tell) => {
  const articles = articlesFolder(folder);
  await tell.begin('open');
  const archive = await openArchive({ articlesFolder: articles, indexFolder: indexFolder(folder) });
  await tell.done('open');

  await tell.begin('read');
  for (let at = 0; at < DROPPED; at++) {
    writeFileSync(join(articles, `dropped-${round}-${at}.md`), dropped(round, at, now));
  }
  await archive.refresh();
  await tell.done('read');

  await tell.begin('save');
  await archive.save();
  await tell.done('save');

  const web = new Web({ userAgent: 'soak' });
  const ingester = new Ingester({ archive, folder: articles, web, agent: 'soak' });
  await tell.begin('add');
  for (let at = 0; at < ADDED; at++) {
    const { article } = await ingester.ingest(incoming(round, at, now));
    await tell.kept(article.file);
  }
  await tell.done('add');

  await tell.begin('delete');
  for (const file of remove) {
    unlinkSync(join(articles, file));
    await archive.refresh();
    await tell.gone(file);
  }
  await archive.save();
  await tell.done('delete');
};
