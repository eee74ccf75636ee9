import { openArchive } from '../../src/archive/open-archive.js';
import { indexTerms } from '../../src/text/analyser.js';

// Run as a process of its own: opens the archive of its arguments, then prints what it found and was told.
// With `forever` as third argument it builds and saves the index again and again, to be killed.
const [articlesFolder = '', indexFolder = '', forever] = process.argv.slice(2);
do {
  const notices: string[] = [];
  const archive = await openArchive({
    articlesFolder,
    indexFolder,
    rebuild: forever !== undefined,
    onNotice: (line) => notices.push(line),
  });
  const terms = indexTerms('troops in Iraq').map((term) => ({ term, weight: 1 }));
  process.stdout.write(`${JSON.stringify({ hits: await archive.search({ terms, limit: 10 }), notices })}\n`);
  await archive.close();
} while (forever !== undefined);
