/// How many entries a list shows at most, as `--limit` says it. Every list reads its `--limit` here.
struct ListLimit {
    /// Nil for all.
    let most: Int?

    /// - Parameters:
    ///   - given: what was typed: 0 for all, nil for nothing.
    ///   - usual: what holds where nothing was typed; nil for all.
    /// - Throws: `WrongCommand` where it is no number of entries that a list can have.
    init(_ given: Int?, usual: Int? = nil) throws {
        guard given.map({ (0...1_000_000_000).contains($0) }) ?? true else {
            throw WrongCommand("--limit is a number from 0 to 1000000000, where 0 means all")
        }
        most = given == 0 ? nil : given ?? usual
    }
}
