import CaseModel
import Measures
import Testing
import Wording

@Suite("The words of reports")
struct ReportWordTests {
    @Test("count in the singular and the plural")
    func plurals() {
        let words = CaseWords(.spanish)
        #expect(
            words.counts(mentions: 1, replies: 2, publicReplies: 1, episode: 1)
                == "; 1 mención, 2 respuestas (1 en público); episodio 1")
        #expect(
            words.counts(mentions: 2, replies: 1, publicReplies: 0, episode: 3)
                == "; 2 menciones, 1 respuesta (0 en público); episodio 3")
        #expect(words.listed(1, of: 1) == "1 caso")
        #expect(words.listed(50, of: 1483) == "50 de 1,483 casos; --limit 0 los muestra todos")
        #expect(ReceiptWords(.spanish).cameBack(1) == "volvió 1 caso")
        #expect(ReceiptWords(.spanish).cameBack(3) == "volvieron 3 casos")
        #expect(FigureWords(.spanish).conversionHeading(1).contains("1 día después"))
    }

    @Test("say what a step changed by the field's and the value's own words, and leave names alone")
    func changes() {
        let words = AuditWords(.spanish)
        func change(_ field: String, _ before: String?, _ after: String?) -> String {
            words.change(field, before, after) { $0 }
        }
        #expect(change("status", "new", "awaiting-customer") == "estado: nuevo → pendiente del cliente")
        #expect(change("targets", nil, "both") == "objeto: ambos")
        #expect(change("outcome", "favourable", nil) == "desenlace: favorable → nada")
        #expect(change("assessment", nil, "suspected-troll") == "valoración: posible troll")
        #expect(change("assignee", "new", "closed") == "a cargo de: new → closed")
        #expect(change("#12 polarity", "\"neutral\"", "\"spam\"") == "#12 polarity: \"neutral\" → \"spam\"")
        #expect(
            AuditWords(.english).change("status", "new", "awaiting-customer") { $0 } == "status new → awaiting-customer"
        )
        #expect(AuditWords(.english).change("outcome", "favourable", nil) { $0 } == "outcome favourable → none")
        #expect(
            AuditWords(.english).change(
                "openedAt", "9:00.1", "9:00.2", shown: { String($0.dropLast(2)) }, inFull: { "\($0) +01:00" })
                == "openedAt 9:00.1 +01:00 → 9:00.2 +01:00")
        #expect(
            ReceiptWords(.spanish).changed("expires", nil, "9:00Z") { $0 == "9:00Z" ? "10:00 +01:00" : $0 }
                == "caduca - → 10:00 +01:00")
    }

    @Test("say whose words were found, and of somebody without a name by number")
    func search() {
        let words = SearchWords(.spanish)
        let (ana, nobody) = (
            SearchWords.Somebody("@ana", PersonNumber(1)), SearchWords.Somebody(nil, PersonNumber(2))
        )
        #expect(words.theirs(ana, .isPublic) == "@ana (la persona, en público)")
        #expect(words.theirs(nobody, nil) == "persona 2 (la persona)")
        #expect(words.ours("human:eva", to: nobody, .isPrivate) == "human:eva a la persona 2 (la casa, en privado)")
        #expect(words.house("human:eva", on: ana, .noteAdded) == "human:eva sobre @ana (interno, NoteAdded)")
        #expect(
            SearchWords(.english).ours("human:eva", to: nobody, .isPrivate) == "human:eva to person 2 (ours, private)")
        #expect(
            [(0, false), (1, false), (1, true), (2, false), (1_200, true)].map { words.found($0, isCut: $1) } == [
                "no se encontró nada", "1 resultado", "el más reciente; --limit 0 los muestra todos", "2 resultados",
                "los 1200 más recientes; --limit 0 los muestra todos",
            ])
    }

    @Test("say what is different between two moments, and how an incident stands")
    func difference() {
        let words = AuditWords(.spanish)
        #expect(words.between(Position(3), Position(9), events: 1) == "de #3 a #9: 1 evento")
        #expect(words.between(Position(3), Position(9), events: 0) == "de #3 a #9: 0 eventos")
        #expect(words.field("case") == "caso")
        #expect(AuditWords(.english).field("case") == "case")
        #expect(AuditWords(.english).between(Position(3), Position(9), events: 1) == "from #3 to #9: 1 event")
        var incident = Incident(
            number: 4, position: Position(7), trigger: nil, level: 3,
            cases: [.init(CaseNumber(1), since: Timestamp(seconds: 0))], declaredAt: Timestamp(seconds: 0))
        let events: String = ReceiptWords(.spanish).events([(7, .incidentDeclared)])
        #expect(
            IncidentWords(.spanish).recorded(incident, events)
                == "incidente 4: registrado IncidentDeclared en #7; ahora nivel 3, caso 1")
        incident.cases.append(.init(CaseNumber(2), since: Timestamp(seconds: 0)))
        incident.closedAt = Timestamp(seconds: 9)
        #expect(
            IncidentWords(.spanish).recorded(incident, events)
                == "incidente 4: registrado IncidentDeclared en #7; ahora cerrado, casos 1, 2")
    }

    @Test("name every count of an import", arguments: ImportCounts.names)
    func counts(name: ImportCounts.Name) {
        #expect(ImportWords(.spanish).title(name) != "\(name.key)")
    }

    @Test(
        "define each measure in both languages, clause by clause",
        arguments: [
            MeasureDefinition.conversion(.first), .conversion(.second), .firstResponse, .conformance,
        ])
    func definitions(definition: MeasureDefinition) {
        for clause in definition.clauses {
            #expect(clause.name.spanish != clause.name.english)
            #expect(clause.text.spanish != clause.text.english)
            #expect(!clause.text.spanish.isEmpty && !clause.text.spanish.contains("  "))
        }
        #expect(Set(definition.clauses.map(\.name.spanish)).count == definition.clauses.count)
    }
}
