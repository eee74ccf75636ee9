import { bulletOpening } from './bullets.js';
import { bylineLine, nameAtTopLine } from './bylines.js';
import { datelineLine, datelineOpening } from './datelines.js';
import { embeddedPostLine } from './embedded-posts.js';
import { contactLine, promotionLine } from './invitations.js';
import { gluedLinkLine, linkLine } from './links.js';
import { editorsNoteLine, noticeLine, noticeWithinLine } from './notices.js';
import { advertisementLine, buttonLine, dividerLine } from './page-furniture.js';
import { captionWithCreditLine, photoCreditLine, playerLine } from './photo-lines.js';
import type { LineRule, OpeningRule } from './rule.js';
import { scrapedDateOpening, timeStampLine } from './scrape-headers.js';

/** Things that may precede a line of the story. */
export const OPENING_RULES: readonly OpeningRule[] = [scrapedDateOpening, bulletOpening, datelineOpening];

/** Recognises lines that are not the story. Tried in this order; the first that holds gives the reason. */
export const LINE_RULES: readonly LineRule[] = [
  timeStampLine,
  advertisementLine,
  dividerLine,
  embeddedPostLine,
  editorsNoteLine,
  noticeLine,
  noticeWithinLine,
  playerLine,
  photoCreditLine,
  captionWithCreditLine,
  bylineLine,
  linkLine,
  gluedLinkLine,
  buttonLine,
  promotionLine,
  contactLine,
  datelineLine,
  nameAtTopLine,
];
