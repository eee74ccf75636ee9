-- A database as version 0.2.0 made it.
CREATE TABLE migrations (name TEXT PRIMARY KEY, applied TEXT NOT NULL) STRICT;
CREATE TABLE guild_settings (
        guild TEXT PRIMARY KEY,
        answer_channels TEXT NOT NULL,   -- JSON array of channel ids; empty: everywhere
        open_channels TEXT NOT NULL,     -- JSON array of channel ids: every question, without a mention
        private_by_default INTEGER NOT NULL
      ) STRICT;
CREATE TABLE replies (
        message TEXT PRIMARY KEY,        -- the member's message that is answered
        channel TEXT NOT NULL,
        reply TEXT,                      -- our message; null until it is known to be sent
        claimed INTEGER NOT NULL         -- milliseconds since 1970
      , guild TEXT, holder TEXT) STRICT;
CREATE INDEX replies_by_age ON replies (claimed);
CREATE TABLE digest_schedules (
        guild TEXT PRIMARY KEY,
        channel TEXT NOT NULL,
        hour INTEGER NOT NULL,
        minute INTEGER NOT NULL,
        zone TEXT NOT NULL,              -- IANA name
        days TEXT NOT NULL,              -- JSON array, 0 for Sunday to 6 for Saturday
        quiet_line INTEGER NOT NULL,     -- whether a day without articles gets a line
        since INTEGER NOT NULL           -- when it was set; nothing is due before. Milliseconds since 1970, as all times here
      ) STRICT;
CREATE TABLE digest_sends (
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
      ) STRICT;
CREATE TABLE feeds (
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
      , wish INTEGER, claimed_from INTEGER, skip TEXT) STRICT;
CREATE TABLE feed_items (
        feed TEXT NOT NULL,
        item TEXT NOT NULL,
        version TEXT NOT NULL,           -- a hash: another one means that the item was changed
        tries INTEGER NOT NULL,
        settled INTEGER NOT NULL,        -- 1: archived, or refused for good
        PRIMARY KEY (feed, item)
      ) STRICT;
CREATE TABLE leases (
        name TEXT PRIMARY KEY,
        holder TEXT NOT NULL,            -- a process
        held_until INTEGER NOT NULL      -- by the database's clock
      ) STRICT;
CREATE TABLE keys (               -- of a database on the network; else they are in a file, see pseudonym-key.ts
        name TEXT PRIMARY KEY,
        key TEXT NOT NULL
      ) STRICT;
CREATE TABLE questions (
        message TEXT PRIMARY KEY,        -- pseudonym of the message that asks; for a command, of our answer
        guild TEXT NOT NULL,
        channel TEXT NOT NULL,
        parent TEXT,                     -- the channel that a thread belongs to
        folded TEXT NOT NULL,            -- lower case, single spaces: what makes two questions the same
        question TEXT NOT NULL,
        day TEXT NOT NULL                -- UTC
      , asker TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE feedback (
        reply TEXT NOT NULL,             -- pseudonym of our message
        voter TEXT NOT NULL,             -- pseudonym, another one for each reply
        message TEXT NOT NULL,           -- as in questions: what is judged is the answer to it
        guild TEXT NOT NULL,
        channel TEXT NOT NULL,
        parent TEXT,
        folded TEXT,                     -- the question, only where the answer was not it
        question TEXT,
        helpful INTEGER NOT NULL,
        day TEXT NOT NULL, asker TEXT,
        PRIMARY KEY (reply, voter)
      ) STRICT;
CREATE INDEX feedback_by_message ON feedback (message);
CREATE INDEX replies_by_reply ON replies (reply);
CREATE TABLE absent_guilds (
        guild TEXT PRIMARY KEY,
        since INTEGER NOT NULL           -- milliseconds since 1970
      ) STRICT;
CREATE INDEX replies_under_way ON replies (holder) WHERE holder IS NOT NULL;
CREATE TABLE interactions (
        interaction TEXT PRIMARY KEY,
        application TEXT NOT NULL,
        token TEXT,                      -- with which it is answered; null as soon as it is
        holder TEXT NOT NULL,            -- the process that answers it
        claimed INTEGER NOT NULL         -- milliseconds since 1970
      ) STRICT;
INSERT INTO migrations (name, applied) VALUES ('guild settings', '2026-11-29T20:25:35.819Z');
INSERT INTO migrations (name, applied) VALUES ('questions', '2026-11-29T20:25:35.839Z');
INSERT INTO migrations (name, applied) VALUES ('replies', '2026-11-29T20:25:35.847Z');
INSERT INTO migrations (name, applied) VALUES ('feedback', '2026-11-29T20:25:35.915Z');
INSERT INTO migrations (name, applied) VALUES ('digests', '2026-11-29T20:25:35.922Z');
INSERT INTO migrations (name, applied) VALUES ('feeds', '2026-11-29T20:25:35.931Z');
INSERT INTO migrations (name, applied) VALUES ('wishes of feeds', '2026-11-29T20:25:35.943Z');
INSERT INTO migrations (name, applied) VALUES ('leases', '2026-11-29T20:25:35.944Z');
INSERT INTO migrations (name, applied) VALUES ('polls under way', '2026-11-29T20:25:35.951Z');
INSERT INTO migrations (name, applied) VALUES ('no private questions', '2026-11-29T20:25:35.959Z');
INSERT INTO migrations (name, applied) VALUES ('pseudonyms', '2026-11-29T20:25:36.015Z');
INSERT INTO migrations (name, applied) VALUES ('questions that can be forgotten', '2026-11-29T20:25:36.027Z');
INSERT INTO migrations (name, applied) VALUES ('questions that their askers can delete', '2026-11-29T20:25:36.033Z');
INSERT INTO migrations (name, applied) VALUES ('answers under way', '2026-11-29T20:25:36.059Z');
INSERT INTO migrations (name, applied) VALUES ('times that feeds skip', '2026-11-29T20:25:36.061Z');
INSERT INTO guild_settings (guild, answer_channels, open_channels, private_by_default) VALUES ('100000000000000001', '["100000000000000002"]', '[]', 1);
INSERT INTO feeds (url, title, added, etag, last_modified, next_poll, last_success, failures, failing_since, failure, reported, wish, claimed_from, skip) VALUES ('https://gazette.example/feed', 'The Port Gazette', 1700000000000, '"1"', NULL, 1700000900000, 1700000100000, 0, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO feeds (url, title, added, etag, last_modified, next_poll, last_success, failures, failing_since, failure, reported, wish, claimed_from, skip) VALUES ('https://planet.example/rss', 'The Planet', 1700000000001, NULL, NULL, 1700000500000, NULL, 1, 1700000200000, 'https://planet.example/rss answers 503.', NULL, NULL, NULL, NULL);
INSERT INTO feed_items (feed, item, version, tries, settled) VALUES ('https://gazette.example/feed', 'bridge', 'abc', 1, 1);
