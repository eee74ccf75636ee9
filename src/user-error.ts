/**
 * An error meant for a person: it says what is wrong and what to do about it. The edge (terminal, Discord)
 * words it. Any other error is a fault of ours and is logged with an id.
 */
export class UserError extends Error {
  override readonly name = 'UserError';

  /**
   * @param code stable, for programs and tests, such as `article-empty`
   * @param message one sentence that names what is wrong
   * @param hint one sentence that says what to do, when there is something to do
   */
  constructor(
    readonly code: string,
    message: string,
    readonly hint: string | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
