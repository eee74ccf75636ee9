/** A named, one-time change to the database. Names are remembered, so order matters only where one builds on another. */
export interface Migration {
  /** Never changed once released: the database remembers it. */
  readonly name: string;
  readonly statements: readonly string[];
}

/** Every change ever made, oldest first. Append new ones; never edit one that has been released. */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'guild settings',
    statements: [
      `CREATE TABLE guild_settings (
        guild TEXT PRIMARY KEY,
        answer_channels TEXT NOT NULL,   -- JSON array of channel ids; empty: everywhere
        open_channels TEXT NOT NULL,     -- JSON array of channel ids: every question, without a mention
        private_by_default INTEGER NOT NULL
      ) STRICT`,
    ],
  },
  {
    name: 'questions',
    statements: [
      `CREATE TABLE questions (
        scope TEXT NOT NULL,             -- guild id, or 'direct'
        folded TEXT NOT NULL,            -- lower case, single spaces: what makes two questions the same
        question TEXT NOT NULL,          -- as first asked; nobody's name is kept
        unanswered INTEGER NOT NULL DEFAULT 0,
        last_asked TEXT NOT NULL,        -- ISO 8601, UTC
        PRIMARY KEY (scope, folded)
      ) STRICT`,
    ],
  },
  {
    name: 'replies',
    statements: [
      `CREATE TABLE replies (
        message TEXT PRIMARY KEY,        -- the member's message that is answered
        channel TEXT NOT NULL,
        reply TEXT,                      -- our message; null until it is known to be sent
        claimed INTEGER NOT NULL         -- milliseconds since 1970
      ) STRICT`,
      'CREATE INDEX replies_by_age ON replies (claimed)',
    ],
  },
  {
    name: 'feedback',
    statements: [
      `CREATE TABLE feedback (
        reply TEXT NOT NULL,             -- our message
        voter TEXT NOT NULL,             -- a hash: enough for one vote a person, not enough to name one
        scope TEXT NOT NULL,             -- guild id, or 'direct'
        folded TEXT,                     -- the question, see questions.folded; only where it was not answered
        helpful INTEGER NOT NULL,
        PRIMARY KEY (reply, voter)
      ) STRICT`,
    ],
  },
  {
    name: 'digests',
    statements: [
      `CREATE TABLE digest_schedules (
        guild TEXT PRIMARY KEY,
        channel TEXT NOT NULL,
        hour INTEGER NOT NULL,
        minute INTEGER NOT NULL,
        zone TEXT NOT NULL,              -- IANA name
        days TEXT NOT NULL,              -- JSON array, 0 for Sunday to 6 for Saturday
        quiet_line INTEGER NOT NULL,     -- whether a day without articles gets a line
        since INTEGER NOT NULL           -- when it was set; nothing is due before. Milliseconds since 1970, as all times here
      ) STRICT`,
      `CREATE TABLE digest_sends (
        guild TEXT NOT NULL,
        due INTEGER NOT NULL,
        channel TEXT NOT NULL,
        period TEXT NOT NULL,            -- which articles it is made of
        state TEXT NOT NULL,             -- see discord/digests/delivery.ts
        holder TEXT NOT NULL,            -- the process that works on it, or did last
        held_until INTEGER NOT NULL,
        attempts INTEGER NOT NULL,
        tried INTEGER,                   -- when it may first have reached Discord; null: never
        next_try INTEGER,
        message TEXT,                    -- Discord's id, once it is known to be there
        reason TEXT,                     -- why it did not go out (yet), for people
        PRIMARY KEY (guild, due)
      ) STRICT`,
    ],
  },
  {
    name: 'feeds',
    statements: [
      `CREATE TABLE feeds (
        url TEXT PRIMARY KEY,
        title TEXT,
        added INTEGER NOT NULL,          -- times are milliseconds since 1970
        etag TEXT,                       -- as the feed last gave them, to ask whether it changed
        last_modified TEXT,
        next_poll INTEGER NOT NULL,
        last_success INTEGER,            -- null: never read yet, so all that it holds is old
        failures INTEGER NOT NULL DEFAULT 0,
        failing_since INTEGER,
        failure TEXT,                    -- why, for people
        reported INTEGER                 -- when the operator was last told
      ) STRICT`,
      `CREATE TABLE feed_items (
        feed TEXT NOT NULL,
        item TEXT NOT NULL,
        version TEXT NOT NULL,           -- a hash: another one means that the item was changed
        tries INTEGER NOT NULL,
        settled INTEGER NOT NULL,        -- 1: archived, or refused for good
        PRIMARY KEY (feed, item)
      ) STRICT`,
    ],
  },
  {
    name: 'wishes of feeds',
    statements: [
      // Milliseconds between two polls; "not modified" does not repeat it.
      'ALTER TABLE feeds ADD COLUMN wish INTEGER',
    ],
  },
  {
    name: 'leases',
    statements: [
      `CREATE TABLE leases (
        name TEXT PRIMARY KEY,
        holder TEXT NOT NULL,            -- a process
        held_until INTEGER NOT NULL      -- by the database's clock
      ) STRICT`,
    ],
  },
  {
    name: 'polls under way',
    statements: [
      // When a feed that is being polled was due; null if it is not being polled.
      'ALTER TABLE feeds ADD COLUMN claimed_from INTEGER',
    ],
  },
  {
    name: 'no private questions',
    statements: [
      // Private questions, and what members asked each other, were kept among the others: nothing tells them
      // apart.
      'DELETE FROM questions',
      'DELETE FROM feedback',
    ],
  },
  {
    name: 'pseudonyms',
    statements: [
      // Voters were stored as plain hashes, which identify everybody to anyone with a list of members.
      'DELETE FROM feedback',
      `CREATE TABLE keys (               -- of a database on the network; else they are in a file, see pseudonym-key.ts
        name TEXT PRIMARY KEY,
        key TEXT NOT NULL
      ) STRICT`,
    ],
  },
  {
    name: 'questions that can be forgotten',
    statements: [
      // Questions were counted by their words, so nothing told with which message they should be deleted.
      'DROP TABLE questions',
      'DROP TABLE feedback',
      `CREATE TABLE questions (
        message TEXT PRIMARY KEY,        -- pseudonym of the message that asks; for a command, of our answer
        guild TEXT NOT NULL,
        channel TEXT NOT NULL,
        parent TEXT,                     -- the channel that a thread belongs to
        folded TEXT NOT NULL,            -- lower case, single spaces: what makes two questions the same
        question TEXT NOT NULL,
        day TEXT NOT NULL                -- UTC
      ) STRICT`,
      `CREATE TABLE feedback (
        reply TEXT NOT NULL,             -- pseudonym of our message
        voter TEXT NOT NULL,             -- pseudonym, another one for each reply
        message TEXT NOT NULL,           -- as in questions: what is judged is the answer to it
        guild TEXT NOT NULL,
        channel TEXT NOT NULL,
        parent TEXT,
        folded TEXT,                     -- the question, only where the answer was not it
        question TEXT,
        helpful INTEGER NOT NULL,
        day TEXT NOT NULL,
        PRIMARY KEY (reply, voter)
      ) STRICT`,
      'CREATE INDEX feedback_by_message ON feedback (message)',
      // Null in direct messages, and in older rows.
      'ALTER TABLE replies ADD COLUMN guild TEXT',
      'CREATE INDEX replies_by_reply ON replies (reply)',
      `CREATE TABLE absent_guilds (
        guild TEXT PRIMARY KEY,
        since INTEGER NOT NULL           -- milliseconds since 1970
      ) STRICT`,
    ],
  },
  {
    name: 'questions that their askers can delete',
    statements: [
      // Nothing tells who asked the questions so far, and the pseudonyms of voters could not be made again.
      'DELETE FROM questions',
      'DELETE FROM feedback',
      // A pseudonym, another one for each question.
      "ALTER TABLE questions ADD COLUMN asker TEXT NOT NULL DEFAULT ''",
      // Whoever asked what is judged, by the same pseudonym; null where the question is not kept.
      'ALTER TABLE feedback ADD COLUMN asker TEXT',
    ],
  },
  {
    name: 'answers under way',
    statements: [
      // The process that works on the answer; null once it is given, or there is to be none.
      'ALTER TABLE replies ADD COLUMN holder TEXT',
      'CREATE INDEX replies_under_way ON replies (holder) WHERE holder IS NOT NULL',
      `CREATE TABLE interactions (
        interaction TEXT PRIMARY KEY,
        application TEXT NOT NULL,
        token TEXT,                      -- with which it is answered; null as soon as it is
        holder TEXT NOT NULL,            -- the process that answers it
        claimed INTEGER NOT NULL         -- milliseconds since 1970
      ) STRICT`,
    ],
  },
  {
    name: 'times that feeds skip',
    statements: [
      // JSON: hours and days at which a feed does not want to be asked; "not modified" does not repeat it.
      'ALTER TABLE feeds ADD COLUMN skip TEXT',
    ],
  },
  {
    name: 'tallies',
    statements: [
      `CREATE TABLE tallies (            -- how often something happened in a guild on a day, see counts/tallies.ts
        guild TEXT NOT NULL,
        day TEXT NOT NULL,               -- UTC
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (guild, day, kind, name)
      ) STRICT`,
    ],
  },
  {
    name: 'missed questions that are dealt with',
    statements: [
      // 1: a manager has seen to it, and it is not listed any more; the same question asked again is.
      'ALTER TABLE questions ADD COLUMN done INTEGER NOT NULL DEFAULT 0',
      'ALTER TABLE feedback ADD COLUMN done INTEGER NOT NULL DEFAULT 0',
    ],
  },
  {
    name: 'sources of guilds',
    statements: [
      // What the articles of a feed are noted with; its address may change.
      "ALTER TABLE feeds ADD COLUMN source TEXT NOT NULL DEFAULT ''",
      'UPDATE feeds SET source = url',
      'CREATE UNIQUE INDEX feeds_by_source ON feeds (source)',
      // 1: the operator follows it, and its articles are for everybody.
      'ALTER TABLE feeds ADD COLUMN shared INTEGER NOT NULL DEFAULT 1',
      `CREATE TABLE guild_sources (
        guild TEXT NOT NULL,
        source TEXT NOT NULL,            -- feeds.source
        channel TEXT NOT NULL,           -- where it was added: its failure is told there
        excluded TEXT NOT NULL DEFAULT '[]', -- JSON array of words: articles with one in their headline are not for this guild
        added INTEGER NOT NULL,          -- milliseconds since 1970
        told INTEGER,                    -- the failing_since of the last failure that the guild was told of
        PRIMARY KEY (guild, source)
      ) STRICT`,
      'CREATE INDEX guild_sources_by_source ON guild_sources (source)',
    ],
  },
  {
    name: 'watches',
    statements: [
      // What a server (guild) or a person wants to hear of; the other of the two is null.
      `CREATE TABLE watches (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        guild TEXT,
        person TEXT,
        channel TEXT NOT NULL,
        words TEXT NOT NULL COLLATE NOCASE, -- of a story, the headline
        story TEXT,                      -- JSON: ids of its articles, newest last; null if it is for words
        most INTEGER NOT NULL,           -- alerts a day
        quiet TEXT,                      -- JSON: from when until when nothing is sent
        zone TEXT NOT NULL,
        since INTEGER NOT NULL,          -- this and all times below in milliseconds since 1970
        heard INTEGER NOT NULL,          -- when an article was last found
        UNIQUE (channel, words)
      ) STRICT`,
      'CREATE INDEX watches_of_guild ON watches (guild)',
      'CREATE INDEX watches_of_person ON watches (person)',
      `CREATE TABLE alerts (
        watch INTEGER NOT NULL,
        article TEXT NOT NULL,
        found INTEGER NOT NULL,
        is_minor INTEGER NOT NULL,       -- told in a summary only
        message INTEGER,                 -- of alert_messages; null while it waits
        PRIMARY KEY (watch, article)
      ) STRICT`,
      'CREATE INDEX alerts_waiting ON alerts (watch) WHERE message IS NULL',
      'CREATE INDEX alerts_of_message ON alerts (message)',
      `CREATE TABLE alert_messages (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        watch INTEGER NOT NULL,
        is_summary INTEGER NOT NULL,
        created INTEGER NOT NULL,
        state TEXT NOT NULL,
        holder TEXT NOT NULL,
        held_until INTEGER NOT NULL,
        attempts INTEGER NOT NULL,
        tried INTEGER,
        next_try INTEGER,
        message TEXT,
        reason TEXT
      ) STRICT`,
      // Of one watch, one message is under way at a time.
      `CREATE UNIQUE INDEX alert_messages_open ON alert_messages (watch) WHERE state IN ('claimed', 'waiting')`,
      'CREATE INDEX alert_messages_of_watch ON alert_messages (watch, created)',
      `CREATE TRIGGER watch_ended AFTER DELETE ON watches BEGIN
        DELETE FROM alerts WHERE watch = OLD.id;
        DELETE FROM alert_messages WHERE watch = OLD.id;
      END`,
      'CREATE TABLE matched_articles (article TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT',
    ],
  },
  {
    name: 'several digests',
    statements: [
      // A guild had one schedule with one time; it becomes the guild's first digest, and its sends are those of it.
      'ALTER TABLE digest_schedules RENAME TO single_digest_schedules',
      'ALTER TABLE digest_sends RENAME TO single_digest_sends',
      `CREATE TABLE digest_schedules (
        guild TEXT NOT NULL,
        digest INTEGER NOT NULL,         -- tells the guild's digests apart
        name TEXT NOT NULL COLLATE NOCASE,
        channel TEXT NOT NULL,           -- or a thread
        is_forum INTEGER NOT NULL,       -- 1: each digest is a post of its own
        is_published INTEGER NOT NULL,   -- 1: to the servers that follow the announcement channel
        times TEXT NOT NULL,             -- JSON array of {hour, minute}
        zone TEXT NOT NULL,              -- IANA name
        days TEXT NOT NULL,              -- JSON array, 0 for Sunday to 6 for Saturday
        topic TEXT,                      -- null: all news
        sources TEXT,                    -- JSON array of source keys; null: all that the guild has
        stories INTEGER NOT NULL,        -- how many are told
        quiet_line INTEGER NOT NULL,     -- whether a digest without stories gets a line
        since INTEGER NOT NULL,          -- nothing is due before. Milliseconds since 1970
        PRIMARY KEY (guild, digest),
        UNIQUE (guild, name)
      ) STRICT`,
      `INSERT INTO digest_schedules
        SELECT guild, 1, 'News', channel, 0, 0,
          json_array(json_object('hour', hour, 'minute', minute)), zone, days, NULL, NULL, 5, quiet_line, since
        FROM single_digest_schedules`,
      `CREATE TABLE digest_sends (
        guild TEXT NOT NULL,
        digest INTEGER NOT NULL,         -- of digest_schedules; 0: none of them, posted on request
        due INTEGER NOT NULL,
        channel TEXT NOT NULL,
        is_forum INTEGER NOT NULL,
        period TEXT NOT NULL,            -- which articles it is made of
        state TEXT NOT NULL,             -- see discord/digests/delivery.ts
        holder TEXT NOT NULL,            -- the process that works on it, or did last
        held_until INTEGER NOT NULL,
        attempts INTEGER NOT NULL,
        tried INTEGER,                   -- when it may first have reached Discord; null: never
        next_try INTEGER,
        message TEXT,                    -- Discord's id, once it is known to be there; in a forum that of the post
        reason TEXT,                     -- why it did not go out (yet), for people
        PRIMARY KEY (guild, digest, due)
      ) STRICT`,
      `INSERT INTO digest_sends
        SELECT guild, 1, due, channel, 0, period, state, holder, held_until, attempts, tried, next_try, message, reason
        FROM single_digest_sends`,
      'DROP TABLE single_digest_schedules',
      'DROP TABLE single_digest_sends',
    ],
  },
  {
    name: 'alerts by source',
    statements: [
      // JSON array of the source keys that an article had come by; null: an older version looked at it, and it is done with.
      'ALTER TABLE matched_articles ADD COLUMN sources TEXT',
    ],
  },
];
