/** How the bot is doing just now. */
export interface Condition {
  /** Null until the archive was opened for the first time. */
  readonly archive: ArchiveCondition | null;
  /** The connections that are this process's to keep; null until it was connected for the first time. */
  readonly shards: readonly ShardCondition[] | null;
  /** How many shards there are in all, with those of other processes; null as long as it is not known. */
  readonly shardCount: number | null;
}

export interface ArchiveCondition {
  /** False while it is being opened again, and where it does not answer. */
  readonly isOpen: boolean;
  readonly articles: number;
  readonly passages: number;
}

export interface ShardCondition {
  readonly shard: number;
  readonly isConnected: boolean;
  /** In milliseconds; null as long as it is not known. */
  readonly ping: number | null;
}

/** Why the bot cannot answer just now, in plain words; empty when it can. */
export function ailments({ archive, shards }: Pick<Condition, 'archive' | 'shards'>): string[] {
  return [...archiveAilments(archive), ...gatewayAilments(shards)];
}

function archiveAilments(archive: ArchiveCondition | null): string[] {
  if (archive === null) return ['the archive is being opened'];
  return archive.isOpen ? [] : ['the archive does not answer; it is being opened again'];
}

/** A process without shards, of several that share them, is well: it waits to take over. */
function gatewayAilments(shards: readonly ShardCondition[] | null): string[] {
  if (shards === null) return ['not connected to Discord yet'];
  const broken = shards.filter(({ isConnected }) => !isConnected).map(({ shard }) => shard);
  if (broken.length === 0) return [];
  return [`not connected to Discord (${broken.length === 1 ? 'shard' : 'shards'} ${broken.join(', ')})`];
}
