/// The numbered steps that bring a store's own tables to the present form, embedded in the program.
package enum Migrations {
    /// Every step in order; step n brings schema version n − 1 to n.
    package static let all: [String] = [
        String(decoding: PackageResources._001_log_sql, as: UTF8.self)
    ]
}
