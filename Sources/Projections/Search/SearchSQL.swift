/// The statements on the search index. Comments list the parameters in order, then → the result columns.
enum SearchSQL {
    /// The searched columns of a content: text, note, name.
    private static let texts = """
        SELECT position, body ->> 'text' AS text,
            nullif(trim(coalesce(body ->> 'note', '') || char(10) || coalesce(body ->> 'override', ''), char(10)), '') AS note,
            nullif(trim(coalesce(body ->> 'handle', '') || char(10) || coalesce(body ->> 'name', ''), char(10)), '') AS name
        """

    /// Accents are folded: `atencion` finds `atención`. No column sizes, because nothing is ranked.
    private static let options = """
        content_rowid = 'position', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
        """

    static let create = """
        CREATE VIEW search_text AS \(texts) FROM content;
        CREATE VIRTUAL TABLE search_index USING fts5(text, note, name, content = 'search_text', \(options));
        CREATE TABLE search_state (
            id       INTEGER PRIMARY KEY CHECK (id = 1),
            version  INTEGER NOT NULL,  -- of what wrote the index
            position INTEGER NOT NULL   -- the last event whose content is in it
        ) STRICT
        """

    static let drop = """
        DROP TABLE IF EXISTS search_index; DROP VIEW IF EXISTS search_text; DROP TABLE IF EXISTS search_state
        """

    /// Drops an index that FTS5 can't open: its schema entry, then its shadow tables.
    static let dropDamaged = """
        PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'search_index'; PRAGMA writable_schema = RESET;
        DROP TABLE IF EXISTS search_index_data; DROP TABLE IF EXISTS search_index_idx;
        DROP TABLE IF EXISTS search_index_docsize; DROP TABLE IF EXISTS search_index_config;
        DROP VIEW IF EXISTS search_text; DROP TABLE IF EXISTS search_state
        """

    /// after, count → position of the count-th content; no row if there are fewer. A range scan of contents.
    static let pageEnd = "SELECT position FROM content WHERE position > ?1 ORDER BY position LIMIT 1 OFFSET ?2 - 1"

    static let isThere: StaticString =
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'search_state'"

    /// → version, position.
    static let state = "SELECT version, position FROM search_state"

    /// version, position.
    static let setState = "INSERT OR REPLACE INTO search_state (id, version, position) VALUES (1, ?1, ?2)"

    /// after, through. A range scan of contents.
    static let insert = """
        INSERT INTO search_index (rowid, text, note, name)
        SELECT position, text, note, name FROM search_text
        WHERE position > ?1 AND position <= ?2 AND coalesce(text, note, name) IS NOT NULL
        """

    /// position. FTS5 needs the original texts to remove their words.
    static let forget = """
        INSERT INTO search_index (search_index, rowid, text, note, name)
        SELECT 'delete', position, text, note, name FROM search_text
        WHERE position = ?1 AND coalesce(text, note, name) IS NOT NULL
        """

    /// position → a row if the event's content was erased.
    static let isErased: StaticString = """
        SELECT 1 FROM event WHERE position = ?1 AND content_commitment IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM content WHERE content.position = ?1)
        """

    static let optimize = "INSERT INTO search_index (search_index) VALUES ('optimize')"

    /// expression, since, before, JSON array of owners or NULL, channel or NULL → position, occurred_at. Skips erased
    /// content.
    static let matches = matches(of: "search_index")

    private static func matches(of index: String) -> String {
        """
        SELECT event.position, event.occurred_at FROM \(index)
        CROSS JOIN content ON content.position = \(index).rowid
        CROSS JOIN event ON event.position = \(index).rowid
        WHERE \(index) MATCH ?1 AND event.occurred_at >= ?2 AND event.occurred_at < ?3
            AND (?4 IS NULL OR content.owner IS NULL OR content.owner IN (SELECT value FROM json_each(?4)))
            AND (?5 IS NULL OR event.stream NOT GLOB 'case-*' OR EXISTS (
                SELECT 1 FROM case_row
                WHERE case_row.number = CAST(substr(event.stream, 6) AS INTEGER) AND case_row.channel = ?5))
        """
    }

    // MARK: A temporary index of a few contents, for one query

    /// Journal and pages stay in memory: a temporary file would escape erasure.
    static let createPage = """
        PRAGMA temp.journal_mode = MEMORY;
        PRAGMA temp.cache_size = -65536;
        CREATE TEMP VIEW search_page_text AS \(texts) FROM main.content;
        CREATE VIRTUAL TABLE temp.search_page USING fts5(text, note, name, content = 'search_page_text', \(options))
        """

    static let dropPage = "DROP TABLE temp.search_page; DROP VIEW temp.search_page_text"

    static let emptyPage = "INSERT INTO temp.search_page (search_page) VALUES ('delete-all')"

    /// after, through. A range scan of contents.
    static let fillPage = """
        INSERT INTO temp.search_page (rowid, text, note, name)
        SELECT position, text, note, name FROM search_page_text
        WHERE position > ?1 AND position <= ?2 AND coalesce(text, note, name) IS NOT NULL
        """

    /// JSON array of positions.
    static let fillPageWith = """
        INSERT INTO temp.search_page (rowid, text, note, name)
        SELECT position, text, note, name FROM search_page_text
        WHERE position IN (SELECT value FROM json_each(?1)) AND coalesce(text, note, name) IS NOT NULL
        """

    static let matchesOfPage = matches(of: "search_page")

    /// expression → position, excerpt, whether it is from a note. Matches in the text take precedence.
    static let excerptsOfPage = """
        SELECT rowid, CASE
            WHEN instr(highlight(search_page, 0, char(2), char(3)), char(2)) > 0
            THEN snippet(search_page, 0, char(2), char(3), '…', 24)
            WHEN instr(highlight(search_page, 1, char(2), char(3)), char(2)) > 0
            THEN snippet(search_page, 1, char(2), char(3), '…', 24)
            ELSE snippet(search_page, 2, char(2), char(3), '…', 24) END,
            coalesce(instr(highlight(search_page, 0, char(2), char(3)), char(2)), 0) = 0
            AND coalesce(instr(highlight(search_page, 1, char(2), char(3)), char(2)), 0) > 0
        FROM temp.search_page
        WHERE search_page MATCH ?1
        """
}
