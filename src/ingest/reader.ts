/** What can be read in a thread of its own: a web page, a feed, the feed that a page names, a list of feeds. */
export type Reader = 'page' | 'feed' | 'feed of page' | 'opml';

/** What the thread sends back. Errors are packed, as they would lose their class on the way. */
export type Outcome<Read> = { readonly read: Read } | { readonly error: unknown };
