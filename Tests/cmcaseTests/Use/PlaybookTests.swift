import Foundation
import Testing

@Suite("Playbooks on the command line")
struct PlaybookTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test("a rule is shown with when it matches, what it advises, and why, in either language")
    func showing() throws {
        #expect(
            try place.done("playbook", "show", "--table", "T4.3", "--lang", "en").hasPrefix(
                """
                T4.3  Unfounded, perhaps a customer  (the first rule that matches)
                  T4.3.1  courteous reply sent: no
                          reply where T5 says, to clarify [S12]
                          Answer once, courteously: set the fact straight without arguing, and offer a channel where
                          we listen.
                  T4.3.2  turn: we spoke last; silent for the set days: no
                          wait [S12]

                """))
        let spanish = try place.run("playbook", "show", "--table", "T5.1", environment: ["LANG": "es_ES.UTF-8"])
        #expect(spanish.code == 2)
        #expect(spanish.errors.contains("there is no table T5.1; there are T0, T1, T1.1"))
        let table = try place.run("playbook", "show", "--table", "T5.4", environment: ["LANG": "es_ES.UTF-8"])
        #expect(
            table.output == """
                T5.4  Desfavorable, en público  (se cumple exactamente una regla)
                  T5.4.1  el caso está: abierto
                          llevar la conversación a privado [S17]
                          Invítalos a privado con una frase pública y amable, y continúa ahí.
                  T5.4.2  el caso está: no abierto
                          en privado [S17]
                          Ya ha terminado: ni una palabra más en público.

                """)
    }

    @Test("what --yaml prints is a playbook that can be adopted under another version")
    func ownPlaybook() throws {
        let yaml: String = try place.done("playbook", "show", "community-manager", "--yaml")
        try place.write(yaml.replacing("version: \"1\"", with: "version: \"2\""), to: "ours.yaml")
        try place.done("playbook", "check", "ours.yaml")
        try place.done("init")
        try place.done("playbook", "adopt", "ours.yaml", "--effective-from", "2026-01-01T00:00:00Z", "--actor", "eva")
        let list = try #require(try place.question("playbook", "list")["playbooks"] as? [[String: Any]])
        #expect(
            list.compactMap { $0["name"] as? String } == [
                "community-manager", "web-posting-assessment", "community-manager",
            ])
        #expect(list.compactMap { $0["inForce"] as? Bool } == [false, false, true])
        #expect(list.last?["effectiveFrom"] as? String == "2026-01-01T00:00:00Z")
        let again = try place.run("playbook", "adopt", "ours.yaml")
        #expect(again.code == 2)
        #expect(again.errors.contains("is in force then already (event 1); there is nothing to record"))
    }

    @Test("an adopted playbook is shown, checked and asked what-if by its name")
    func adoptedName() throws {
        let yaml: String = try place.done("playbook", "show", "community-manager", "--yaml")
        try place.write(yaml.replacing("name: community-manager", with: "name: mine"), to: "ours.yaml")
        try place.done("init")
        try place.done("playbook", "adopt", "ours.yaml")
        #expect(try place.done("playbook", "show", "mine").hasPrefix("mine 1  "))
        try place.done("playbook", "check", "mine")
        try place.done("replay", "--playbook", "mine")
        try place.done("replay", "--calendar", "always", "--service-level", "standard")
        let none = try place.run("playbook", "show", "nobodys")
        #expect(none.code == 2)
        #expect(
            none.errors
                == "cmcase: there is no playbook nobodys; built in are community-manager, web-posting-assessment; adopted are "
                + "mine, or name a YAML file\n")
    }

    @Test("a planted gap and a planted overlap are shown with the input, and end with 1")
    func checking() throws {
        let yaml: String = try place.done("playbook", "show", "community-manager", "--yaml")
        try place.write(
            yaml.replacing("when: {follow-up: none}", with: "when: {follow-up: [none, due]}").replacing(
                "when: {lifecycle: {not: open}}", with: "when: {lifecycle: [resolved, closed]}"), to: "planted.yaml")
        let check = try place.run("playbook", "check", "planted.yaml")
        #expect(check.code == 1)
        let lines = Set(check.output.split(separator: "\n").compactMap { $0.split(separator: ", ", maxSplits: 1).last })
        #expect(lines.contains("table T5.4: a gap, no rule matches lifecycle: snoozed"))
        #expect(lines.contains("rule T6.2.4: it and rule T6.2.2 both match follow-up: due"))
        let answer = try place.question("playbook", "check", "planted.yaml")
        #expect(answer["proven"] as? Bool == false)
        let proven = try place.question("playbook", "check", "community-manager")
        #expect(proven["proven"] as? Bool == true)
        #expect((proven["findings"] as? [Any])?.isEmpty == true)
    }

    @Test("what is no playbook is a wrong command")
    func wrong() throws {
        let unknown = try place.run("playbook", "show", "comunity")
        #expect(unknown.code == 2)
        #expect(
            unknown.errors == "cmcase: there is no playbook comunity; built in are community-manager, "
                + "web-posting-assessment, or name a YAML file\n")
        try place.write("name: x\nsteps: []\n", to: "x.yaml")
        let broken = try place.run("playbook", "check", "x.yaml")
        #expect(broken.code == 2)
        #expect(broken.errors.hasPrefix("cmcase: playbook x.yaml, line 2, steps: unknown key; allowed: name, version"))
    }
}
