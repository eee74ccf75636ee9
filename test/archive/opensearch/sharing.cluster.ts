import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { ClusterArchive } from '../../../src/archive/opensearch/cluster-archive.js';
import { Cluster } from '../../../src/archive/opensearch/connection/cluster.js';
import { indexVersionOf } from '../../../src/archive/opensearch/index-version.js';
import { type ClusterSettings, openCluster } from '../../../src/archive/opensearch/open-cluster.js';
import { splitPassages } from '../../../src/archive/passages.js';
import { anArticle } from '../fixtures.js';
import { manyArticles } from './articles.js';
import { describeOnCluster, settingsFor, stored, writes } from './fixtures.js';

const opened: ClusterArchive[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((archive) => archive.close()));
});

async function open(settings: ClusterSettings): Promise<ClusterArchive> {
  const archive = await openCluster(settings);
  opened.push(archive);
  return archive;
}

async function found(archive: ClusterArchive, term: string): Promise<string[]> {
  const hits = await archive.search({ terms: [{ term, weight: 1 }], limit: 50 });
  return hits.map(({ passage }) => passage.article).sort();
}

describeOnCluster('an archive that several processes share', () => {
  it('gives back what was put there', async () => {
    const archive = await open(settingsFor());
    const oil = anArticle({
      id: 'oil',
      title: 'Markets shaken',
      published: '2020-01-05',
      paragraphs: ['The price of oil rose on Sunday.', '--It may fall.'],
    });
    await archive.put(oil);
    await archive.put(anArticle({ id: 'vote', paragraphs: ['Parliament voted.'] }));
    expect(await stored(archive)).toEqual(new Map());
    expect(await archive.article('oil')).toEqual(oil);
    expect(await archive.article('nowhere')).toBeUndefined();
    expect(await found(archive, 'oil')).toEqual(['oil']);
    expect(archive.articles().map(({ id, label }) => [id, label])).toEqual([
      ['oil', 'Markets shaken'],
      ['vote', 'Parliament voted.'],
    ]);
    expect([archive.articleCount, archive.passageCount]).toEqual([2, 3]);
  });

  it('is found by a process that starts later, which writes nothing again', async () => {
    const settings = settingsFor();
    const articles = manyArticles(30);
    const first = await open(settings);
    for (const article of articles) await first.put(article);
    await stored(first);
    const before = await writes(settings);
    const second = await open(settings);
    expect(second.articleCount).toBe(30);
    for (const article of articles) await second.put(article);
    await stored(second);
    expect(await writes(settings)).toBe(before);
    expect(await second.search({ terms: [{ term: 'oil', weight: 1 }], limit: 9 })).toEqual(
      await first.search({ terms: [{ term: 'oil', weight: 1 }], limit: 9 }),
    );
  });

  it('shows each process what another one adds, corrects and removes, within seconds', async () => {
    const settings = settingsFor();
    const [writer, reader] = [await open(settings), await open(settings)];
    reader.watch();
    const soon = { timeout: 10_000, interval: 100 };
    await writer.put(anArticle({ id: 'troops', paragraphs: ['The vote could expel soldiers.', '--Again.'] }));
    await vi.waitFor(async () => expect(await found(reader, 'soldier')).toEqual(['troops']), soon);
    await vi.waitFor(() => expect(reader.articles().map(({ id }) => id)).toEqual(['troops']), soon);
    expect((await reader.article('troops'))?.paragraphs).toHaveLength(2);

    await writer.put(anArticle({ id: 'troops', paragraphs: ['The vote could expel sailors.'] }));
    await vi.waitFor(async () => expect(await found(reader, 'sailor')).toEqual(['troops']), soon);
    await vi.waitFor(async () => {
      expect((await reader.article('troops'))?.paragraphs[0]?.text).toBe('The vote could expel sailors.');
    }, soon);
    expect(await found(reader, 'soldier')).toEqual([]);
    await vi.waitFor(() => expect(reader.passageCount).toBe(1), soon);

    await writer.remove('troops');
    await vi.waitFor(() => expect(reader.articles()).toEqual([]), soon);
    await vi.waitFor(async () => expect(await found(reader, 'sailor')).toEqual([]), soon);
    expect(await reader.article('troops')).toBeUndefined();
  });

  it('takes an article back that was removed', async () => {
    const archive = await open(settingsFor());
    const article = anArticle({ id: 'oil', paragraphs: ['Oil rose.'] });
    await archive.put(article);
    await archive.remove('oil');
    await archive.put(article);
    await stored(archive);
    expect(await found(archive, 'oil')).toEqual(['oil']);
  });

  it('holds one whole edition of an article that several processes put there at once', async () => {
    const settings = settingsFor();
    const archives = [await open(settings), await open(settings), await open(settings)];
    for (let round = 0; round < 5; round++) {
      await Promise.all(
        archives.map(async (archive, writer) => {
          const paragraphs = Array.from(
            { length: 1 + writer * 3 },
            () => `--Edition ${round} by w${writer} of oil.`,
          );
          await archive.put(anArticle({ id: 'oil', paragraphs }));
          await stored(archive);
        }),
      );
      const last = await open(settings);
      const article = await last.article('oil');
      const passages = article ? splitPassages(article) : [];
      const hits = await last.search({ terms: [{ term: 'oil', weight: 1 }], limit: 50 });
      expect(hits.map(({ passage }) => passage)).toEqual(passages);
      const [, winner = ''] = /by (w\d)/.exec(article?.paragraphs[0]?.text ?? '') ?? [];
      expect(await last.documentFrequencies([winner])).toEqual([passages.length]);
    }
  });

  it('is completed by the next process when one is killed in the middle', async () => {
    const settings = settingsFor();
    const writer = spawn(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, 'writing-process.ts'), JSON.stringify(settings)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    // It says so once the first articles stand there.
    await once(writer.stdout, 'data');
    writer.kill('SIGKILL');
    await once(writer, 'exit');

    const archive = await open(settings);
    expect(archive.articleCount).toBeGreaterThan(0);
    const articles = manyArticles(1_000);
    expect(archive.articleCount).toBeLessThan(articles.length);
    for (const article of articles) await archive.put(article);
    await stored(archive);
    expect(archive.articleCount).toBe(articles.length);
    expect(archive.passageCount).toBe(articles.flatMap(splitPassages).length);
    const cluster = new Cluster(settings);
    const { count } = await cluster.ask(z.object({ count: z.number() }), (client) =>
      client.count({ index: indexVersionOf(settings.name).passages }),
    );
    await cluster.close();
    expect(count).toBe(archive.passageCount);
  });
});
