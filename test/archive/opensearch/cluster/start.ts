import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);

const here = import.meta.dirname;
/** Where it is noted which files Maven fetched. */
const cache = join(here, '..', '..', '..', '..', 'node_modules', '.cache', 'clippings-cluster');

/** Memory for all nodes together, and no more compiling than short runs are worth. */
const FOR_TESTS = ['-Xms1g', '-Xmx1g', '-XX:TieredStopAtLevel=1'];
/** Fetching takes seconds, where the registry can be reached at all. */
const FETCHING = 120_000;
const STARTING = 90_000;

/** What a cluster needs is not on this machine. */
export class Missing extends Error {
  override readonly name = 'Missing';
}

/** Real OpenSearch nodes on this machine; they end with this process at the latest. */
export class TestCluster {
  readonly urls: readonly string[];
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  readonly #folder: string;

  private constructor(
    process: ChildProcessWithoutNullStreams,
    lines: AsyncIterator<string>,
    folder: string,
    urls: readonly string[],
  ) {
    this.#process = process;
    this.#lines = lines;
    this.#folder = folder;
    this.urls = urls;
  }

  /** @throws Missing where Java, Maven or the packages are not to be had, saying which */
  static async start(nodes = 3, javaOptions: readonly string[] = FOR_TESTS): Promise<TestCluster> {
    const classPath = await fetchLibraries();
    const folder = await mkdtemp(join(tmpdir(), 'clippings-cluster-'));
    const java = spawn(
      'java',
      [
        ...javaOptions,
        '-XX:MaxDirectMemorySize=256m',
        // Several nodes in one JVM would each set it.
        '-Dopensearch.set.netty.runtime.available.processors=false',
        '-cp',
        classPath,
        join(here, 'TestCluster.java'),
        folder,
        String(nodes),
      ],
      { stdio: ['pipe', 'pipe', 'pipe'] },
    );
    let complaints = '';
    java.stderr.on('data', (chunk: Buffer) => {
      complaints = (complaints + chunk.toString()).slice(-4_000);
    });
    const lines = createInterface(java.stdout)[Symbol.asyncIterator]();
    const timer = setTimeout(() => java.kill('SIGKILL'), STARTING);
    const ready = await lineOf(lines, (line) => line.startsWith('ready ')).catch(() => null);
    clearTimeout(timer);
    if (ready === null) {
      java.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
      throw new Error(`OpenSearch did not start: ${complaints}`);
    }
    return new TestCluster(java, lines, folder, ready.slice('ready '.length).split(','));
  }

  /** Stops a node as a failing machine would: those who talk to it find its door shut. */
  stopNode(number: number): Promise<void> {
    return this.#tell(`stop ${number}`);
  }

  startNode(number: number): Promise<void> {
    return this.#tell(`start ${number}`);
  }

  /** Lets all nodes hang: they take connections, and never answer. */
  async hang(): Promise<void> {
    this.#process.kill('SIGSTOP');
  }

  async goOn(): Promise<void> {
    this.#process.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    await this.goOn();
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.stdin.end();
    await gone;
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #tell(line: string): Promise<void> {
    this.#process.stdin.write(`${line}\n`);
    await lineOf(this.#lines, (each) => each === line);
  }
}

/** The next line that is meant for us; the nodes write theirs as well. */
async function lineOf(lines: AsyncIterator<string>, isIt: (line: string) => boolean): Promise<string> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) throw new Error('the cluster has ended');
    if (isIt(value)) return value;
  }
}

/** The class path of OpenSearch, which Maven fetches the first time. */
async function fetchLibraries(): Promise<string> {
  await present('java', ['-version'], 'Java');
  const project = join(here, 'pom.xml');
  const digest = createHash('sha256').update(readFileSync(project)).digest('hex').slice(0, 16);
  const note = join(cache, `${digest}.classpath`);
  if (!isWhole(note)) {
    await present('mvn', ['-version'], 'Maven');
    mkdirSync(cache, { recursive: true });
    const fresh = `${note}.${process.pid}`;
    const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';
    const options = ['--batch-mode', '--quiet', '--no-transfer-progress', '--file', project];
    try {
      await run('mvn', [...options, goal, `-Dmdep.outputFile=${fresh}`], { timeout: FETCHING });
    } catch (error) {
      const reason = error instanceof Error && 'stdout' in error ? String(error.stdout).trim() : '';
      throw new Missing(`OpenSearch could not be fetched: ${reason.split('\n')[0] || error}`);
    }
    await rename(fresh, note);
  }
  return readFileSync(note, 'utf8').trim();
}

function isWhole(note: string): boolean {
  return existsSync(note) && readFileSync(note, 'utf8').trim().split(':').every(existsSync);
}

async function present(command: string, args: readonly string[], name: string): Promise<void> {
  try {
    await run(command, [...args]);
  } catch {
    throw new Missing(`${name} is not installed`);
  }
}
