/** Where processes are killed, by the work that they are started for. */
export const POINTS = {
  articles: ['open', 'read', 'save', 'add', 'delete'],
  digests: ['claim', 'send', 'record'],
  feeds: ['poll'],
  records: ['write', 'erase'],
  backups: ['backup', 'restore'],
  migrations: ['migrate'],
} as const satisfies Record<string, readonly string[]>;

export type Work = keyof typeof POINTS;
export type Point = (typeof POINTS)[Work][number];

const WORK_OF: ReadonlyMap<Point, Work> = new Map(
  Object.entries(POINTS).flatMap(([work, points]) => points.map((point) => [point, work as Work])),
);

export const ALL_POINTS: readonly Point[] = [...WORK_OF.keys()];

export function workOf(point: Point): Work {
  const work = WORK_OF.get(point);
  if (work === undefined) throw new Error(`Nothing does ${point}`);
  return work;
}

/** What a process tells the one that is to kill it. */
export type Told =
  | { readonly begin: Point }
  | { readonly done: Point }
  /** Something was acknowledged: it must be there from now on. */
  | { readonly kept: string }
  /** Something was deleted: it must not come back. */
  | { readonly gone: string }
  | { readonly failed: string }
  | { readonly finished: true };

/** What a process is told to do. Plain data. */
export interface Orders {
  /** Of the trial: articles, index and database lie in it. */
  readonly folder: string;
  readonly round: number;
  /** What the process takes the time for, in milliseconds since 1970. */
  readonly now: number;
  /** What is to be deleted, as the processes before it named what they kept. */
  readonly remove: readonly string[];
  readonly discord?: { readonly apiUrl: string; readonly token: string; readonly me: string };
}

/** How a process tells what it does. Each resolves when that has been sent. */
export interface Teller {
  begin(point: Point): Promise<void>;
  done(point: Point): Promise<void>;
  kept(what: string): Promise<void>;
  gone(what: string): Promise<void>;
}

export type Steps = (orders: Orders, tell: Teller) => Promise<void>;

export interface Findings {
  /** What was acknowledged and is gone, and what was deleted and is back, each in words. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

/** One kind of work whose processes are killed again and again, over the same files. */
export interface Trial {
  /** Prepares a round. */
  begin(round: number): Promise<Orders>;
  /** Hears what the process of this round acknowledges. */
  told(told: Told): void;
  /** Looks what the next process would find. */
  look(point: Point): Promise<Findings>;
  end(): Promise<void>;
}

export function articlesFolder(folder: string): string {
  return `${folder}/articles`;
}

export function indexFolder(folder: string): string {
  return `${folder}/index`;
}

export function storeUrl(folder: string): string {
  return `file:${folder}/clippings.db`;
}

export function backupFile(folder: string): string {
  return `${folder}/copies/backup.gz`;
}
