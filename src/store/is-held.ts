/** Whether another process holds the database file, so that nothing can be written just now. */
export function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
