const onWindows = process.platform === 'win32';

/**
 * What this system lacks that some tests need; they are skipped for it. Windows sends no signals that a program
 * can act on, has no pipes with names and no modes of files, lets only administrators make links, and shows
 * npm only to a shell.
 */
export const lacking = {
  signals: onWindows,
  pipes: onWindows,
  modes: onWindows,
  links: onWindows,
  programsWithoutShell: onWindows,
};
