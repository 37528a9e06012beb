import Basics
import CaseModel
import Measures
import Playbook
import ServiceLevels
import Testing
import Wording

@Suite("The domain's words in Spanish")
struct WordTests {
    /// Every set of words, and what reads the same in both languages.
    struct Vocabulary: Sendable, CustomTestStringConvertible {
        let name: String
        let raw: [String]
        let spanish: [String]
        let english: [String]
        let same: Set<String>

        init<Word: Worded>(_ type: Word.Type, same: Set<String> = []) {
            name = "\(type)"
            raw = Word.allCases.map(\.rawValue)
            spanish = Word.allCases.map { $0.word(.spanish) }
            english = Word.allCases.map { $0.word(.english) }
            self.same = same
        }

        var testDescription: String { name }

        static let all: [Vocabulary] = [
            Vocabulary(CaseStatus.self), Vocabulary(Origin.self), Vocabulary(Priority.self, same: ["normal"]),
            Vocabulary(Severity.self), Vocabulary(Outcome.self), Vocabulary(Solved.self, same: ["no"]),
            Vocabulary(Polarity.self, same: ["spam"]), Vocabulary(MentionKind.self), Vocabulary(Target.self),
            Vocabulary(Stance.self, same: ["detractor"]),
            Vocabulary(AuthorAssessment.self, same: ["troll", "spammer"]), Vocabulary(EvidenceKind.self),
            Vocabulary(LinkBasis.self), Vocabulary(AccountEnd.self), Vocabulary(ErasureScope.self),
            Vocabulary(Facet.self), Vocabulary(Exclusion.self, same: ["troll", "spam"]),
            Vocabulary(ServiceClock.self), Vocabulary(ClockState.self), Vocabulary(Weekday.self),
            Vocabulary(CaseField.self), Vocabulary(PersonField.self),
        ]
    }

    @Test("have a name of their own, unlike one another, for each word of a set", arguments: Vocabulary.all)
    func names(vocabulary: Vocabulary) {
        #expect(vocabulary.english == vocabulary.raw)
        #expect(Set(vocabulary.spanish).count == vocabulary.spanish.count)
        for (raw, spanish) in zip(vocabulary.raw, vocabulary.spanish) {
            #expect((raw == spanish) == vocabulary.same.contains(raw), "\(raw): \(spanish)")
            #expect(!spanish.isEmpty && !spanish.contains("-"))
        }
    }

    @Test("name the states of a case as a desk does")
    func states() {
        #expect(
            CaseStatus.allCases.map(\.spanish) == [
                "nuevo", "en evaluación", "en conversación", "pendiente del cliente", "pendiente interno", "con pautas",
                "resuelto", "desestimado", "en seguimiento", "cerrado", "fusionado", "retirado",
            ])
    }

    @Test("agree with the tables of the built-in playbook, where it has the same words")
    func playbook() throws {
        let playbook = try Playbook(yaml: BuiltInPlaybook.communityManager.yaml, source: "built in")
        let texts: String = playbook.rules.map(\.reason.spanish).joined(separator: " ").lowercased()
        for word in [Stance.promoter.spanish, Polarity.complaint.spanish, Polarity.positive.spanish, "seguimiento"] {
            #expect(texts.contains(word), "\(word)")
        }
    }

    @Test("a name that is none of the set stays as it is")
    func unknown() {
        #expect(CaseStatus.word(named: "engaging", .spanish) == "en conversación")
        #expect(CaseStatus.word(named: "lost", .spanish) == "lost")
    }

    @Test("targets and the parts of a figure read as words")
    func targets() {
        #expect(TargetSet([.product, .brand]).word(.spanish) == "ambos")
        #expect(TargetSet([.product, .brand]).word(.english) == "both")
        #expect(GroupKey.name("both").word(.target, .spanish) == "ambos")
        #expect(GroupKey.name("brand").word(.topic, .spanish) == "brand")
        #expect(GroupKey.none.word(.brand, .spanish) == "(sin indicar)")
        #expect(GroupKey.none.word(.brand, .english) == "(none)")
    }
}
