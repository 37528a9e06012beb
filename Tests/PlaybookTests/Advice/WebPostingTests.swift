import CaseModel
import Playbook
import Testing

@Suite("The web-posting response assessment")
struct WebPostingTests {
    private let advised: Advised

    init() throws { advised = try Advised(.webPostingAssessment) }

    private func complaint(_ change: (inout Situation) -> Void) -> [String] {
        advised.lines {
            $0.polarity = .complaint
            $0.targets = .brand
            $0.investigated = .yes
            change(&$0)
        }
    }

    @Test("monitors a troll only, founded or not, where the community manager's protocol converses")
    func troll() throws {
        #expect(
            complaint {
                $0.author = .troll; $0.assessed = .founded
            } == ["W3.2 dismiss"])
        let protocolLines: [String] = try Advised().lines {
            $0.polarity = .complaint
            $0.targets = .brand
            $0.investigated = .yes
            $0.author = .troll
            $0.assessed = .founded
        }
        #expect(protocolLines == ["T4.4.1 acknowledge public by acknowledgement"])
    }

    @Test("monitors a rager, fixes facts for the misguided, restores the unhappy customer")
    func evaluation() {
        #expect(complaint { $0.assessed = .unfounded } == ["W3.4 dismiss"])
        #expect(
            complaint {
                $0.assessed = .unfounded; $0.author = .customer
            } == ["W3.5.1 reply public by first-response"])
        #expect(complaint { $0.assessed = .founded } == ["W4.5 identify-problem public by first-response"])
        #expect(complaint { _ in } == ["W3.3 assess by acknowledgement"])
    }

    @Test("judges what they posted again before all else")
    func news() {
        #expect(
            advised.lines {
                $0.polarity = .complaint; $0.news = .unjudged; $0.turn = .theirs
            } == ["W0.6 classify by next-response"])
    }

    @Test("lets praise stand, or shares the success where many read it")
    func positive() {
        #expect(advised.lines { $0.polarity = .positive } == ["W2.2 resolve public"])
        #expect(
            advised.lines {
                $0.polarity = .positive; $0.reach = .wide
            } == ["W2.1 reply public by first-response"])
    }
}
