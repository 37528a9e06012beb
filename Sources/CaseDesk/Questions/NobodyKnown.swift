internal import CaseModel
internal import Projections
internal import SQLite

/// The persons whose name names nobody: figures of persons leave them out.
struct NobodyKnown {
    /// In ascending order: there may be as many as messages, and a set takes five times the room.
    private let numbers: [PersonNumber]

    /// Reads them. O(how many there are).
    init(_ connection: Connection) throws {
        let statement = try connection.statement("SELECT number FROM person_row WHERE nobody ORDER BY number" as String)
        defer { statement.reset() }
        var numbers: [PersonNumber] = []
        while try statement.step() { numbers.append(PersonNumber(statement.int64(0))) }
        self.numbers = numbers
    }

    /// Whether a person is one of them. O(log n), and O(1) where there are none.
    func contains(_ person: PersonNumber) -> Bool {
        var (low, high) = (0, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < person { low = middle + 1 } else { high = middle }
        }
        return low < numbers.count && numbers[low] == person
    }
}
