/** How the bot is doing at this moment. */
export interface Condition {
  /** Null until the archive has been opened for the first time. */
  readonly archive: ArchiveCondition | null;
  /** The connections this process has to keep up; null until it has connected for the first time. */
  readonly shards: readonly ShardCondition[] | null;
  /** The number of shards over all processes; null while unknown. */
  readonly shardCount: number | null;
}

export interface ArchiveCondition {
  /** False while the archive is being reopened, or does not answer. */
  readonly isOpen: boolean;
  readonly articles: number;
  readonly passages: number;
}

export interface ShardCondition {
  readonly shard: number;
  readonly isConnected: boolean;
  /** Round trip to Discord in milliseconds; null while unknown. */
  readonly ping: number | null;
}

/** Returns why the bot cannot answer at this moment, in plain words; empty if it can. */
export function ailments({ archive, shards }: Pick<Condition, 'archive' | 'shards'>): string[] {
  return [...archiveAilments(archive), ...gatewayAilments(shards)];
}

function archiveAilments(archive: ArchiveCondition | null): string[] {
  if (archive === null) return ['the archive is being opened'];
  return archive.isOpen ? [] : ['the archive does not answer; it is being opened again'];
}

/** A process without shards is healthy if several processes share them: it waits to take over. */
function gatewayAilments(shards: readonly ShardCondition[] | null): string[] {
  if (shards === null) return ['not connected to Discord yet'];
  const broken = shards.filter(({ isConnected }) => !isConnected).map(({ shard }) => shard);
  if (broken.length === 0) return [];
  return [`not connected to Discord (${broken.length === 1 ? 'shard' : 'shards'} ${broken.join(', ')})`];
}
