import { UserError } from '../user-error.js';

/**
 * An error as plain data. Errors lose their class and their own properties when they are sent to another
 * thread.
 */
interface PackedError {
  readonly packedError: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** The code that the system or a library gives it, such as `ENOSPC`. */
  readonly code: string | undefined;
  /** Of a `UserError`. */
  readonly hint: string | null | undefined;
}

/** Turns an error into plain data for another thread. Other values are returned unchanged. */
export function pack(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const { name, message, stack } = value;
  const code = 'code' in value && typeof value.code === 'string' ? value.code : undefined;
  const hint = value instanceof UserError ? value.hint : undefined;
  return { packedError: name, message, stack, code, hint } satisfies PackedError;
}

/** Restores what `pack` made: errors become errors again, a `UserError` a `UserError`. */
export function unpack(value: unknown): unknown {
  if (!isPacked(value)) return value;
  const { packedError: name, message, stack, code, hint } = value;
  if (hint !== undefined) return new UserError(code ?? '', message, hint);
  return Object.assign(new Error(message), { name, stack, ...(code === undefined ? {} : { code }) });
}

function isPacked(value: unknown): value is PackedError {
  return typeof value === 'object' && value !== null && 'packedError' in value;
}
