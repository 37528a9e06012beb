import CaseDesk
import CaseModel
import Intake
import TestSupport
import Testing

/// Rows of other stores' keys: what a hash would have ordered by chance, eight stores show.
@Suite("Messages of the same time, in stores of other keys")
struct SameTimeTests {
    @Test("who answers what says who spoke last", arguments: 1...8)
    func chat(store: Int) throws {
        let desk = try TestDesk()
        try desk.take(
            .theirs("a", by: "nora", at: 0).judged("complaint", 1, about: ["product"]),
            .ours("b", to: "a", at: 1), .theirs("c", by: "nora", to: "b", at: 1).judged("positive", 1),
            .theirs("d", by: "nora", to: "c", at: 1).judged("complaint", 1, about: ["product"]).saying(
                "a lid is missing"))
        let listing = try #require(try desk.cases().first)
        #expect(listing.status == .engaging)
        #expect(try desk.desk.next(.number(listing.number), now: desk.clock.now).item.text == "a lid is missing")
    }

    @Test("in an export with days alone, a reply comes after what it answers", arguments: 1...8)
    func days(store: Int) throws {
        let desk = try TestDesk()
        let mapping = try SourceMapping(
            yaml: """
                format: csv
                delimiter: ";"
                columns: {id: nr, parent: to, author: who, text: words, time: day}
                constants: {channel: forum}
                time: {format: "%d/%m/%Y", zone: Europe/Madrid}
                """, name: "days")
        let rows = "nr;day;who;words;to\nq7;09/01/2026;rosa;is it open?;\nr7;09/01/2026;lunabrisa;until nine;q7\n"
        let path = try desk.folder.write(rows, to: "days.csv")
        try desk.importFile(path, as: mapping) { $0.brandAccounts = ["lunabrisa"] }
        #expect(try desk.cases().map(\.status) == [.awaitingCustomer])
    }

    @Test("the declared order of rows decides between rows of one file, whichever row answers nothing")
    func rows() throws {
        for (order, status) in [("oldest-first", CaseStatus.awaitingCustomer), ("newest-first", .engaging)] {
            let desk = try TestDesk()
            let mapping = try SourceMapping(
                yaml: """
                    format: csv
                    columns: {id: nr, parent: to, author: who, text: words, time: day}
                    constants: {channel: forum}
                    time: {format: "%d/%m/%Y", zone: Europe/Madrid}
                    order: \(order)
                    """, name: "rows")
            let rows = """
                nr,day,who,words,to
                q7,08/01/2026,rosa,is it open?,
                q8,09/01/2026,rosa,anybody?,q7
                r7,09/01/2026,lunabrisa,until nine,q7

                """
            let path = try desk.folder.write(rows, to: "days.csv")
            try desk.importFile(path, as: mapping) { $0.brandAccounts = ["lunabrisa"] }
            #expect(try desk.cases().map(\.status) == [status], "\(order)")
        }
    }

    @Test("the source's own numbers decide where nothing is answered, and undecided words are the same everywhere")
    func sequence() throws {
        func numbered(_ message: Message, _ sequence: Int64?) -> Message {
            var copy = message
            copy.sequence = sequence
            return copy
        }
        for _ in 1...4 {
            let desk = try TestDesk()
            try desk.take(
                .theirs("a", at: 0), numbered(.theirs("c", to: "a", at: 1), 1), numbered(.ours("b", to: "a", at: 1), 2))
            #expect(try desk.cases().map(\.status) == [.awaitingCustomer])
            let other = try TestDesk()
            try other.take(
                .theirs("a", to: "x", at: 0).saying("zebra"), .theirs("b", to: "x", at: 0).saying("abacus"),
                .theirs("c", to: "x", at: 0).saying("lamp"))
            #expect(try other.cases().map(\.text) == ["abacus"])
            #expect(try other.desk.audit(.number(CaseNumber(1))).listing.text == "abacus")
        }
    }
}
