package import CaseModel
package import EventStore
internal import SQLite

/// The persons whose name names nobody: figures of persons leave them out.
package struct NobodyKnown {
    /// In ascending order: there may be as many as messages, and a set takes five times the room.
    private let numbers: [PersonNumber]

    /// Reads them, by an index of these alone. O(how many there are).
    package init(_ store: EventStore) throws {
        let statement = try ProjectionTarget(viewsOf: store).statement(
            "SELECT number FROM person_row WHERE nobody ORDER BY number")
        defer { statement.reset() }
        var numbers: [PersonNumber] = []
        while try statement.step() { numbers.append(PersonNumber(statement.int64(0))) }
        self.numbers = numbers
    }

    /// Whether a person is one of them. O(log n), and O(1) where there are none.
    package func contains(_ person: PersonNumber) -> Bool {
        var (low, high) = (0, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < person { low = middle + 1 } else { high = middle }
        }
        return low < numbers.count && numbers[low] == person
    }
}
