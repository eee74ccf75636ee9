// Makes programs of the sources and the packages that they use. Each is one file; what a program may do without at first
// lies in files beside it, which it loads when it needs them. One by one, a thousand modules take Node.js half a second.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const project = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

/** Packages that stay as they are installed: they hold native code, or look for files beside their own. */
const NOT_BUNDLED = [
  '@libsql/client',
  '@opensearch-project/opensearch',
  'city-timezones',
  'pino',
  'pino-pretty',
  'tinypool',
];

/** Bytes of an n-gram of eld, see language-ngrams.js. */
const NGRAM_WIDTH = 6;

/** CommonJS packages ask for these, which a module does not have. */
const COMMON_JS = [
  "import { createRequire as requireOf } from 'node:module';",
  'const require = requireOf(import.meta.url);',
  'const __dirname = import.meta.dirname;',
].join('\n');

/**
 * Bundles programs into a folder; what was in it goes. What they read from files beside themselves, `*.bin`, is copied there.
 * The licences of the packages in the bundle go there, too.
 * @param entries the path of each program's source, by the name of its file without ending
 */
export async function bundle(entries, target, { sourcemap = true } = {}) {
  // Beside the target until it is whole: a build that fails leaves the one before it.
  const folder = `${target}.new`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(join(project, 'src'), { recursive: true })) {
    if (file.endsWith('.bin')) copyFileSync(join(project, 'src', file), join(folder, basename(file)));
  }
  const { metafile } = await build({
    absWorkingDir: project,
    entryPoints: entries,
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: NOT_BUNDLED,
    minifySyntax: true,
    // V8 keeps the source in memory, once for each thread, and twice as large where one character is beyond Latin: some
    // stand in comments. Lines stay short, for whoever reads a stack trace without the maps.
    minifyWhitespace: true,
    lineLimit: 160,
    sourcemap: sourcemap ? 'linked' : false,
    sourcesContent: false,
    legalComments: 'none',
    banner: { js: COMMON_JS },
    plugins: [languageModel(folder), languageNgrams(folder), discordOnce(), undiciOnce(), englishOnly()],
    metafile: true,
    logLevel: 'warning',
  });
  writeFileSync(join(folder, 'licences.txt'), licencesOf(Object.keys(metafile.inputs)));
  rmSync(target, { recursive: true, force: true });
  renameSync(folder, target);
}

/** What the licences of packages want to be kept with copies of them. @param files some of which are theirs */
function licencesOf(files) {
  const folders = new Set(files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
  return [...folders]
    .filter((folder) => existsSync(join(project, folder, 'package.json')))
    .sort()
    .map(licenceOf)
    .join(`\n${'-'.repeat(72)}\n\n`);
}

function licenceOf(folder) {
  const inPackage = (file) => readFileSync(join(project, folder, file), 'utf8');
  const { name, version, license, author } = JSON.parse(inPackage('package.json'));
  const file = readdirSync(join(project, folder)).find((each) => /^licen[cs]e/i.test(each));
  const words =
    file === undefined ? `${license}, ${author?.name ?? author ?? 'its authors'}\n` : inPackage(file);
  return `${name} ${version}\n\n${words}`;
}

/**
 * Keeps the language model in files that are read as they lie. The package has it as JSON, with the larger half of it in base64,
 * and copies it twice before it is of use.
 */
function languageModel(folder) {
  return {
    name: 'language-model',
    setup({ onLoad }) {
      onLoad({ filter: /wink-eng-lite-web-model[\\/]dist[\\/]read-core-model\.js$/ }, ({ path }) => {
        const { lexicon, xpansions, ...model } = require(path)();
        const sections = { lexicon, xpansions };
        for (const [name, feature] of Object.entries(model.features)) {
          if (feature.hash === undefined) continue;
          delete feature.hash;
          const inOrder = (a, b) => (feature.list[a] < feature.list[b] ? -1 : 1);
          sections[name] = Uint32Array.from(feature.list.keys()).sort(inOrder);
        }
        const { posClusters } = model.features;
        posClusters.list = posClusters.list.map((parts) => [...parts]);
        const sizes = Object.fromEntries(
          Object.entries(sections).map(([name, { length }]) => [name, length]),
        );
        writeFileSync(join(folder, 'language-model.json'), JSON.stringify({ ...model, sizes }));
        writeFileSync(
          join(folder, 'language-model.bin'),
          Buffer.concat(Object.values(sections).map(bytesOf)),
        );
        return { contents: readFileSync(new URL('language-model.cjs', import.meta.url), 'utf8') };
      });
      // No pipe of ours asks for these: see src/text/wink.ts.
      onLoad(
        { filter: /wink-eng-lite-web-model[\\/].*[\\/](?:eng-(?:ner|sa)-model\.json|lemmatize\.js)$/ },
        () => ({
          contents: 'module.exports = null;',
          loader: 'js',
        }),
      );
    },
  };
}

/**
 * Keeps the n-grams by which languages are told apart in a file that is read as it lies: they are a million characters of code
 * otherwise. It holds where the scores of each n-gram begin, the n-grams in order, and the scores: language and value.
 */
function languageNgrams(folder) {
  return {
    name: 'language-ngrams',
    setup({ onLoad }) {
      onLoad({ filter: /eld[\\/]src[\\/]ngrams[\\/]extrasmall\.js$/ }, async ({ path }) => {
        const { ngrams, ...data } = (await import(pathToFileURL(path).href)).ngramsData;
        const known = Object.keys(ngrams).sort();
        const starts = [0];
        const scores = [];
        for (const ngram of known) {
          for (const [language, score] of Object.entries(ngrams[ngram])) scores.push(Number(language), score);
          starts.push(scores.length / 2);
        }
        const texts = known.map((ngram) => ngram.padEnd(NGRAM_WIDTH, '\0')).join('');
        const bytes = Buffer.concat([
          bytesOf(Uint32Array.from(starts)),
          Buffer.from(texts, 'latin1'),
          Uint8Array.from(scores),
        ]);
        if (texts.length > known.length * NGRAM_WIDTH || /[^\0-\xff]/.test(texts) || scores.some(isNoByte))
          throw new Error('The n-grams of eld do not fit into bytes any more');
        writeFileSync(
          join(folder, 'language-ngrams.json'),
          JSON.stringify({ ...data, sizes: { ngrams: known.length } }),
        );
        writeFileSync(join(folder, 'language-ngrams.bin'), bytes);
        return { contents: readFileSync(new URL('language-ngrams.js', import.meta.url), 'utf8') };
      });
    },
  };
}

const isNoByte = (value) => !Number.isInteger(value) || value < 0 || value > 255;

/**
 * Lets all modules import discord.js from one that holds its names. esbuild makes an object with a getter for each of its five
 * hundred names for every module that imports it, which took seven megabytes.
 */
function discordOnce() {
  return {
    name: 'discord-once',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^discord\.js$/ }, ({ kind }) =>
        kind === 'import-statement' ? { path: 'discord.js', namespace: 'once' } : undefined,
      );
      onLoad({ filter: /^discord\.js$/, namespace: 'once' }, () => {
        const names = Object.keys(require('discord.js')).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name));
        const exported = names.map((name) => `export const ${name} = discord.${name};`);
        return {
          contents: `const discord = require('discord.js');\n${exported.join('\n')}`,
          resolveDir: project,
        };
      });
    },
  };
}

/** Lets the packages of discord.js share a copy of undici, where they were installed with two of the same version. */
function undiciOnce() {
  const copyOf = (name) => createRequire(require.resolve(name)).resolve('undici/package.json');
  const versionOf = (file) => JSON.parse(readFileSync(file, 'utf8')).version;
  return {
    name: 'undici-once',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^undici$/ }, ({ importer, kind, pluginData }) => {
        if (pluginData === 'once' || !/node_modules[\\/]discord\.js[\\/]src/.test(importer)) return undefined;
        const shared = createRequire(require.resolve('discord.js')).resolve('@discordjs/rest');
        if (
          versionOf(copyOf('discord.js')) !== versionOf(createRequire(shared).resolve('undici/package.json'))
        )
          return undefined;
        return resolve('undici', { kind, resolveDir: join(shared, '..'), pluginData: 'once' });
      });
    },
  };
}

/** Leaves out zod's messages in fifty other languages. */
function englishOnly() {
  return {
    name: 'english-only',
    setup({ onLoad }) {
      onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
        contents: "export { default as en } from './en.js';",
      }));
    },
  };
}

function bytesOf({ buffer, byteOffset, byteLength }) {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
