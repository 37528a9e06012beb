internal import CaseModel
internal import JSON
internal import SQLite

/// The row that stands for a case: what lists, filters and reports read.
enum CaseRow {
    static let table = TableDefinition(
        name: "case_row",
        create: """
            CREATE TABLE case_row_{slot} (
                number            INTEGER PRIMARY KEY,
                tracking          TEXT    NOT NULL,  -- what the customer names the case by
                person            INTEGER NOT NULL,
                channel           TEXT    NOT NULL,
                brand             TEXT,
                root              BLOB    NOT NULL,  -- key of the message the conversation starts from
                root_prefix       INTEGER NOT NULL,  -- its first eight bytes, which sort twice as fast
                origin            TEXT    NOT NULL,  -- imported, live
                status            TEXT    NOT NULL,
                polarity          TEXT,              -- the gravest judgement that stands
                targets           TEXT    NOT NULL,  -- '', product, brand, both
                topics            TEXT    NOT NULL,  -- JSON array
                opened_at         INTEGER,           -- first mention, microseconds UTC; so are all times
                last_mention_at   INTEGER,
                first_reply_at    INTEGER,           -- our first reply after the first mention
                last_reply_at     INTEGER,
                first_mention     INTEGER,           -- position whose content has its words, as last revised
                first_mentions    TEXT,              -- JSON array: the same of all, where nothing tells which came first
                mentions          INTEGER NOT NULL,
                replies           INTEGER NOT NULL,
                public_replies    INTEGER NOT NULL,
                revisions         INTEGER NOT NULL,
                episode           INTEGER NOT NULL,
                outcome           TEXT,
                next_follow_up_at INTEGER,
                assignee          TEXT,              -- who of the house has it
                priority          TEXT,              -- NULL where it is normal
                tags              TEXT,              -- JSON array, sorted; NULL for none
                reach             INTEGER,           -- the greatest of its mentions
                severity          TEXT,              -- the gravest judgement that stands
                facts             INTEGER NOT NULL,  -- the bits of CaseFacts
                turns             INTEGER NOT NULL,  -- our replies in the present episode
                unanswered_since  INTEGER,           -- first mention after our last reply
                reopened_at       INTEGER,           -- beginning of the present episode, where it is not the first
                ended_at          INTEGER,           -- when the present episode was resolved or dismissed
                closed_at         INTEGER,
                live_unanswered_since INTEGER,       -- the same without imported history
                live_since        INTEGER,           -- first event recorded as it happened; NULL for history alone
                acknowledged_at   INTEGER,
                plan_by           INTEGER,
                snoozed_until     INTEGER,
                last_finding      TEXT,              -- of the follow-up done last
                pauses            TEXT,              -- JSON array: from, until, from, …: where we waited for the person
                snoozes           TEXT,              -- JSON array: from, until, from, …: where it was out of sight
                merged_into       INTEGER,
                version           INTEGER NOT NULL,  -- events in its stream
                position          INTEGER NOT NULL   -- the newest of them
            ) STRICT
            """,
        indexes: [
            "CREATE INDEX case_row_{slot}_root ON case_row_{slot} (root_prefix, person)",
            "CREATE INDEX case_row_{slot}_person ON case_row_{slot} (person)",
            // Codes of former days; the present ones tell the number of their case.
            "CREATE INDEX case_row_{slot}_tracking ON case_row_{slot} (tracking) WHERE length(tracking) = 8",
        ],
        key: ["number"])

    static let insert: StaticString = """
        INSERT OR REPLACE INTO case_row_{slot} (number, tracking, person, channel, brand, root, origin, status, polarity,
            targets, topics, opened_at, last_mention_at, first_reply_at, last_reply_at, mentions, replies,
            public_replies, revisions, episode, outcome, next_follow_up_at, merged_into, version, position,
            first_mention, assignee, priority, tags, reach, severity, facts, turns, unanswered_since, reopened_at,
            ended_at, live_since, acknowledged_at, plan_by, snoozed_until, last_finding, pauses, snoozes,
            root_prefix, closed_at, live_unanswered_since, first_mentions)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
            ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41, ?42, ?43,
            ?44, ?45, ?46, ?47)
        """

    static func write(_ state: CaseState, _ summary: CaseSummary, to statement: Statement) throws(SQLiteError) {
        statement.bind(1, state.number.rawValue)
        statement.bind(2, state.tracking)
        statement.bind(3, state.person.rawValue)
        statement.bind(4, state.channel.name)
        statement.bind(5, summary.brand?.name)
        state.root.bind(to: statement, 6)
        statement.bind(44, state.root.prefix)
        statement.bind(7, state.origin.rawValue)
        statement.bind(8, summary.status.rawValue)
        statement.bind(9, summary.polarity?.rawValue)
        statement.bind(10, summary.targetsName)
        statement.bind(11, json(summary.topics))
        statement.bind(12, summary.openedAt?.microseconds)
        statement.bind(13, summary.lastMentionAt?.microseconds)
        statement.bind(14, summary.firstReplyAt?.microseconds)
        statement.bind(15, summary.lastReplyAt?.microseconds)
        statement.bind(16, Int64(summary.mentionCount))
        statement.bind(17, Int64(summary.replyCount))
        statement.bind(18, Int64(summary.publicReplyCount))
        statement.bind(19, Int64(summary.revisionCount))
        statement.bind(20, summary.episode)
        statement.bind(21, summary.outcome?.rawValue)
        statement.bind(22, summary.nextFollowUpAt?.microseconds)
        statement.bind(23, state.mergedInto?.rawValue)
        statement.bind(24, state.version)
        statement.bind(25, state.position.rawValue)
        let openings: [Position] = state.openingWords
        statement.bind(26, openings.first?.rawValue)
        let several: String? =
            openings.count > 1 ? json { for position in openings { $0.integer(position.rawValue) } } : nil
        statement.bind(47, several)
        statement.bind(30, summary.reach)
        statement.bind(31, summary.severity?.rawValue)
        statement.bind(32, summary.facts.rawValue)
        statement.bind(33, Int64(summary.turns))
        statement.bind(34, summary.unansweredSince?.microseconds)
        statement.bind(36, summary.endedAt?.microseconds)
        if summary.liveSince == nil {
            for column in onlyOfLiveCases { statement.bindNull(column) }
        } else {
            bindWork(summary, to: statement)
        }
        try statement.run()
    }

    private static let onlyOfLiveCases: [Int32] = [27, 28, 29, 35, 37, 38, 39, 40, 41, 42, 43, 45, 46]

    private static func bindWork(_ summary: CaseSummary, to statement: Statement) {
        statement.bind(27, summary.assignee)
        statement.bind(28, summary.priority == .normal ? nil : summary.priority.rawValue)
        statement.bind(29, summary.tags.isEmpty ? nil : json { for tag in summary.tags { $0.string(tag) } })
        statement.bind(35, summary.reopenedAt?.microseconds)
        statement.bind(37, summary.liveSince?.microseconds)
        statement.bind(38, summary.acknowledgedAt?.microseconds)
        statement.bind(39, summary.planBy?.microseconds)
        statement.bind(40, summary.snoozedUntil?.microseconds)
        statement.bind(41, summary.lastFinding?.rawValue)
        let pauses: String? =
            summary.pauses.isEmpty
            ? nil
            : json { writer in
                for pause in summary.pauses {
                    writer.integer(pause.from.microseconds)
                    if let until = pause.until { writer.integer(until.microseconds) }
                }
            }
        statement.bind(42, pauses)
        let snoozes: String? =
            summary.snoozes.isEmpty
            ? nil
            : json { writer in
                for snooze in summary.snoozes {
                    writer.integer(snooze.lowerBound.microseconds)
                    writer.integer(snooze.upperBound.microseconds)
                }
            }
        statement.bind(43, snoozes)
        statement.bind(45, summary.closedAt?.microseconds)
        statement.bind(46, summary.liveUnansweredSince?.microseconds)
    }

    private static func json(_ topics: [Topic]) -> String {
        topics.isEmpty ? "[]" : json { for topic in topics { $0.string(topic.name) } }
    }

    private static func json(_ elements: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        writer.beginArray()
        elements(&writer)
        writer.endArray()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension CaseProjector {
    package static var tables: [TableDefinition] { [CaseRow.table, EvidenceRow.table] }
}
