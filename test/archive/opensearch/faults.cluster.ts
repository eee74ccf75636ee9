import { afterEach, beforeEach, expect, inject, it, vi } from 'vitest';
import { ask } from '../../../src/answer/ask.js';
import { ClusterArchive } from '../../../src/archive/opensearch/cluster-archive.js';
import { Cluster } from '../../../src/archive/opensearch/connection/cluster.js';
import { indexVersionOf } from '../../../src/archive/opensearch/index-version.js';
import { type ClusterSettings, openCluster } from '../../../src/archive/opensearch/open-cluster.js';
import { WriteQueue } from '../../../src/archive/opensearch/write-queue.js';
import { splitPassages } from '../../../src/archive/passages.js';
import { UserError } from '../../../src/user-error.js';
import { anArticle } from '../fixtures.js';
import { manyArticles } from './articles.js';
import { allWell, control, describeOnCluster, settingsFor, stored } from './fixtures.js';
import { bulkEntries, NodeProxy, refuseSome } from './node-proxy.js';

describeOnCluster('a cluster in trouble', () => {
  let proxies: NodeProxy[];
  let told: string[];
  let settings: ClusterSettings;
  let archive: ClusterArchive;
  const oil = anArticle({
    id: 'oil',
    title: 'Markets',
    paragraphs: ['The price of oil rose to 70 dollars.'],
  });

  beforeEach(async () => {
    proxies = await Promise.all(inject('nodes').map((node) => NodeProxy.before(node)));
    told = [];
    settings = settingsFor({ nodes: proxies.map(({ url }) => url) });
    archive = await openCluster(settings, { onNotice: (line) => told.push(line) });
    await archive.put(oil);
    await stored(archive);
  });

  afterEach(async () => {
    await archive.close();
    await Promise.all(proxies.map((proxy) => proxy.leave().catch(() => undefined)));
  });

  async function price(): Promise<string> {
    const answer = await ask(archive, 'What did the price of oil rise to?');
    return answer.answered ? (answer.snippets[0]?.text ?? '') : answer.reason;
  }

  async function failure(work: Promise<unknown>): Promise<unknown> {
    return work.then(
      () => null,
      (error: unknown) => error,
    );
  }

  async function standsWhole(count: number): Promise<void> {
    const articles = manyArticles(count);
    const later = await openCluster({ ...settings, nodes: inject('nodes') });
    expect(later.articleCount).toBe(1 + articles.length);
    expect(later.passageCount).toBe([oil, ...articles].flatMap(splitPassages).length);
    expect(await later.documentFrequencies(['number3', 'oil'])).toEqual([
      splitPassages(articles[3] ?? oil).length,
      later.passageCount,
    ]);
    await later.close();
  }

  it('answers and takes articles while a node goes and comes back, and says so in a line each', async () => {
    // Those who talk to a node that is stopped find its door shut, without a proxy in between.
    const direct = { ...settings, nodes: inject('nodes') };
    const cluster = new Cluster(direct);
    // What has no copy yet goes with its node, and only comes back with it.
    await allWell(cluster, direct);
    const lines: string[] = [];
    const one = await openCluster(direct, { onNotice: (line) => lines.push(line) });
    const articles = manyArticles(600);
    let stopped = false;
    const stopping = control('stop', 1).then(() => {
      stopped = true;
    });
    const answers: string[] = [];
    const asking = (async () => {
      while (!stopped || answers.length < 20) {
        const answer = await ask(one, 'What did the price of oil rise to?');
        answers.push(answer.answered ? (answer.snippets[0]?.text ?? '') : 'no answer');
      }
    })();
    // It is awaited below; until then a failure must not end the whole run.
    asking.catch(() => {});
    for (const article of articles) await one.put(article);
    expect(await stored(one)).toEqual(new Map());
    await Promise.all([stopping, asking]);
    expect(new Set(answers)).toEqual(new Set(['The price of oil rose to 70 dollars.']));
    expect(lines).toEqual([
      expect.stringMatching(/^The search node .* does not answer; the others go on\.$/),
    ]);

    await control('start', 1);
    await allWell(cluster, direct);
    await cluster.close();
    await vi.waitFor(
      async () => {
        await one.look();
        expect(lines).toHaveLength(2);
      },
      { timeout: 30_000, interval: 200 },
    );
    expect(lines[1]).toMatch(/answers again\.$/);
    await one.close();
    await standsWhole(articles.length);
  }, 120_000);

  it('that is opened while a node is away says so', async () => {
    const lines: string[] = [];
    const [first, ...others] = proxies;
    await first?.leave();
    const nodes = [first, ...others].flatMap((proxy) => proxy?.url ?? []);
    const other = await openCluster({ ...settings, nodes }, { onNotice: (line) => lines.push(line) });
    await vi.waitFor(async () => {
      await other.look();
      expect(lines).toEqual([`The search node ${nodes[0]}/ does not answer; the others go on.`]);
    });
    await other.close();
    await first?.comeBack();
  });

  it('away altogether, is a plain error for members, and answers again by itself', async () => {
    expect(await price()).toContain('70 dollars');
    await Promise.all(proxies.map((proxy) => proxy.leave()));
    for (const question of ['What did the price of oil rise to?', 'Who met the general?']) {
      const error = await failure(ask(archive, question));
      expect(error).toBeInstanceOf(UserError);
      expect(error).toMatchObject({
        code: 'archive-unreachable',
        message: 'The archive is not reachable just now.',
        hint: 'Please try again in a minute.',
      });
    }
    expect(told).toHaveLength(3);
    expect(told[2]).toContain('there is no other');
    await Promise.all(proxies.map((proxy) => proxy.comeBack()));
    // Nobody is asked while all are known to be away; a probe finds them within about a second.
    await vi.waitFor(async () => expect(await price()).toContain('70 dollars'), { timeout: 10_000 });
  });

  it('away while an article comes in, takes it once it is back', async () => {
    await Promise.all(proxies.map((proxy) => proxy.leave()));
    await archive.put(anArticle({ id: 'gold', paragraphs: ['The price of gold fell to 3 dollars.'] }));
    const flushed = stored(archive);
    await Promise.all(proxies.map((proxy) => proxy.comeBack()));
    expect(await flushed).toEqual(new Map());
    const [hit] = await archive.search({ terms: [{ term: 'gold', weight: 1 }], limit: 1 });
    expect(hit?.passage.article).toBe('gold');
  });

  it('away for longer, says so to whoever brings articles, before they have brought them all', async () => {
    const cluster = new Cluster(settings);
    const indexVersion = indexVersionOf(settings.name);
    const queue = new WriteQueue(cluster, indexVersion, { patience: 300 });
    const impatient = await ClusterArchive.open(cluster, indexVersion, queue);
    await Promise.all(proxies.map((proxy) => proxy.leave()));
    const articles = manyArticles(10);
    const bring = async () => {
      for (const article of articles) await impatient.put(article);
    };
    await bring();
    await queue.idle();
    expect(await failure(bring())).toMatchObject({ code: 'archive-unreachable' });
    await Promise.all(proxies.map((proxy) => proxy.comeBack()));
    await bring();
    expect(await stored(impatient)).toEqual(new Map());
    await impatient.close();
    await standsWhole(articles.length);
  });

  it('with a slow node, asks another one, and that one at once from then on', async () => {
    const [slow] = proxies;
    if (slow === undefined) return;
    let asked = 0;
    slow.fault = (_passing, send) => {
      asked++;
      return send();
    };
    slow.delay = 6_000;
    for (let question = 0; question < 4; question++) expect(await price()).toContain('70 dollars');
    expect(told).toEqual([`The search node ${slow.url}/ does not answer; the others go on.`]);
    expect(asked).toBeLessThan(3);
  });

  it('that refuses single writes gets those again, until it takes them', async () => {
    const refusals = new Map<string, number>();
    const sent = new Map<string, number>();
    for (const proxy of proxies) {
      proxy.fault = (passing, send) => {
        if (!passing.path.startsWith('/_bulk')) return send();
        for (const { id } of bulkEntries(passing.body)) sent.set(id, (sent.get(id) ?? 0) + 1);
        return refuseSome(passing, send, (id) => {
          const before = refusals.get(id) ?? 0;
          if (!id.startsWith('article-3') || before === 2) return null;
          refusals.set(id, before + 1);
          return {
            status: 429,
            error: { type: 'rejected_execution_exception', reason: 'the queue is full' },
          };
        });
      };
    }
    for (const article of manyArticles(40)) await archive.put(article);
    expect(await stored(archive)).toEqual(new Map());
    expect(refusals.get('article-3#0')).toBe(2);
    expect(sent.get('article-3#0')).toBe(3);
    expect(sent.get('article-4#0')).toBe(1);
    await standsWhole(40);
  });

  it('that rejects a write for good names the article, and takes the others', async () => {
    for (const proxy of proxies) {
      proxy.fault = (passing, send) =>
        passing.path.startsWith('/_bulk')
          ? refuseSome(passing, send, (id) =>
              id === 'article-7#1'
                ? { status: 400, error: { type: 'mapper_parsing_exception', reason: 'failed to parse' } }
                : null,
            )
          : send();
    }
    for (const article of manyArticles(10)) await archive.put(article);
    const rejected = await stored(archive);
    expect([...rejected.keys()]).toEqual(['article-7']);
    expect(rejected.get('article-7')?.message).toBe(
      'The search cluster does not take article-7 (mapper_parsing_exception: failed to parse).',
    );
    expect(archive.articles().map(({ id }) => id)).not.toContain('article-7');
    expect(archive.articleCount).toBe(10);
  });

  it('whose queues are full for a moment is asked again', async () => {
    const full = { status: 429, body: JSON.stringify({ error: { type: 'rejected' }, status: 429 }) };
    let left = 2;
    for (const proxy of proxies) {
      proxy.fault = async (passing, send) =>
        /_search|_bulk/.test(passing.path) && left-- > 0 ? full : send();
    }
    expect(await price()).toContain('70 dollars');
    left = 4;
    for (const article of manyArticles(10)) await archive.put(article);
    expect(await stored(archive)).toEqual(new Map());
    await standsWhole(10);
  });

  it('whose queues stay full is a plain error for members', async () => {
    for (const proxy of proxies) {
      proxy.fault = async () => ({ status: 429, body: JSON.stringify({ error: 'full', status: 429 }) });
    }
    expect(await failure(ask(archive, 'Who met the general?'))).toMatchObject({
      code: 'archive-busy',
      hint: 'Please try again in a minute.',
    });
    expect(told).toEqual([]);
  });

  it('that finds only in a part of an index gives an error rather than half an answer', async () => {
    const partial = { type: 'search_phase_execution_exception', reason: 'Partial shards failure' };
    const paths: string[] = [];
    for (const proxy of proxies) {
      proxy.fault = async ({ path, body }, send) => {
        if (!path.includes('_search') && !path.includes('_msearch')) return send();
        paths.push(`${path} ${body}`);
        return path.includes('allow_partial_search_results=false') ||
          body.includes('"allow_partial_search_results":false')
          ? { status: 503, body: JSON.stringify({ error: partial, status: 503 }) }
          : send();
      };
    }
    expect(await failure(ask(archive, 'Who met the general?'))).toMatchObject({
      code: 'archive-unreachable',
    });
    expect(paths.length).toBeGreaterThan(0);
  });
});
