/** A JSON object as it came over the wire; what is read from it is checked where it is read. */
export type Json = Record<string, unknown>;

/** An error answer as Discord words it: HTTP status, its own code, a message. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}
