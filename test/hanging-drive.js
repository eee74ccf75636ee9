// Loaded before the program (`--import`): reading a file of the name hanging.txt waits for a pipe into which nobody
// writes, whose path is in HANGING. As with a drive that has gone, one of Node's threads waits and cannot be stopped.
import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const { open } = files;
files.open = async (path, ...more) => {
  const file = await open(path, ...more);
  if (!String(path).endsWith('hanging.txt')) return file;
  const pipe = await open(process.env.HANGING, 'r+');
  file.read = (bytes, offset, length) => pipe.read(bytes, offset, length, null);
  return file;
};
syncBuiltinESMExports();
