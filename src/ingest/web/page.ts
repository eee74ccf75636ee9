import { STATUS_CODES } from 'node:http';
import { UserError } from '../../user-error.js';
import type { Incoming } from '../incoming.js';
import { readApart } from '../read-apart.js';
import { fetchableAddress } from './fetchable-address.js';
import type { Robots } from './robots.js';
import { toSend } from './sent-resource.js';
import type { Resource, Web } from './web.js';

const ACCEPT = 'text/html, application/xhtml+xml;q=0.9';
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Fetches the page of an article.
 * @throws UserError when the site does not allow it or does not answer, and for pages that hold no whole article
 */
export async function fetchPage(web: Web, robots: Robots, address: string): Promise<Incoming> {
  const wanted = fetchableAddress(address);
  if (!(await robots.allows(wanted))) {
    throw new UserError(
      'page-robots',
      `${wanted.host} does not let programs read ${wanted.href} (robots.txt).`,
      'Save the page in your browser and add the file.',
    );
  }
  const resource = await web.get(wanted.href, { accept: ACCEPT, mostBytes: MOST_BYTES });
  if (resource.status !== 200) throw badStatus(resource);
  const read = async () => (await import('./read-page.js')).readSentPage;
  return readApart('page', read, toSend(resource), resource.address.href);
}

function badStatus({ address: { href }, status }: Resource): UserError {
  const reason = STATUS_CODES[status] ?? 'no article';
  const hint =
    status === 404 || status === 410
      ? 'Check the address.'
      : 'Try again later, or save the page and add the file.';
  const isPassing = status >= 500 || status === 429;
  return new UserError(
    isPassing ? 'page-status' : 'page-denied',
    `${href} cannot be read: the site answers ${status} (${reason}).`,
    hint,
  );
}
