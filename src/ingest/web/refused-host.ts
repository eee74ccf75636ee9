/** A host that is, or resolves to, an address that may not be connected to. */
export class RefusedHost extends Error {
  override readonly name = 'RefusedHost';
}
