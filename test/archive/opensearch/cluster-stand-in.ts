import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface Stored {
  readonly source: Readonly<Record<string, unknown>>;
  readonly sequence: number;
}

/** What a server does with a request: an answer, or `hang` to take it and never answer. */
export type Behaviour = 'hang' | Answer;

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
}

/** The block that OpenSearch sets when a disk is nearly full, as it words it. */
export const DISK_FULL =
  'TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark, index has read-only-allow-delete block';

/**
 * Speaks as much of OpenSearch's API as an archive needs to be opened, filled and counted, over real HTTP. It stores
 * documents, but finds no passages.
 */
export class ClusterStandIn {
  /** Takes the place of all answers, while it is set. */
  behaviour: Behaviour | null = null;
  /** The block of its indices, in the cluster's words; null while they take writes. */
  block: string | null = null;
  /** Answers a blocked write as a whole, as for a block of the cluster; else each document of it. */
  isWholeBlocked = false;
  readonly requests: string[] = [];
  readonly #documents = new Map<string, Stored>();
  #server: Server | null = null;
  #port = 0;
  #sequence = 0;

  static async start(): Promise<ClusterStandIn> {
    const standIn = new ClusterStandIn();
    await standIn.comeBack();
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The ids of the articles that are stored. */
  get articles(): readonly string[] {
    return [...this.#documents.keys()].flatMap((key) => /-articles-[^/]*\/(.*)$/.exec(key)?.[1] ?? []);
  }

  async comeBack(): Promise<void> {
    const server = createServer(async (request, response) => {
      const body = await text(request);
      const path = request.url ?? '/';
      this.requests.push(`${request.method} ${path}`);
      if (this.behaviour === 'hang') return;
      const {
        status,
        body: said,
        type = 'application/json',
      } = this.behaviour ?? this.#answer(request.method ?? 'GET', path, body);
      response.writeHead(status, { 'content-type': type }).end(request.method === 'HEAD' ? undefined : said);
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port; // It listens on a port, not on a pipe.
    this.#server = server;
  }

  async leave(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    this.#server = null;
  }

  #answer(method: string, address: string, body: string): Answer {
    const { pathname: path } = new URL(address, this.url);
    if (path === '/') return json({ version: { distribution: 'opensearch' } });
    if (path === '/_bulk') return this.#bulk(body);
    if (path.startsWith('/_alias/')) return json({ [`${path.slice('/_alias/'.length)}-none`]: {} });
    if (path.endsWith('/_mget')) return this.#mget(decodeURIComponent(path.split('/')[1] ?? ''), body);
    if (path.endsWith('/_count')) return json({ count: 0 });
    if (path.endsWith('/_msearch')) {
      const searches = body.trim().split('\n').length / 2;
      return json({ responses: Array.from({ length: searches }, () => ({ hits: { total: { value: 0 } } })) });
    }
    if (path.endsWith('/_search')) return this.#search(decodeURIComponent(path.split('/')[1] ?? ''), body);
    if (path.startsWith('/_search/scroll')) return json({ _scroll_id: 'end', hits: { hits: [] } });
    // Indices are there, and take whatever else they are told.
    return json(method === 'GET' ? {} : { acknowledged: true });
  }

  #bulk(body: string): Answer {
    const { block } = this;
    const error = (index: string) => ({
      type: 'cluster_block_exception',
      reason: `index [${index}] blocked by: [${block}];`,
    });
    if (block !== null && this.isWholeBlocked) {
      return json(
        { error: { type: 'cluster_block_exception', reason: `blocked by: [${block}];` }, status: 403 },
        403,
      );
    }
    const lines = body.trim().split('\n');
    const items: object[] = [];
    while (lines.length > 0) {
      const [verb = '', target] = Object.entries(JSON.parse(lines.shift() ?? '{}'))[0] ?? [];
      const { _index: index, _id: id } = Object(target);
      const source = verb === 'delete' ? null : JSON.parse(lines.shift() ?? '{}');
      const key = `${index}/${id}`;
      if (block !== null) items.push({ [verb]: { status: 429, error: error(index) } });
      else {
        if (source === null) this.#documents.delete(key);
        else this.#documents.set(key, { source, sequence: this.#sequence++ });
        items.push({ [verb]: { status: 200 } });
      }
    }
    return json({ items });
  }

  #mget(index: string, body: string): Answer {
    const ids: string[] = JSON.parse(body).ids;
    const docs = ids.map((id) => {
      const found = this.#documents.get(`${index}/${id}`);
      return found === undefined
        ? { found: false, _id: id }
        : { found: true, _id: id, _seq_no: found.sequence, _primary_term: 1, _source: found.source };
    });
    return json({ docs });
  }

  #search(index: string, body: string): Answer {
    const found = [...this.#documents].filter(([key]) => key.startsWith(`${index}/`));
    const sum = (field: string) => ({
      value: found.reduce((total, [, { source }]) => total + Number(source[field] ?? 0), 0),
    });
    const isCount = JSON.parse(body || '{}').size === 0;
    const hits = found.map(([key, { source }]) => ({ _id: key.slice(index.length + 1), _source: source }));
    const isPassages = index.includes('-passages-');
    return json({
      _scroll_id: 'start',
      hits: { total: { value: found.length }, hits: isCount || isPassages ? [] : hits },
      aggregations: { passages: sum('passages'), titleTerms: sum('titleTerms'), textTerms: sum('textTerms') },
    });
  }
}

function json(value: object, status = 200): Answer {
  return { status, body: JSON.stringify(value) };
}
