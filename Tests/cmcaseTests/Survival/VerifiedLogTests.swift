import Foundation
import Testing

@Suite("log verify", .enabled(if: Workplace.hasSQLiteShell, "there is no sqlite3"))
struct VerifiedLogTests {
    private func imported() throws -> Workplace {
        let place = try Workplace()
        try place.write(Line.theirs(1) + Line.ours(2, to: 1), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        return place
    }

    private func tamper(_ place: Workplace, _ statement: String) throws {
        let change = try place.sqlite(
            """
            DROP TRIGGER event_is_never_updated; DROP TRIGGER event_is_never_deleted;
            DROP TRIGGER content_is_never_updated; \(statement)
            """)
        #expect(change.code == 0, "\(change.errors)")
    }

    /// Without how long it took.
    private func said(_ ending: Program.Ending) -> [String] {
        ending.lines.map { $0.replacing(#/(in|en) [0-9.,]+ s, [0-9,.]+/#, with: "in no time,") }
    }

    @Test("says that a log is intact, what was decided and judged included")
    func intact() throws {
        let place = try Workplace()
        try place.done("import", Workplace.sample + "/mentions.ndjson")
        try place.done("case", "apply", Workplace.sample + "/decisions.ndjson")
        let head: [String: Any] = try place.question("log", "--newest", "--limit", "1")
        let value = try place.question("log", "verify")
        #expect(value["intact"] as? Bool == true)
        #expect(value["events"] as? Int == head["position"] as? Int)
        #expect((value["contents"] as? Int ?? 0) > 100)
        #expect(value["differenceCount"] as? Int == 0)
        #expect((value["differences"] as? [Any])?.isEmpty == true)
    }

    @Test("ends with 1 and names the position, the type and the part")
    func changed() throws {
        let place = try imported()
        #expect(
            said(try place.run("log", "verify")) == [
                "checked 5 events and 3 contents in no time, events/s",
                "every event and every content is what its hash says, and the log has no gap",
            ])
        try tamper(
            place,
            """
            UPDATE event SET actor = 'human:eve' WHERE position = 2;
            UPDATE content SET body = replace(body, 'words', 'WORDS') WHERE position = 3;
            DELETE FROM content WHERE position = 4; DELETE FROM event WHERE position = 5
            """)
        let ending = try place.run("log", "verify")
        #expect(ending.code == 1)
        #expect(
            said(ending) == [
                "checked 4 events and 2 contents in no time, events/s", "content missing: 1",
                "the log is not as it was recorded, 3 differences:",
                "  #2 CaseOpened  row: it is not what its leaf hash says",
                "  #3 MentionCaptured  content: it is not what the event committed to",
                "  #4 ReplySent  content missing: the event committed to one, and it is not there",
                "nothing puts it right but a backup from before; find out who can write to the file",
            ])
        #expect(
            said(try place.run("log", "verify", "--lang", "es")) == [
                "4 eventos y 2 contenidos comprobados in no time, eventos/s", "contenidos que faltan: 1",
                "el registro no está como se grabó, 3 diferencias:",
                "  #2 CaseOpened  fila: no es lo que dice su hash",
                "  #3 MentionCaptured  contenido: no es el que fijó el evento",
                "  #4 ReplySent  falta el contenido: el evento fijó uno y no está",
                "solo lo arregla una copia de seguridad anterior; averigua quién puede escribir en el fichero",
            ])
        let value = try place.question("log", "verify", "--lang", "es")
        #expect(value["intact"] as? Bool == false)
        #expect(value["contentsMissing"] as? Int == 1)
        #expect(value["differenceCount"] as? Int == 3)
        let differences = try #require(value["differences"] as? [[String: Any]])
        #expect(differences.map { $0["position"] as? Int } == [2, 3, 4])
        #expect(differences.map { $0["part"] as? String } == ["row", "content", "content"])
        #expect(
            differences.map { $0["kind"] as? String } == ["row-changed", "content-changed", "content-missing"])
        #expect(differences[0]["difference"] as? String == "row: it is not what its leaf hash says")
    }

    @Test("names a gap, and an event that is missing in its stream")
    func gap() throws {
        let place = try imported()
        try tamper(place, "DELETE FROM event WHERE position = 3")
        #expect(
            said(try place.run("log", "verify")).dropFirst() == [
                "the log is not as it was recorded, 3 differences:", "  #3  content: it belongs to no event",
                "  #3  gap: the event is missing",
                "  #4  gap: it is version 3 of case-1, the next was 2",
                "nothing puts it right but a backup from before; find out who can write to the file",
            ])
    }

    @Test("reads a store in a folder that can't be written")
    func readOnly() throws {
        let place = try imported()
        let before: [UInt8] = try place.bytes(of: "cmcase.db")
        let ending = try place.shell(
            "mkdir fixed && cp cmcase.db fixed && chmod 400 fixed/cmcase.db && chmod 500 fixed"
                + " && cmcase log verify --store fixed/cmcase.db; code=$?; chmod 700 fixed; exit $code")
        #expect(ending.code == 0, "\(ending.errors)")
        #expect(try place.bytes(of: "cmcase.db") == before)
    }

    @Test("takes none of the options of the list, which needs no name of its own")
    func options() throws {
        let place = try imported()
        #expect(try place.run("log", "verify", "--type", "CaseOpened").code == 2)
        #expect(try place.done("log", "--type", "CaseOpened") == place.done("log", "list", "--type", "CaseOpened"))
    }

    @Test("is named by doctor, which itself looks at the pages alone")
    func doctor() throws {
        let place = try imported()
        try tamper(place, "UPDATE event SET actor = 'human:eve' WHERE position = 2")
        let ending = try place.run("doctor")
        #expect(ending.code == 0)
        let words: String = ending.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("`cmcase log verify` checks that the events in them are as they were recorded"))
    }
}
