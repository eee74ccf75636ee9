-- A database as it was when a server had one digest: made by that version, with two schedules and two sends.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE migrations (name TEXT PRIMARY KEY, applied TEXT NOT NULL) STRICT;
INSERT INTO migrations VALUES('guild settings','2026-03-01T00:00:00.000Z');
INSERT INTO migrations VALUES('questions','2026-03-01T00:00:00.000Z');
INSERT INTO migrations VALUES('replies','2026-03-01T00:00:00.000Z');
INSERT INTO migrations VALUES('feedback','2026-03-01T00:00:00.000Z');
INSERT INTO migrations VALUES('digests','2026-03-01T00:00:00.000Z');
INSERT INTO migrations VALUES('feeds','2026-03-01T00:00:00.000Z');
INSERT INTO migrations VALUES('wishes of feeds','2026-03-01T00:00:00.000Z');
INSERT INTO migrations VALUES('leases','2026-03-01T00:00:00.000Z');
INSERT INTO migrations VALUES('polls under way','2026-03-01T00:00:00.000Z');
INSERT INTO migrations VALUES('no private questions','2026-03-01T00:00:00.000Z');
INSERT INTO migrations VALUES('pseudonyms','2026-03-01T00:00:00.000Z');
INSERT INTO migrations VALUES('questions that can be forgotten','2026-03-01T00:00:00.000Z');
INSERT INTO migrations VALUES('questions that their askers can delete','2026-03-01T00:00:00.000Z');
INSERT INTO migrations VALUES('answers under way','2026-03-01T00:00:00.000Z');
INSERT INTO migrations VALUES('times that feeds skip','2026-03-01T00:00:00.000Z');
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
INSERT INTO digest_schedules VALUES('300000000000000001','400000000000000001',8,30,'Europe/Berlin','[1,2,3,4,5]',1,1773000000000);
INSERT INTO digest_schedules VALUES('300000000000000002','400000000000000002',18,0,'UTC','[0]',0,1773000000000);
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
INSERT INTO digest_sends VALUES('300000000000000001',1773127800000,'400000000000000001','span,mmj2l9c0,mmkhzvk0,Europe/Berlin','sent','gone',1773127921000,1,1773127801000,NULL,'500000000000000001',NULL);
INSERT INTO digest_sends VALUES('300000000000000001',1773214200000,'400000000000000001','span,mmj2l9c0,mmkhzvk0,Europe/Berlin','claimed','gone',1773214320000,1,1773214200000,NULL,NULL,NULL);
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
CREATE TABLE absent_guilds (
        guild TEXT PRIMARY KEY,
        since INTEGER NOT NULL           -- milliseconds since 1970
      ) STRICT;
CREATE TABLE interactions (
        interaction TEXT PRIMARY KEY,
        application TEXT NOT NULL,
        token TEXT,                      -- with which it is answered; null as soon as it is
        holder TEXT NOT NULL,            -- the process that answers it
        claimed INTEGER NOT NULL         -- milliseconds since 1970
      ) STRICT;
CREATE INDEX replies_by_age ON replies (claimed);
CREATE INDEX feedback_by_message ON feedback (message);
CREATE INDEX replies_by_reply ON replies (reply);
CREATE INDEX replies_under_way ON replies (holder) WHERE holder IS NOT NULL;
COMMIT;
