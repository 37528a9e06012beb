import CaseModel
import Playbook
import Testing

@Suite("The checker")
struct PlaybookCheckTests {
    @Test("finds nothing against a table that answers everything once")
    func proven() throws {
        let table = SmallPlaybook(
            "when: {turn: ours, silent: no}, action: wait", "action: reply, visibility: public, purpose: help")
        #expect(try table.findings() == [])
    }

    @Test("shows the situation that no rule matches")
    func gap() throws {
        let table = SmallPlaybook(
            "when: {turn: [opening, theirs]}, action: classify", "when: {turn: ours, silent: yes}, action: close")
        #expect(try table.findings() == ["line 12, table A: a gap, no rule matches turn: ours, silent: no"])
    }

    @Test("shows the situation that two rules of a table match where only one may")
    func overlap() throws {
        let table = SmallPlaybook(
            hit: "unique", "when: {turn: {not: ours}}, action: classify", "when: {silent: no}, action: close",
            "when: {turn: ours, silent: yes}, action: wait")
        #expect(
            try table.findings() == ["line 18, rule A.2: it and rule A.1 both match turn: opening, silent: no"])
    }

    @Test("lets rules overlap that say the same, where any of them may decide")
    func any() throws {
        var table = SmallPlaybook(
            hit: "any", "when: {turn: {not: ours}}, action: classify", "when: {silent: no}, action: classify",
            "when: {turn: ours, silent: yes}, action: wait")
        #expect(try table.findings() == [])
        table.rules[1] = "when: {silent: no}, action: close"
        #expect(
            try table.findings() == ["line 18, rule A.2: it and rule A.1 both match turn: opening, silent: no"])
    }

    @Test("finds a rule of which the rules before it leave nothing, unless they say the same")
    func covered() throws {
        var table = SmallPlaybook(
            "when: {turn: ours}, action: wait", "when: {silent: yes}, action: classify",
            "when: {turn: ours, silent: yes}, action: close", "action: reopen")
        #expect(
            try table.findings() == [
                "line 19, rule A.3: it can never match, since A.1 covers all of it",
                "line 19, rule A.3: no situation leads here from the start",
            ])
        table.rules[2] = "when: {silent: yes}, action: close"
        #expect(
            try table.findings().first == "line 19, rule A.3: it can never match, since A.1, A.2 cover all of it")
        table.rules[2] = "when: {turn: ours, silent: yes}, action: wait"
        #expect(try table.findings() == ["line 19, rule A.3: no situation leads here from the start"])
    }

    @Test("finds tables that are not there, go in circles, or are never reached")
    func flow() throws {
        let other = "\n      - {id: B.1, en: b, es: b, go: A}\n"
        func table(_ rule: String, reaching: String) -> String {
            "  - id: B\n    title: {en: b, es: b}\n    inputs: []\n    rules:\(rule)"
        }
        #expect(
            try SmallPlaybook(inputs: "[]", "go: B", more: table(other, reaching: "A")).findings()
                == ["the tables A → B → A go in a circle"])
        #expect(
            try SmallPlaybook(
                inputs: "[]", "action: wait",
                more: table("\n      - {id: B.1, en: b, es: b, action: wait}", reaching: "")
            )
            .findings() == ["line 18, table B: no situation leads here from the start"])
        #expect(
            try SmallPlaybook(inputs: "[]", "go: C").findings() == ["line 17, rule A.1: there is no table C"])
    }

    @Test("finds a rule that no situation reaches although its own table is in order")
    func unreached() throws {
        let more = """
              - id: B
                title: {en: b, es: b}
                inputs: [turn]
                rules:
                  - {id: B.1, en: b, es: b, when: {turn: ours}, action: wait}
                  - {id: B.2, en: b, es: b, when: {turn: {not: ours}}, action: close}

            """
        let table = SmallPlaybook(inputs: "[turn]", "when: {turn: ours}, go: B", "action: classify", more: more)
        #expect(try table.findings() == ["line 24, rule B.2: no situation leads here from the start"])
    }

    @Test("asks for words in both languages, and for what an action needs")
    func wording() throws {
        let yaml = SmallPlaybook(
            inputs: "[]", "es: '', action: schedule-follow-up"
        ).yaml.replacing("en: a, es: a, es: ''", with: "en: a")
        let playbook = try Playbook(yaml: yaml, source: "small.yaml")
        #expect(
            PlaybookCheck(playbook).findings.map { $0.sentence(in: playbook) }.filter { $0.hasPrefix("line") } == [
                "line 17, rule A.1: the text in Spanish is missing", "line 17, rule A.1: the action needs purpose",
                "line 17, rule A.1: the action needs after",
            ])
        #expect(
            try SmallPlaybook(inputs: "[]", "action: reply").findings() == [
                "line 17, rule A.1: the action needs visibility", "line 17, rule A.1: the action needs purpose",
            ])
        #expect(
            try SmallPlaybook(inputs: "[]", "action: dismiss").findings() == ["line 17, rule A.1: the action needs as"])
    }

    @Test("tells in Spanish what it finds, by the names that the YAML has")
    func spanish() throws {
        let playbook = try SmallPlaybook(
            inputs: "[turn]", "when: {turn: opening}, action: wait", "when: {turn: theirs}, action: wait"
        ).playbook()
        var finding: Finding = try #require(PlaybookCheck(playbook).findings.first { $0.kind == .gap })
        #expect(
            finding.sentence(in: playbook, .spanish)
                == "línea 12, tabla A: un hueco, ninguna regla se cumple con turn: ours")
        finding.place = .rule(1)
        let turn: SituationInput = playbook.tables[0].inputs[0]
        let told: [(Finding.Kind, String)] = [
            (.overlap(with: 0), "tanto ella como la regla A.1 se cumplen con turn: ours"),
            (.covered(by: [0]), "nunca puede cumplirse, porque A.1 la cubre entera"),
            (.covered(by: [0, 1]), "nunca puede cumplirse, porque A.1, A.2 la cubren entera"),
            (.unreached, "ninguna situación lleva hasta aquí desde el comienzo"),
            (.missingTable("C"), "no hay ninguna tabla C"),
            (.circle([0, 0]), "las tablas A → A dan vueltas en círculo"),
            (.tooDeep(limit: 3), "no pueden encadenarse más de 3 tablas"),
            (.missingText(.spanish), "falta el texto en español"),
            (.missingOutput("after"), "a la acción le falta after"),
            (.inputNotUsed(turn), "ninguna regla usa la entrada turn"),
            (.inputNotAsked(turn), "ninguna tabla pregunta la entrada turn"),
            (
                .notProvable,
                "sus reglas parten las situaciones en demasiados trozos para demostrarlas; divídelas en tablas más pequeñas"
            ),
        ]
        for (kind, sentence) in told {
            finding.kind = kind
            #expect(finding.sentence(in: playbook, .spanish) == "línea 18, regla A.2: \(sentence)")
        }
        (finding.kind, finding.example) = (.gap, [])
        #expect(
            finding.sentence(in: playbook, .spanish)
                == "línea 18, regla A.2: un hueco, ninguna regla se cumple con situación alguna")
    }

    @Test("finds inputs that nothing uses")
    func unusedInputs() throws {
        let playbook = try SmallPlaybook(inputs: "[turn, silent]", "when: {turn: ours}, action: wait", "action: none")
            .playbook()
        #expect(
            PlaybookCheck(playbook).findings.map { $0.sentence(in: playbook) } == [
                "line 12, table A: no rule uses the input silent", "no table asks the input place",
            ])
    }
}
