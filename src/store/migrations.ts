/** A named, one-time change to the database. Names are remembered, so order matters only where one builds on another. */
export interface Migration {
  /** Never changed once released: the database remembers it. */
  readonly name: string;
  readonly statements: readonly string[];
}

/** Every change there ever was, oldest first. Add to the end; never edit one that was released. */
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
];
