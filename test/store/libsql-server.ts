import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Client,
  createClient,
  type InArgs,
  type InValue,
  type ResultSet,
  type Transaction,
} from '@libsql/client';
import { z } from 'zod';

const value = z.discriminatedUnion('type', [
  z.object({ type: z.literal('null') }),
  z.object({ type: z.literal('integer'), value: z.string() }),
  z.object({ type: z.literal('float'), value: z.number() }),
  z.object({ type: z.literal('text'), value: z.string() }),
]);
const statement = z.object({
  sql: z.string().optional(),
  sql_id: z.number().optional(),
  args: z.array(value).default([]),
  named_args: z.array(z.object({ name: z.string(), value })).default([]),
});
type Statement = z.output<typeof statement>;

type Condition =
  | { type: 'ok' | 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'is_autocommit' };
const condition: z.ZodType<Condition> = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['ok', 'error']), step: z.number() }),
  z.object({ type: z.literal('not'), cond: z.lazy(() => condition) }),
  z.object({ type: z.literal('is_autocommit') }),
]);
const request = z.discriminatedUnion('type', [
  z.object({ type: z.literal('close') }),
  z.object({ type: z.literal('store_sql'), sql_id: z.number(), sql: z.string() }),
  z.object({ type: z.literal('close_sql'), sql_id: z.number() }),
  z.object({ type: z.literal('execute'), stmt: statement }),
  z.object({
    type: z.literal('batch'),
    batch: z.object({ steps: z.array(z.object({ stmt: statement, condition: condition.optional() })) }),
  }),
]);
const pipeline = z.object({ requests: z.array(request) });

/**
 * A libsql database behind the protocol by which libsql clients reach a server ("Hrana" 2, over HTTP): as far as whole
 * statements and batches go, which is all that a store uses. It works on one pipeline after the other.
 */
export class LibsqlServer {
  /** How many pipelines came in. */
  asked = 0;
  /** While `gone`, connections break; while `silent`, nobody is answered. */
  state: 'here' | 'gone' | 'silent' = 'here';
  readonly #server = createServer((incoming, response) => void this.#answer(incoming, response));
  readonly #database: Client;
  #transaction: Transaction | null = null;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(
    file: string,
    private readonly token: string | null,
  ) {
    this.#database = createClient({ url: `file:${file}` });
  }

  /** @param token what clients must know; null: nothing */
  static async start(file: string, token: string | null = null): Promise<LibsqlServer> {
    const server = new LibsqlServer(file, token);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`; // It listens on TCP.
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    this.#database.close();
  }

  async #answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of incoming) text += chunk;
    if (this.state === 'gone') incoming.socket.destroy();
    if (this.state !== 'here') return;
    if (this.token !== null && incoming.headers.authorization !== `Bearer ${this.token}`) {
      response.writeHead(401).end('Unauthorized');
      return;
    }
    if (incoming.url !== '/v2/pipeline') {
      response.writeHead(404).end();
      return;
    }
    this.asked += 1;
    const { requests } = pipeline.parse(JSON.parse(text));
    const worked = this.#last.then(() => this.#work(requests));
    this.#last = worked;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ baton: null, base_url: null, results: await worked }));
  }

  async #work(requests: readonly z.output<typeof request>[]): Promise<unknown[]> {
    const texts = new Map<number, string>();
    const results: unknown[] = [];
    for (const each of requests) {
      const { type } = each;
      if (type === 'store_sql') texts.set(each.sql_id, each.sql);
      if (type === 'execute') {
        const { result, error } = await this.#execute(each.stmt, texts);
        results.push(error ? { type: 'error', error } : { type: 'ok', response: { type, result } });
      } else if (type === 'batch') {
        const result = await this.#batch(each.batch.steps, texts);
        results.push({ type: 'ok', response: { type, result } });
      } else results.push({ type: 'ok', response: { type } });
    }
    return results;
  }

  async #batch(
    steps: readonly { stmt: Statement; condition?: Condition | undefined }[],
    texts: ReadonlyMap<number, string>,
  ): Promise<object> {
    const results: unknown[] = [];
    const errors: unknown[] = [];
    const holds = (asked: Condition): boolean => {
      if (asked.type === 'not') return !holds(asked.cond);
      if (asked.type === 'is_autocommit') return false;
      return Boolean((asked.type === 'ok' ? results : errors)[asked.step]);
    };
    for (const { stmt, condition } of steps) {
      const isWanted = condition === undefined || holds(condition);
      const { result = null, error = null } = isWanted ? await this.#execute(stmt, texts) : {};
      results.push(result);
      errors.push(error);
    }
    return { step_results: results, step_errors: errors };
  }

  async #execute(
    { sql, sql_id, args, named_args }: Statement,
    texts: ReadonlyMap<number, string>,
  ): Promise<{ result?: object; error?: object }> {
    try {
      const text = sql ?? texts.get(sql_id ?? -1) ?? '';
      return { result: encoded(await this.#run(text, argumentsOf(args, named_args))) };
    } catch (error) {
      return { error: { message: String(error), code: 'SQLITE_ERROR' } };
    }
  }

  /** The client below us begins and ends transactions by itself. */
  async #run(sql: string, args: InArgs): Promise<ResultSet | null> {
    if (/^BEGIN/i.test(sql)) this.#transaction = await this.#database.transaction('write');
    else if (/^COMMIT/i.test(sql)) await this.#transaction?.commit();
    else if (/^ROLLBACK/i.test(sql)) await this.#transaction?.rollback();
    else return (this.#transaction ?? this.#database).execute({ sql, args });
    if (!/^BEGIN/i.test(sql)) this.#transaction = null;
    return null;
  }
}

function argumentsOf(args: Statement['args'], named: Statement['named_args']): InArgs {
  if (named.length === 0) return args.map(decodedValue);
  return Object.fromEntries(named.map(({ name, value }) => [name, decodedValue(value)]));
}

function decodedValue(given: z.output<typeof value>): InValue {
  if (given.type === 'null') return null;
  return given.type === 'integer' ? BigInt(given.value) : given.value;
}

function encoded(result: ResultSet | null): object {
  if (result === null) return { cols: [], rows: [], affected_row_count: 0, last_insert_rowid: null };
  const { columns, rows, rowsAffected } = result;
  return {
    cols: columns.map((name) => ({ name })),
    rows: rows.map((row) => columns.map((_, at) => encodedValue(row[at]))),
    affected_row_count: rowsAffected,
    last_insert_rowid: null,
  };
}

function encodedValue(given: unknown): object {
  if (given === null || given === undefined) return { type: 'null' };
  if (typeof given === 'number' && !Number.isInteger(given)) return { type: 'float', value: given };
  if (typeof given === 'string') return { type: 'text', value: given };
  return { type: 'integer', value: String(given) };
}
