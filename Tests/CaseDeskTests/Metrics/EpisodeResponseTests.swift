import CaseDesk
import CaseModel
import Measures
import Testing

@Suite("First responses of later episodes")
struct EpisodeResponseTests {
    /// Ana writes at 10:00, is answered after 30 min, and it is resolved; five days later she writes again and is answered
    /// after 10 min. Leo writes once, and nobody answers.
    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        #expect(
            try desk.refusals(
                #"{"do":"capture","channel":"twitter","id":"1","author":"ana","text":"a","at":"2026-01-05T10:00:00Z"}"#,
                #"{"do":"reply","case":1,"text":"b","visibility":"public","purpose":"help","at":"2026-01-05T10:30:00Z"}"#,
                #"{"do":"resolve","case":1,"outcome":"favourable","solved":"yes","confirmedBy":"agent","at":"2026-01-05T11:00:00Z"}"#,
                #"{"do":"capture","channel":"twitter","id":"2","parent":"1","author":"ana","text":"c","at":"2026-01-10T11:00:00Z"}"#,
                #"{"do":"reply","case":1,"text":"d","visibility":"public","purpose":"help","at":"2026-01-10T11:10:00Z"}"#,
                #"{"do":"capture","channel":"twitter","id":"3","author":"leo","text":"e","at":"2026-01-06T10:00:00Z"}"#)
                == [])
        return desk
    }

    private func service(_ desk: TestDesk, since: Int64? = nil) throws -> ServiceAnswer {
        var scope = MeasureScope()
        scope.window = Window(since: since.map { Timestamp(seconds: $0) })
        return try desk.desk.firstResponse(target: 1_200_000_000, scope, explaining: true)
    }

    private func told(_ answer: ServiceAnswer) -> [String] {
        answer.waits.map { wait in
            let minutes: Int64? = wait.answeredAt.map { ($0.microseconds - wait.openedAt.microseconds) / 60_000_000 }
            return "\(wait.number)/\(wait.episode): \(minutes.map { "\($0) min" } ?? "waits")"
        }
    }

    @Test("resolved, reopened five days later and answered ten minutes after that: ten minutes, not five days")
    func golden() throws {
        let desk = try desk()
        let answer = try service(desk)
        #expect(told(answer) == ["1/1: 30 min", "1/2: 10 min", "2/1: waits"])
        let figures = answer.firstResponse.figures
        #expect([figures.episodes, figures.answered, figures.unanswered, figures.persons] == [3, 2, 1, 2])
        #expect(figures.cases == 2)
        #expect(figures.medianSeconds == 1200)
        let target = try #require(figures.target)
        #expect([target.met, target.missed, target.pending] == [1, 2, 0])
    }

    @Test("an episode counts in the window in which it begins, and as of then it was not there yet")
    func window() throws {
        let desk = try desk()
        // From 7 January on.
        #expect(told(try service(desk, since: 1_767_744_000)) == ["1/2: 10 min"])
        var scope = MeasureScope()
        let reopened = try #require(try desk.log().first { $0.type == "CaseReopened" })
        scope.horizon = .until(Position(reopened.position.rawValue - 2))
        #expect(told(try desk.desk.firstResponse(target: nil, scope, explaining: true)) == ["1/1: 30 min"])
    }

    @Test("an answer belongs to its own episode, and where only we began again nobody waits")
    func apart() throws {
        let desk = try desk()
        #expect(
            try desk.refusals(
                #"{"do":"dismiss","case":2,"as":"off-topic","at":"2026-01-07T10:00:00Z"}"#,
                #"{"do":"reopen","case":2,"trigger":"decision","at":"2026-01-08T10:00:00Z"}"#,
                #"{"do":"reply","case":2,"text":"f","visibility":"public","purpose":"help","at":"2026-01-08T11:00:00Z"}"#
            )
                == [])
        #expect(told(try service(desk)) == ["1/1: 30 min", "1/2: 10 min", "2/1: waits"])
        #expect(
            try desk.refusals(
                #"{"do":"capture","channel":"twitter","id":"4","parent":"3","author":"leo","text":"g","at":"2026-01-08T12:00:00Z"}"#
            )
                == [])
        #expect(told(try service(desk)) == ["1/1: 30 min", "1/2: 10 min", "2/1: waits", "2/2: waits"])
    }
}
