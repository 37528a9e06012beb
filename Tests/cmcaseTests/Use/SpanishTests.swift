import Foundation
import Testing

@Suite("In Spanish")
struct SpanishTests {
    private static let folder: String = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Spanish/").path()

    /// A store with one complaint from the first mention to the end.
    private func place() throws -> Workplace {
        let place = try Workplace()
        try place.done("init")
        let applied = try place.done("case", "apply", Self.folder + "story.ndjson")
        #expect(applied.hasSuffix("recorded 21, recorded before 0, refused 0\n"))
        return place
    }

    private static let questions: [[String]] = [
        ["audit", "1"], ["case", "show", "1"], ["person", "show", "1"], ["cases"], ["audit", "1", "--conformance"],
        ["replay", "--case", "1"], ["metrics", "conversion", "--by", "target"], ["metrics", "service"],
        ["metrics", "conformance"],
    ]

    @Test("one complaint is told from the first mention to the end, the same by --lang and by the system's language")
    func story() throws {
        let place = try place()
        var told = ""
        for question in Self.questions {
            let words: [String] = question + ["--tz", "Europe/Madrid"]
            let asked = try place.run(words + ["--lang", "es"])
            let system = try place.run(words, environment: ["LC_ALL": "es_ES.UTF-8"])
            #expect(asked.code == 0 && asked.errors == "")
            let text: String = Self.withoutOurClock(asked.output)
            #expect(Self.withoutOurClock(system.output) == text)
            told += "$ cmcase \(question.joined(separator: " "))\n\(text)\n"
        }
        let path: String = Self.folder + "story.txt"
        if ProcessInfo.processInfo.environment["CMCASE_WRITE_EXPECTED"] != nil {
            try told.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let expected: String = try String(contentsOfFile: path, encoding: .utf8)
        for (number, (line, wanted)) in zip(told.split(separator: "\n"), expected.split(separator: "\n")).enumerated() {
            #expect(line == wanted, "line \(number + 1)")
        }
        #expect(told == expected)
    }

    @Test("commands say in Spanish what they recorded")
    func receipts() throws {
        let place = try Workplace()
        let spanish: [String: String] = ["LC_ALL": "es_MX.UTF-8"]
        func said(_ arguments: String...) throws -> String {
            let ending = try place.run(arguments, environment: spanish)
            #expect(ending.code == 0, "\(ending.errors)")
            return ending.output
        }
        #expect(try said("init").hasPrefix("almacén creado: "))
        try place.write(Line.theirs(1) + Line.theirs(2, by: "leo"), to: "in.ndjson")
        let imported: String = try said("import", "in.ndjson", "--tz", "UTC")
        #expect(
            imported.hasPrefix(
                """
                se importó in.ndjson como canonical
                  desde 2026-01-01 00:01:00 +00:00 hasta 2026-01-01 00:02:00 +00:00
                  leídas 2
                  menciones 2

                """), "\(imported)")
        #expect(try said("retract", "last", "--dry-run").hasPrefix("se retiraría la importación de #7 (canonical)"))
        #expect(
            try said("case", "classify", "1", "question")
                == "caso 1: registrado MentionClassified en #8; ahora en la versión 8\n"
                + "  → estado: nuevo → en evaluación; tipo: pregunta\n")
        #expect(
            try said("person", "assess", "1", "customer", "--expires", "2036-01-01T00:00:00Z")
                == "persona 1, AuthorAssessed en #9: valoración - → cliente, caduca - → 2036-01-01 00:00:00 +00:00\n")
        #expect(
            try said("case", "correct", "8", "--set", "polarity=neutral")
                == "MentionClassified en #8 (caso 1) corregido en #10\n"
                + "  polarity \"question\" → \"neutral\"\n  tipo pregunta → neutra\n")
        #expect(
            try said("incident", "declare", "1", "2", "--level", "2", "--key", "k")
                == "incidente 1: registrado IncidentDeclared en #11; ahora nivel 2, casos 1, 2\n")
        #expect(
            try said("incident", "declare", "1", "2", "--level", "2", "--key", "k")
                == "incidente 1: ya estaba registrado en #11\n")
        #expect(
            try said("incident", "close", "1")
                == "incidente 1: registrado IncidentClosed en #12; ahora cerrado, casos 1, 2\n")
        #expect(try said("incident", "list") == "No hay ningún incidente en curso.\n")
        #expect(try said("inbox", "--save", "hoy", "--overdue").hasPrefix("Ahora no hay nada que hacer."))
        #expect(try said("inbox", "--filter-names") == "hoy: --overdue\n")
        #expect(try said("inbox", "--forget", "hoy") == "filtro olvidado: hoy\n")
        #expect(try said("search", "--rebuild") == "el índice se rehízo hasta #12\n")
        #expect(try said("case", "sweep") == "volvieron 0 casos\n")
        #expect(try said("playbook", "adopt", "web-posting-assessment", "--key", "p").hasPrefix("#13  "))
        #expect(
            try said("playbook", "adopt", "web-posting-assessment", "--key", "p").hasSuffix("; ya estaba registrado\n"))
        #expect(
            try said("playbook", "check", "community-manager").contains(
                "\ndemostrado: community-manager 1, 28 tablas, 115 reglas: cada situación"))
        #expect(try said("cases", "--limit", "1").hasSuffix("1 de 2 casos; --limit 0 los muestra todos\n"))
        #expect(
            try said("replay", "--check").hasSuffix(
                "cada fila guardada dice lo que dice el registro; `cmcase log verify` comprueba el registro\n"))
        #expect(
            try said("log", "verify").hasSuffix(
                "cada evento y cada contenido es lo que dice su hash, y el registro no tiene huecos\n"))
    }

    @Test(
        "what programs read is the same in every language",
        arguments: [
            ["audit", "1", "--json"], ["case", "show", "1", "--json"], ["cases", "--json"], ["cases", "--csv"],
            ["person", "show", "1", "--json"], ["audit", "1", "--conformance", "--json", "--until-position", "20"],
            ["metrics", "conversion", "--explain", "--json"], ["metrics", "service", "--by", "target", "--csv"],
            ["metrics", "conformance", "--csv"], ["inbox", "--json", "--history", "--now", "2026-04-10T00:00:00Z"],
            ["inbox", "--csv", "--history", "--now", "2026-04-10T00:00:00Z"],
            ["case", "next", "1", "--json", "--now", "2026-04-10T00:00:00Z"], ["search", "monedero", "--json"],
            ["audit", "1", "--diff", "3", "20", "--json"], ["incident", "list", "--all", "--json"],
            ["playbook", "list", "--json"], ["playbook", "check", "community-manager", "--json"],
            ["metrics", "service", "--explain", "--json"], ["log", "--json"], ["log"],
            ["replay", "--playbook", "web-posting-assessment", "--json", "--now", "2026-04-10T00:00:00Z"],
            ["calendar", "show", "--json"], ["service-level", "show", "--json"],
        ])
    func machines(question: [String]) throws {
        let place = try place()
        func answer(_ language: String) throws -> String {
            let ending = try place.run(question + ["--lang", language])
            #expect(ending.code == 0, "\(ending.errors)")
            return ending.output.replacing(/"now":"[^"]*"/, with: "")
        }
        #expect(try answer("es") == answer("en"))
        #expect(try !answer("en").isEmpty)
    }

    @Test("the configuration's language goes before the system's, and --lang before both")
    func configured() throws {
        let place = try Workplace()
        try place.done("init")
        func last(_ arguments: [String], _ system: String) throws -> String? {
            try place.run(["cases"] + arguments, environment: ["LC_ALL": system]).lines.last
        }
        #expect(try last([], "C") == "0 cases")
        try FileManager.default.createDirectory(
            atPath: place.path(".config/cmcase"), withIntermediateDirectories: true)
        try place.write("lang: es\n", to: ".config/cmcase/config.yaml")
        #expect(try last([], "C") == "0 casos")
        #expect(try last(["--lang", "en"], "es_ES.UTF-8") == "0 cases")
        try place.write("lang: fr\n", to: ".config/cmcase/config.yaml")
        let refused = try place.run("cases")
        #expect(refused.code == 2)
        #expect(refused.errors == "cmcase: lang in the configuration is en or es; mend it, or give --lang\n")
    }

    /// The text with what varies from run to run replaced: our own clock, and the tracking code.
    private static func withoutOurClock(_ text: String) -> String {
        text.replacing(/registrado \d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d/, with: "registrado (ahora)")
            .replacing(
                /; hasta \d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d; registro/, with: "; hasta (ahora); registro"
            )
            .replacing(/registrado \d+ d.* después de ocurrir/, with: "registrado (días) después de ocurrir")
            .replacing(/seguimiento [0-9A-Z]{7}/, with: "seguimiento (código)")
    }
}
