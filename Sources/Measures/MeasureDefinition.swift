/// What a figure means, in words, as data: printed beside it by `--explain`.
///
/// A change of meaning is a new version; a definition that has been released is never edited.
package struct MeasureDefinition: Hashable, Sendable {
    /// One statement of a definition.
    package struct Clause: Hashable, Sendable {
        /// What it settles: `unit`, `clock start`, `censoring`.
        package var name: String
        /// How it is settled.
        package var text: String
    }

    /// The name of the measure, without its version.
    package var name: String
    /// The version, from 1.
    package var version: Int
    /// What it settles, in the order in which it is read.
    package var clauses: [Clause]

    init(_ name: String, version: Int, _ clauses: KeyValuePairs<String, String>) {
        self.name = name
        self.version = version
        self.clauses = clauses.map { Clause(name: $0.key, text: $0.value) }
    }

    /// Name and version: `conversion@1`.
    package var id: String { "\(name)@\(version)" }

    /// What the definition says on a matter; nil where it has no such clause. O(clauses).
    package subscript(name: String) -> String? { clauses.first { $0.name == name }?.text }
}
