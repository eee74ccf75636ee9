/** Discord's limits, in UTF-16 characters unless stated otherwise. */

/** All text displays of a message together. */
export const DISPLAY_TEXT = 4000;
/** The content of a message without components. */
export const CONTENT = 2000;
export const CUSTOM_ID = 100;
/** Autocomplete: how many choices, and how long each name and value. */
export const CHOICES = 25;
export const CHOICE_NAME = 100;
export const CHOICE_VALUE = 100;
/** Options of a select menu, and the length of their labels, descriptions and values. */
export const SELECT_OPTIONS = 25;
export const SELECT_LABEL = 100;
/** The address of a link. */
export const LINK_URL = 512;
/** The title of a post in a forum. */
export const POST_TITLE = 100;
