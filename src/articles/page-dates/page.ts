import type { parseHTML } from 'linkedom';

/** A page that was parsed. */
export type Page = ReturnType<typeof parseHTML>['document'];

export type PageElement = NonNullable<ReturnType<Page['querySelector']>>;

/** The part of a node that is needed to walk through a page. */
export interface TreeNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<TreeNode>;
}
