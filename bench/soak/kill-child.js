/**
 * A process that does all that must survive a kill, one after the other, and says before each step what it begins and
 * after it what it acknowledges. The parent kills it on the way.
 */
import { unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const tell = (message) => new Promise((resolve) => process.send(message, resolve));
const begin = (step) => tell({ begin: step });
const done = (step, what) => tell({ done: step, what });

async function archiveSteps({ folder, now, round, remove }) {
  const [{ openArchive }, { Ingester }] = loaded;
  const articlesFolder = join(folder, 'articles');
  await begin('open');
  const archive = await openArchive({ articlesFolder, indexFolder: join(folder, 'index') });
  await done('open');

  await begin('read');
  for (let at = 0; at < 10; at++) {
    writeFileSync(join(articlesFolder, `dropped-${round}-${at}.md`), dropped(round, at, now));
  }
  await archive.refresh();
  await done('read');

  await begin('save');
  await archive.save();
  await done('save');

  const ingester = new Ingester({
    archive,
    folder: articlesFolder,
    web: { close: async () => {} },
    agent: 'soak',
  });
  await begin('add');
  for (let at = 0; at < 3; at++) {
    const { article } = await ingester.ingest(incoming(round, at, now));
    await done('add', article.file);
  }

  await begin('delete');
  for (const file of remove) {
    unlinkSync(join(articlesFolder, file));
    await archive.refresh();
    await done('delete', file);
  }
  await archive.save();
}

async function digestSteps({ storeUrl, apiUrl, token, me, now }) {
  const [{ openStore }, { sendDueDigests }, { DigestOutbox }, { REST }, { pino }] = loaded;
  const store = await openStore({ url: storeUrl });
  const outbox = new DigestOutbox(new REST({ api: apiUrl }).setToken(token), me);
  const execute = async (statement) => {
    const [step] =
      Object.entries(STATEMENTS).find(([, pattern]) => pattern.test(statement.sql ?? statement)) ?? [];
    if (step) await begin(step);
    return store.execute(statement);
  };
  await sendDueDigests({
    store: { ...store, execute },
    // The line of a day without articles is a message like any other.
    service: {
      digest: async () => ({ date: new Date(now).toISOString().slice(0, 10), stories: [], articles: 0 }),
    },
    outbox: {
      post: async (...given) => {
        await begin('send');
        return outbox.post(...given);
      },
      find: (...given) => outbox.find(...given),
    },
    log: pino({ level: 'silent' }),
    now: () => now,
    holder: `process ${process.pid}`,
  });
  await done('record');
}

const STATEMENTS = {
  claim: /^\s*INSERT INTO digest_sends/,
  record: /^\s*UPDATE digest_sends SET state = \?/,
};

const dayOf = (now) => new Date(now - 3_600_000).toISOString();

function dropped(round, at, now) {
  return `---\ntitle: Harbour ${round} of Town${at} opened\npublisher: Post${at}\npublished: ${dayOf(now)}\n---\n\n${text(round, at)}\n`;
}

function incoming(round, at, now) {
  const title = `Bridge ${round} of River${at} closed`;
  const url = `https://news.example/${round}/${at}`;
  return {
    metadata: { title, publisher: 'Gazette', url, published: dayOf(now) },
    blocks: [{ kind: 'text', text: text(`b${round}`, `x${at}`) }],
  };
}

function text(round, at) {
  return `The harbour number ${round} of Town${at} was opened on Monday by the mayor Jane Doe${round}, who came with ${at}7 guests from Shire${round}x${at}.`;
}

const [kind] = process.argv.slice(2);
const NEEDED = {
  archive: ['../../src/archive/open-archive.ts', '../../src/ingest/ingester.ts'],
  digest: [
    '../../src/store/store.ts',
    '../../src/discord/digests/clock.ts',
    '../../src/discord/digests/outbox.ts',
    'discord.js',
    'pino',
  ],
};
// Before it is told to begin, so that the next process loads while the last is looked at.
const loaded = await Promise.all(NEEDED[kind].map((module) => import(module)));

process.once('message', (orders) => {
  const work = kind === 'digest' ? digestSteps(orders) : archiveSteps(orders);
  work.then(
    // A kill that comes late falls here, not on nobody.
    () => setTimeout(() => process.exit(0), 200),
    (error) => void tell({ failed: String(error?.stack ?? error) }).then(() => process.exit(1)),
  );
});
