import { join } from 'node:path';
import { openArchive } from '../../src/archive/open-archive.js';
import { Ingester } from '../../src/ingest/ingester.js';
import { UserError } from '../../src/user-error.js';
import { loopbackWeb } from './web-server.js';

// Run as a process of its own: adds the file of its second argument to the archive in the folder of its first, and
// prints the file of each article once it is acknowledged, or what went wrong.
const [folder = '', file = ''] = process.argv.slice(2);
const articlesFolder = join(folder, 'articles');
const archive = await openArchive({ articlesFolder, indexFolder: join(folder, 'index') });
const ingester = new Ingester({ archive, folder: articlesFolder, web: loopbackWeb(), agent: 'Clippings' });
try {
  for await (const { result } of ingester.add(file)) {
    process.stdout.write(`${result instanceof UserError ? result.code : result.article.file}\n`);
  }
} catch (error) {
  process.stdout.write(`${error instanceof UserError ? `${error.code}: ${error.message}` : error}\n`);
}
await ingester.web.close();
await archive.close();
