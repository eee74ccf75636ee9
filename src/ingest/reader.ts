/** What can be read in a thread of its own: a web page, a feed, the feed that a page names. */
export type Reader = 'page' | 'feed' | 'feed of page';

/** What the thread sends back. Errors are packed, as they would lose their class on the way. */
export type Outcome<Read> = { readonly read: Read } | { readonly error: unknown };
