/**
 * A bot in a process of its own: as it was built, since that starts sooner, but with leases that run out sooner, and a
 * web in which every host is this machine. Its orders come on its command line.
 */

const { modules, ...settings } = JSON.parse(process.argv[2] ?? '');
const { runBot } = await import(`${modules}run.js`);
const { openArchiveService } = await import(`${modules}open-archive-service.js`);
const { Web } = await import(`${modules}web.js`);

/** Soon enough for a test, and late enough for a busy machine. */
const TIMES = { beat: 100, length: 3_000, identify: 100 };
const loopbackWeb = () =>
  new Web({
    userAgent: 'Clippings/test',
    mayConnect: (address) => address === '127.0.0.1',
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    deadline: 60_000,
  });

const leave = new AbortController();
process.once('SIGTERM', () => leave.abort());
await runBot({
  shards: 'auto',
  ...settings,
  storeAuthToken: null,
  fleetTimes: TIMES,
  messageContent: false,
  storeQuestions: true,
  cooldownSeconds: 0,
  logLevel: 'info',
  metricsPort: 0,
  metricsHost: '127.0.0.1',
  openArchiveService: (log) =>
    openArchiveService(
      { ...settings, storeAuthToken: null, agent: 'Clippings', version: '0', leaseTimes: TIMES },
      { ...log, progress: () => {}, notice: () => {} },
      loopbackWeb,
    ),
  leave: leave.signal,
});
process.exit();
