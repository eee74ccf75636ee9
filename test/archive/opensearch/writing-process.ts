import { openCluster } from '../../../src/archive/opensearch/open-cluster.js';
import { manyArticles } from './articles.js';

/** Puts a thousand articles into a cluster whose settings are given as JSON, and says when the first ones stand there. */
async function write(): Promise<void> {
  const archive = await openCluster(JSON.parse(process.argv[2] ?? ''));
  for (const [number, article] of manyArticles(1_000).entries()) {
    await archive.put(article);
    if (number === 200) await archive.written().then(() => process.stdout.write('written\n'));
  }
  await archive.written();
}

void write();
