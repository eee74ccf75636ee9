import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import type { Client } from 'discord.js';
import { pino } from 'pino';
import { openArchive, type SyncedArchive } from '../../src/archive/open-archive.js';
import { type Bot, type BotOptions, startBot } from '../../src/discord/bot.js';
import type { SourceRules } from '../../src/ingest/feeds/source-rules.js';
import { Ingester } from '../../src/ingest/ingester.js';
import type { ArchiveService } from '../../src/service/archive-service.js';
import { LocalArchiveService } from '../../src/service/local-archive-service.js';
import { openStore, type Store } from '../../src/store/store.js';
import { loopbackWeb } from '../ingest/web-server.js';
import { StandIn, type StandInOptions } from './stand-in/stand-in.js';
import { type Message, visibleText } from './stand-in/world.js';

export interface RunningBotOptions {
  readonly bot?: Partial<BotOptions>;
  /** What servers may follow. */
  readonly rules?: SourceRules;
  /** Answers in place of the archive. */
  readonly ask?: ArchiveService['ask'];
  readonly discord?: StandInOptions;
  /** Makes the world what it should be before the bot connects. */
  readonly prepare?: (discord: StandIn) => void;
  /** More articles, by file name, beside those that ship with Clippings. */
  readonly articles?: Readonly<Record<string, string>>;
}

/** How long `vi.waitFor` waits: a busy machine takes a while. */
export const soon = { timeout: 30_000, interval: 20 };

/** The real bot over the real articles, connected to a stand-in for Discord. */
export class RunningBot {
  /** What the bot logged. */
  readonly log: { level: number; msg: string }[] = [];
  bot: Bot;
  readonly service: ArchiveService;
  readonly #web = loopbackWeb();

  private constructor(
    readonly discord: StandIn,
    readonly archive: SyncedArchive,
    readonly store: Store,
    readonly folder: string,
    private readonly options: RunningBotOptions,
  ) {
    const ingester = new Ingester({
      archive,
      folder: articlesIn(folder),
      web: this.#web,
      agent: 'Clippings',
    });
    const local = new LocalArchiveService(archive, {
      ingester,
      store,
      random: () => 0,
      pause: async () => {},
      ...(options.rules ? { rules: options.rules } : {}),
    });
    this.service = options.ask ? Object.assign(local, { ask: options.ask }) : local;
    // Set by `connect`, which `open` awaits before it gives the bot out.
    this.bot = undefined as unknown as Bot;
  }

  static async open(options: RunningBotOptions = {}): Promise<RunningBot> {
    const folder = mkdtempSync(path.join(tmpdir(), 'clippings-discord-'));
    const articlesFolder = articlesIn(folder);
    mkdirSync(articlesFolder);
    cpSync(path.resolve('seeds'), articlesFolder, { recursive: true });
    for (const [name, text] of Object.entries(options.articles ?? {})) {
      writeFileSync(path.join(articlesFolder, name), text);
    }
    const archive = await openArchive({ articlesFolder, indexFolder: path.join(folder, 'index') });
    const store = await openStore({ url: `file:${path.join(folder, 'clippings.db')}` });
    const discord = await StandIn.start(options.discord);
    options.prepare?.(discord);
    const running = new RunningBot(discord, archive, store, folder, options);
    await running.connect();
    return running;
  }

  async connect(options: Partial<BotOptions> = {}): Promise<void> {
    const now = options.now ?? this.options.bot?.now;
    // Discord's clock agrees, or the bot would not believe its own.
    if (now) this.discord.clockAhead = now() - Date.now();
    const sink = new Writable({
      write: (line, _, done) => {
        this.log.push(JSON.parse(String(line)));
        done();
      },
    });
    this.bot = await startBot({
      token: this.discord.token,
      apiUrl: this.discord.apiUrl,
      service: this.service,
      store: this.store,
      log: pino({ level: 'debug' }, sink),
      messageContent: false,
      cooldown: 0,
      storeQuestions: true,
      retentionDays: 90,
      // On a slow machine many would be told that it takes longer than usual.
      late: 600_000,
      ...this.options.bot,
      ...options,
    });
  }

  get client(): Client<true> {
    const [client] = this.bot.clients();
    if (!client) throw new Error('No client is connected');
    return client;
  }

  /** Another process over the same store takes over. */
  async restart(options: Partial<BotOptions> = {}): Promise<void> {
    await this.bot.stop();
    await this.connect(options);
  }

  async close(): Promise<void> {
    await this.bot.stop();
    await this.discord.stop();
    await this.#web.close();
    this.store.close();
    await this.archive.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Asks by mention and gives the text of the answer. */
  async answerTo(question: string): Promise<string> {
    return visibleText((await this.ask(question)).body);
  }

  async ask(question: string): Promise<Message> {
    return this.discord.replyTo(this.discord.mention(question));
  }

  /** Requests that Discord refused as malformed. */
  refusals(): string[] {
    return this.discord.requests.filter(({ status }) => status === 400).map(({ path: where }) => where);
  }
}

function articlesIn(folder: string): string {
  return path.join(folder, 'articles');
}

export function textOf(message: Message): string {
  return visibleText(message.body);
}
