internal import SQLite

/// The columns of a projection's table, each declared once: CREATE TABLE, the lists of INSERT and SELECT, and the places at
/// which rows are written and read all come from the one enumeration.
///
/// A raw value is the column's line in CREATE TABLE: its name, its type and what it must hold, then, behind `--`, what it
/// means. So a further column is one more case, a `set` where the row is written and a property where it is read:
///
///     enum LinkColumn: String, TableColumn {
///         case person = "person INTEGER PRIMARY KEY -- who is known as another"
///         …
///     }
///     writer.set(.person, linked.other.rawValue)
///     let person = PersonNumber(row.int64(.person))
protocol TableColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable where AllCases == [Self] {
    /// The name that readers use.
    static var table: String { get }
    /// The columns that name a row. Where they are several they become the PRIMARY KEY.
    static var rowKey: [Self] { get }
    /// Whether rows are kept in the order of their key, WITHOUT ROWID.
    static var isOrderedByKey: Bool { get }
    /// What an INSERT begins with, and what it ends with where the row may be there already.
    static var insert: String { get }
    static var upsert: String { get }
}

extension TableColumn {
    static var isOrderedByKey: Bool { false }
    static var insert: String { "INSERT" }
    static var upsert: String { "" }

    /// The column's place among those of its table, from 0, which costs nothing to find: an enumeration without payloads
    /// is stored as the ordinal of its case. A test holds that against `allCases`.
    @inline(__always)
    var index: Int32 { withUnsafeBytes(of: self) { Int32($0[0]) } }

    /// The name in SQL.
    var name: String { String(rawValue.prefix { $0 != " " }) }

    /// The table for the list of a projector.
    ///
    /// - Parameter indexes: CREATE INDEX statements, run after a rebuild's load.
    static func definition(indexes: [String] = []) -> TableDefinition {
        let lines: [String] = allCases.map { column in
            let isLast: Bool = rowKey.count == 1 && column == allCases.last
            let parts = column.rawValue.split(separator: " -- ", maxSplits: 1)
            return "    " + parts[0] + (isLast ? "" : ",") + (parts.count == 2 ? "  -- " + parts[1] : "")
        }
        let names: [String] = rowKey.map(\.name)
        let primaryKey: [String] = rowKey.count > 1 ? ["    PRIMARY KEY (\(names.joined(separator: ", ")))"] : []
        let create: String = """
            CREATE TABLE \(table)_{slot} (
            \((lines + primaryKey).joined(separator: "\n"))
            ) STRICT\(isOrderedByKey ? ", WITHOUT ROWID" : "")
            """
        return TableDefinition(name: table, create: create, indexes: indexes, key: names)
    }

    /// The list of a SELECT, to be read by `Row`: every column stands at its place, NULL where nobody reads it.
    static func list(_ wanted: Set<Self> = Set(allCases)) -> String {
        let last: Int = allCases.lastIndex(where: wanted.contains) ?? 0
        return allCases[...last].map { wanted.contains($0) ? $0.name : "NULL" }.joined(separator: ", ")
    }

    /// The INSERT of a whole row, for `RowWriter`.
    static var insertion: String {
        let places: [String] = (1...allCases.count).map { "?\($0)" }
        return """
            \(insert) INTO \(table)_{slot} (\(allCases.map(\.name).joined(separator: ", ")))
            VALUES (\(places.joined(separator: ", "))) \(upsert)
            """
    }
}

/// One table of a projection.
package struct TableDefinition: Sendable {
    /// The name that readers use: a view on whichever slot stands.
    package var name: String
    /// CREATE TABLE for `<name>_{slot}`.
    package var create: String
    /// CREATE INDEX statements, run after a rebuild's load.
    package var indexes: [String]
    /// The columns that name a row.
    package var key: [String]
}
