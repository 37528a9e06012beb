import CaseDesk
import CaseModel
import ServiceLevels
import Testing

@Suite("Adopting calendars and service levels")
struct ServiceLevelAdoptionTests {
    private static let calendar = """
        name: office
        version: "1"
        zone: UTC
        week: {monday-friday: 09:00-17:00}
        """
    private static let level = """
        name: promise
        version: "1"
        calendar: office
        targets: {first-response: {within: 2h}}
        """

    @Test("a case runs under the service level and calendar that were in force when it opened")
    func versions() throws {
        let desk = try TestDesk()
        let eva = Actor(.human, "eva")
        let before = Timestamp(microseconds: desk.clock.now.microseconds - 1)
        _ = try desk.desk.adoptCalendar(Self.calendar, source: "office.yaml", by: eva)
        _ = try desk.desk.adoptServiceLevel(Self.level, source: "promise.yaml", by: eva)
        let shelf = try PolicyShelf(desk.desk.policies())
        #expect(shelf.serviceLevel(at: before).policy.name == "standard")
        #expect(shelf.serviceLevel(at: desk.clock.now).policy.name == "promise")
        #expect(shelf.serviceLevel(at: desk.clock.now).time.calendar.name == "office")
    }

    @Test("a service level that goes back further than its calendar runs by the calendar's first version")
    func backdated() throws {
        let desk = try TestDesk()
        let eva = Actor(.human, "eva")
        let lastYear = Timestamp(seconds: 1_735_689_600)
        _ = try desk.desk.adoptCalendar(Self.calendar, source: "office.yaml", by: eva)
        _ = try desk.desk.adoptServiceLevel(Self.level, source: "promise.yaml", effectiveFrom: lastYear, by: eva)
        let terms = try PolicyShelf(desk.desk.policies()).serviceLevel(at: lastYear)
        #expect(terms.policy.name == "promise")
        #expect(terms.time.calendar.name == "office")
    }

    @Test("a service level that names no calendar of the house is refused, and nothing is written")
    func unknownCalendar() throws {
        let desk = try TestDesk()
        let error = try #require(throws: DeskError.self) {
            try desk.desk.adoptServiceLevel(Self.level, source: "promise.yaml", by: Actor(.human, "eva"))
        }
        #expect(error.description.hasPrefix("promise.yaml: there is no calendar office; adopt it first"))
        #expect(try desk.log().isEmpty)
    }
}
