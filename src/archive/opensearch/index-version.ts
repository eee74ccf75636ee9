import { z } from 'zod';
import { ANALYSER_VERSION } from '../../text/analyser.js';
import { READING_VERSION } from '../archive-article.js';
import { PASSAGES_VERSION } from '../passages.js';
import type { Cluster } from './connection/cluster.js';
import { statusOf } from './connection/cluster-errors.js';

/** Raise it when the documents or their mapping change. */
const MAPPING_VERSION = 2;

/**
 * Everything that the documents depend on apart from the articles. Documents of another version are in other
 * indices.
 */
const VERSION = [MAPPING_VERSION, READING_VERSION, PASSAGES_VERSION, ANALYSER_VERSION].join('.');

/** The indices of one version. */
export interface IndexVersion {
  readonly articles: string;
  readonly passages: string;
}

/** How an archive's indices are laid out. */
export interface Layout {
  /** Prefix of the indices' names, so that several archives fit into one cluster. */
  readonly name: string;
  /** The number of shards of an index, which the nodes share out. */
  readonly shards: number;
}

export function indexVersionOf(name: string, version = VERSION): IndexVersion {
  return { articles: `${name}-articles-${version}`, passages: `${name}-passages-${version}` };
}

/** Aliases: they point to the index version that answers. */
function aliasesOf(name: string): IndexVersion {
  return { articles: `${name}-articles`, passages: `${name}-passages` };
}

// Index terms are made here, not in the cluster: they are sent as they are to be held, one value each.
const TERMS = { type: 'keyword', doc_values: false, ignore_above: 8_000 } as const;
/** Terms with everything that BM25 needs. */
const SCORED_TERMS = { ...TERMS, index_options: 'freqs', norms: true, similarity: 'passages' } as const;
/** Source keys, to filter by. */
const KEYS = { type: 'keyword', doc_values: false, norms: false } as const;
const COUNT = { type: 'integer', index: false } as const;

// Not constant, because the client's types want to change it.
const NOT_FETCHED = { excludes: ['terms'] };

/** MiniSearch's parameters. An `object`, because the client's types know no names but their own. */
const SIMILARITY: object = { passages: { type: 'BM25', k1: 1.2, b: 0.7 } };

const MAPPINGS = {
  passages: {
    dynamic: 'strict',
    // These are only searched; fetching then need not cut them out of the rest.
    _source: NOT_FETCHED,
    properties: {
      article: { type: 'keyword', index: false, doc_values: false },
      first: { ...COUNT, doc_values: false },
      last: { ...COUNT, doc_values: false },
      title: SCORED_TERMS,
      text: SCORED_TERMS,
      terms: TERMS,
      sources: KEYS,
    },
  },
  articles: {
    dynamic: 'strict',
    properties: {
      edition: { type: 'keyword' },
      changed: { type: 'date', format: 'epoch_millis' },
      passages: COUNT,
      titleTerms: COUNT,
      textTerms: COUNT,
      title: TERMS,
      sources: KEYS,
      summary: { type: 'object', enabled: false },
      body: { type: 'keyword', index: false, doc_values: false },
    },
  },
} as const;

/** Creates the indices of a version if they are missing. Another process may be doing the same. */
export async function makeIndexVersion(
  cluster: Cluster,
  layout: Layout,
  version = VERSION,
): Promise<IndexVersion> {
  const indexVersion = indexVersionOf(layout.name, version);
  const settings = {
    number_of_shards: layout.shards,
    // A replica of each shard, if there is a second node to hold it.
    auto_expand_replicas: '0-1',
    // Set explicitly, so that what is written can be found a second later even in indices that are seldom
    // searched.
    refresh_interval: '1s',
    similarity: SIMILARITY,
  };
  for (const kind of ['articles', 'passages'] as const) {
    const index = indexVersion[kind];
    const isThere = await cluster.ask(z.boolean(), (client, patience) =>
      client.indices.exists({ index }, patience),
    );
    if (isThere) continue;
    // The template also serves indices that a process of another version makes.
    const body = {
      index_patterns: [`${layout.name}-${kind}-*`],
      priority: 200,
      template: { settings: { index: settings }, mappings: MAPPINGS[kind] },
    };
    await cluster.ask(z.unknown(), (client, patience) =>
      client.indices.putIndexTemplate({ name: `${layout.name}-${kind}`, body }, patience),
    );
    await makeIndex(cluster, index);
  }
  return indexVersion;
}

async function makeIndex(cluster: Cluster, index: string): Promise<void> {
  try {
    await cluster.ask(z.unknown(), (client, patience) => client.indices.create({ index }, patience));
  } catch (error) {
    // Another process was faster.
    if (statusOf(error) !== 400 || !String(error).includes('resource_already_exists')) throw error;
  }
}

const Aliases = z.record(z.string(), z.unknown());

/** Returns the index version that answers now; null if there is none yet. */
export async function currentIndexVersion(cluster: Cluster, name: string): Promise<IndexVersion | null> {
  const { articles } = aliasesOf(name);
  try {
    const found = await cluster.ask(Aliases, (client, patience) =>
      client.indices.getAlias({ name: articles }, patience),
    );
    const [index] = Object.keys(found);
    return index === undefined ? null : indexVersionOf(name, index.slice(articles.length + 1));
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

/**
 * Switches to another index version, atomically. The previous one is kept for processes that still run the
 * previous version; older ones are deleted.
 */
export async function switchTo(
  cluster: Cluster,
  name: string,
  next: IndexVersion,
  before: IndexVersion | null,
): Promise<void> {
  const aliases = aliasesOf(name);
  const actions = (['articles', 'passages'] as const).flatMap((kind) => [
    ...(before === null
      ? []
      : [{ remove: { index: before[kind], alias: aliases[kind], must_exist: false } }]),
    { add: { index: next[kind], alias: aliases[kind] } },
  ]);
  await cluster.ask(z.unknown(), (client, patience) =>
    client.indices.updateAliases({ body: { actions } }, patience),
  );
  for (const kind of ['articles', 'passages'] as const) {
    const all = await cluster.ask(Aliases, (client, patience) =>
      client.indices.get({ index: `${aliases[kind]}-*` }, patience),
    );
    const old = Object.keys(all).filter((index) => index !== next[kind] && index !== before?.[kind]);
    if (old.length === 0) continue;
    await cluster.ask(z.unknown(), (client, patience) =>
      client.indices.delete({ index: old, ignore_unavailable: true }, patience),
    );
  }
}
