import { UserError } from '../user-error.js';

/** An error as plain data: between threads, errors lose their class and what is written on them. */
interface PackedError {
  readonly packedError: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** What systems and libraries call it, such as `ENOSPC`. */
  readonly code: string | undefined;
  /** Of a `UserError`. */
  readonly hint: string | null | undefined;
}

/** An error for its way to another thread; everything else as it is. */
export function pack(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const { name, message, stack } = value;
  const code = 'code' in value && typeof value.code === 'string' ? value.code : undefined;
  const hint = value instanceof UserError ? value.hint : undefined;
  return { packedError: name, message, stack, code, hint } satisfies PackedError;
}

/** What was packed, as it was: a `UserError` is one again. */
export function unpack(value: unknown): unknown {
  if (!isPacked(value)) return value;
  const { packedError: name, message, stack, code, hint } = value;
  if (hint !== undefined) return new UserError(code ?? '', message, hint);
  return Object.assign(new Error(message), { name, stack, ...(code === undefined ? {} : { code }) });
}

function isPacked(value: unknown): value is PackedError {
  return typeof value === 'object' && value !== null && 'packedError' in value;
}
