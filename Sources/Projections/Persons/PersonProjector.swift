package import CaseModel
internal import EventStore
internal import SQLite

/// The read model of persons: who they are by their accounts, and as whom they are known. What they did is asked of
/// their cases.
package final class PersonProjector: Projector {
    package static let name = "persons"
    package static let version: Int64 = 3

    private let target: ProjectionTarget
    private var highest: Int64?
    /// Persons met a moment ago, whose rows are written together: an import meets many.
    private var met: [(identified: PersonIdentified, number: PersonNumber, position: Position)] = []
    private static let metAtMost = 1_000

    package init(target: ProjectionTarget) { self.target = target }

    package func apply(_ event: Event, in stream: StreamName, _ moment: EventMoment) throws {
        guard case .person(let number) = stream else {
            if case .importRetracted(let retracted) = event { try leaveOut(retracted, moment) }
            return
        }
        if case .personIdentified(let identified) = event, isNew(number) {
            met.append((identified, number, moment.position))
            highest = number.rawValue
            if met.count == Self.metAtMost { try flush() }
            return
        }
        try flush()
        try JudgementRows(target).write(event, of: number, moment)
        let links = LinkRows(target)
        switch event {
        case .identityLinked(let linked) where linked.other == number: try links.link(linked, moment)
        case .identityUnlinked(let unlinked) where unlinked.other == number: try links.unlink(unlinked)
        default: break
        }
        if case .personIdentified(let identified) = event {
            try PersonRows(target).add(identified, number, at: moment.position)
            highest = highest.map { max($0, number.rawValue) }
        } else {
            try PersonRows(target).setPosition(moment.position, of: number)
        }
    }

    /// Whom an import met that was taken back, nobody knows any more; their number stays given. A scan of the persons.
    private func leaveOut(_ retracted: ImportRetracted, _ moment: EventMoment) throws {
        try flush()
        try PersonRows(target).leaveOut(from: retracted.first, at: moment.position)
    }

    package func flush() throws {
        guard !met.isEmpty else { return }
        let persons = met
        met = []
        try target.write { (target) throws(SQLiteError) in
            let rows = PersonRows(target)
            for person in persons { try rows.add(person.identified, person.number, at: person.position) }
        }
    }

    package func discard() {
        highest = nil
        met = []
    }

    // MARK: What deciders ask

    /// The person as whom a person is known, through every link between. O(log n).
    package func principal(of number: PersonNumber) throws -> PersonNumber {
        try LinkRows(target).principal(of: number)
    }

    /// Whether it is known without asking the store that nobody has met a person yet. O(1).
    package func isNew(_ number: PersonNumber) -> Bool { highest.map { number.rawValue > $0 } ?? false }

    /// The highest number a person has. O(1).
    package func lastNumber() throws -> PersonNumber {
        if let highest { return PersonNumber(highest) }
        let found: Int64 = try PersonRows(target).lastNumber()
        guard 0...EventStore.largestNumber ~= found else {
            throw StoreError(.damagedRow(table: "person_row", row: "number \(found)"), path: target.path)
        }
        highest = found
        return PersonNumber(found)
    }
}
