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
    }

    @Test("name every count of an import", arguments: ImportCounts.names)
    func counts(name: ImportCounts.Name) {
        #expect(ImportWords(.spanish).title(name) != "\(name.key)")
    }

    @Test(
        "define each measure in both languages, clause by clause",
        arguments: [
            MeasureDefinition.conversion, .firstResponse, .conformance,
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
