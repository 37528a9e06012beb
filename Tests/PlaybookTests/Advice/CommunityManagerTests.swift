import CaseModel
import Playbook
import Testing

@Suite("The protocol of a community manager")
struct CommunityManagerTests {
    private let advised: Advised

    init() throws { advised = try Advised() }

    @Test("a mention that nobody has judged is classified")
    func unjudged() {
        #expect(advised.lines { _ in } == ["T1.7 classify by first-response"])
    }

    @Test("in any open case the newest message is classified first; what is due is advised with it")
    func unjudgedNews() {
        func lines(_ change: (inout Situation) -> Void) -> [String] {
            advised.lines {
                $0.news = .unjudged
                $0.turn = .theirs
                change(&$0)
            }
        }
        for polarity: Judgement in [.positive, .question, .neutral, .spam] {
            #expect(lines { $0.polarity = polarity } == ["T0.8 classify by next-response"])
        }
        for targets: ComplaintTargets in [.product, .brand, .both] {
            #expect(
                lines {
                    $0.polarity = .complaint; $0.targets = targets
                } == ["T0.8 classify by next-response"])
        }
        #expect(
            lines {
                $0.polarity = .positive; $0.promiseDue = .yes; $0.followUp = .due; $0.turn = .opening
            }
                == [
                    "T0.8 classify by first-response", "T9.1 explain-plan public by promise",
                    "T8.1 complete-follow-up by follow-up",
                ])
        #expect(lines { _ in } == ["T1.7 classify by next-response"])
    }

    @Test("spam and echoes are dismissed without an answer")
    func spam() {
        #expect(advised.lines { $0.polarity = .spam } == ["T1.1.2 dismiss"])
        #expect(
            advised.lines {
                $0.polarity = .complaint; $0.echo = .yes
            } == ["T1.1.1 dismiss"])
    }

    @Test("praise is answered in public, further where it reaches many, and never with somebody's data")
    func praise() {
        #expect(advised.lines { $0.polarity = .positive } == ["T2.6 reply public by first-response"])
        #expect(
            advised.lines {
                $0.polarity = .positive; $0.reach = .wide
            } == ["T2.5 reply public by first-response"])
        #expect(
            advised.lines {
                $0.polarity = .positive; $0.privateData = .yes
            }
                == ["T2.1.1 reply private by first-response"])
        #expect(
            advised.lines {
                $0.polarity = .positive; $0.privateData = .yes; $0.turn = .ours; $0.place = .isPrivate
                $0.praisedInPublic = .yes
            } == ["T2.1.2 reply public"], "where they praised us, though we answered in private")
        #expect(
            advised.lines {
                $0.polarity = .positive; $0.turn = .ours; $0.place = .isPrivate
            } == ["T7.2 wait by follow-up"], "praise in private stays there")
        #expect(
            advised.lines {
                $0.polarity = .positive; $0.privateData = .yes; $0.turn = .ours; $0.praisedInPublic = .yes
                $0.answeredInPublic = .yes
            } == ["T7.2 wait by follow-up"], "once")
    }

    @Test("a happy conversation goes on for some turns, then it is thanked for and ends")
    func engagement() {
        #expect(
            advised.lines {
                $0.polarity = .positive; $0.turn = .theirs
            } == ["T2.2 reply public by next-response"])
        #expect(
            advised.lines {
                $0.polarity = .positive; $0.turn = .theirs; $0.turnsLeft = .no
            }
                == ["T2.3 reply public by next-response"])
        #expect(
            advised.lines {
                $0.polarity = .positive; $0.turn = .ours; $0.turnsLeft = .no
            } == ["T2.7 resolve public"])
        #expect(
            advised.lines {
                $0.polarity = .positive; $0.turn = .ours
            } == ["T2.8 wait"])
        #expect(
            advised.lines {
                $0.polarity = .positive; $0.turn = .ours; $0.silent = .yes
            } == ["T7.3 schedule-follow-up"])
    }

    @Test("a complaint about the product: help, or acknowledge and find out, or guide")
    func product() {
        func lines(_ change: (inout Situation) -> Void) -> [String] {
            advised.lines {
                $0.polarity = .complaint
                $0.targets = .product
                change(&$0)
            }
        }
        #expect(lines { $0.canHelp = .yes } == ["T3.2.1 help public product by first-response"])
        #expect(lines { _ in } == ["T3.3.1 acknowledge public by acknowledgement"])
        #expect(
            lines {
                $0.acknowledged = .yes; $0.turn = .ours
            } == ["T3.3.2 escalate by resolution"])
        #expect(lines { $0.canHelp = .no } == ["T3.4.1 guide public product by first-response"])
        #expect(lines { $0.contactable = .no } == ["T3.1.1 reply public product by first-response"])
        #expect(
            lines {
                $0.canHelp = .yes; $0.helped = .yes; $0.turn = .theirs; $0.news = .positive; $0.prospect = .favourable
            }
                == ["T3.2.2 resolve public product by resolution"])
    }

    @Test("a complaint about the brand is investigated before it is assessed, and assessed before it is answered")
    func brand() {
        func lines(_ change: (inout Situation) -> Void) -> [String] {
            advised.lines {
                $0.polarity = .complaint
                $0.targets = .brand
                change(&$0)
            }
        }
        #expect(lines { _ in } == ["T4.1 investigate by acknowledgement"])
        #expect(lines { $0.assessed = .founded } == ["T4.1 investigate by acknowledgement"])
        #expect(lines { $0.investigated = .yes } == ["T4.5 assess brand by acknowledgement"])
        #expect(
            lines {
                $0.investigated = .yes; $0.assessed = .unfounded; $0.author = .troll
            } == ["T4.2 dismiss"])
        #expect(
            lines {
                $0.investigated = .yes; $0.assessed = .unfounded; $0.author = .spammer
            } == ["T4.6 dismiss"])
        #expect(
            lines {
                $0.investigated = .yes; $0.assessed = .unfounded; $0.author = .customer
            }
                == ["T4.3.1 reply public brand by first-response"])
        #expect(
            lines {
                $0.investigated = .yes; $0.assessed = .founded; $0.author = .troll
            }
                == ["T4.4.1 acknowledge public by acknowledgement"], "founded, whoever the author is")
        #expect(
            lines {
                $0.investigated = .yes; $0.assessed = .founded; $0.acknowledged = .yes; $0.problemIdentified = .yes
            }
                == ["T4.4.4 explain-plan public brand by first-response"])
    }

    @Test("while they are to say what the problem is, nothing is asked for until they do or a look is due")
    func problemAsked() {
        func lines(_ change: (inout Situation) -> Void) -> [String] {
            advised.lines {
                $0.polarity = .complaint
                $0.targets = .brand
                $0.investigated = .yes
                $0.assessed = .founded
                $0.acknowledged = .yes
                $0.turn = .ours
                $0.asked = .yes
                change(&$0)
            }
        }
        #expect(lines { _ in } == ["T7.2 wait by follow-up"])
        #expect(lines { $0.asked = .no }.last?.hasPrefix("T4.4.3 identify-problem public brand") == true)
        #expect(
            lines {
                $0.silent = .yes; $0.followUp = .scheduled
            } == ["T7.2 wait by follow-up"])
        #expect(lines { $0.silent = .yes } == ["T7.3 schedule-follow-up"])
        #expect(lines { $0.followUp = .due } == ["T7.1 complete-follow-up by follow-up"])
        #expect(lines { $0.promiseDue = .yes } == ["T9.1 explain-plan public by promise", "T7.2 wait by follow-up"])
        for turn: Turn in [.opening, .theirs] {
            #expect(
                lines {
                    $0.turn = turn; $0.asked = .no
                }.last?.hasPrefix("T4.4.3 identify-problem public brand") == true)
        }
    }

    @Test("a complaint about both goes along both tracks, and what concerns the case is said once")
    func both() {
        #expect(
            advised.lines {
                $0.polarity = .complaint; $0.targets = .both; $0.canHelp = .yes
            } == [
                "T3.2.1 help public product by first-response", "T4.1 investigate by acknowledgement",
            ])
        #expect(
            advised.lines {
                $0.polarity = .complaint
                $0.targets = .both
                $0.investigated = .yes
                $0.assessed = .founded
                $0.privateData = .yes
            } == ["T5.1 move private", "T3.3.1 acknowledge private by acknowledgement"])
    }

    @Test("waiting comes last")
    func waitingLast() {
        #expect(
            advised.lines {
                $0.polarity = .complaint
                $0.targets = .both
                $0.canHelp = .yes
                $0.helped = .yes
                $0.turn = .ours
            } == ["T4.1 investigate by acknowledgement", "T7.2 wait by follow-up"])
    }

    @Test("what ends well stays in public and what ends badly is taken out of it")
    func visibility() {
        func line(_ place: Place, _ prospect: Prospect, _ turn: Turn = .opening) -> [String] {
            advised.lines {
                $0.polarity = .question
                $0.place = place
                $0.prospect = prospect
                $0.turn = turn
            }
        }
        #expect(line(.isPublic, .favourable) == ["T1.6.1 reply public by first-response"])
        #expect(line(.isPublic, .unfavourable) == ["T5.4.1 move private", "T1.6.1 reply private by first-response"])
        #expect(line(.isPrivate, .favourable) == ["T1.6.1 reply private by first-response"])
        #expect(line(.isPrivate, .unfavourable) == ["T1.6.1 reply private by first-response"])
        #expect(line(.isPublic, .unknown) == ["T1.6.1 reply public by first-response"])
        #expect(line(.isPrivate, .unknown) == ["T1.6.1 reply private by first-response"])
        #expect(
            line(.isPublic, .unknown, .theirs) == ["T5.6.1 forecast public", "T1.6.1 reply public by next-response"])
    }

    @Test("after the end: show it, ask, look again, close; or reopen what comes back")
    func afterwards() {
        func lines(_ lifecycle: CaseStage, _ change: (inout Situation) -> Void) -> [String] {
            advised.lines {
                $0.lifecycle = lifecycle
                $0.polarity = .complaint
                $0.turn = .ours
                change(&$0)
            }
        }
        #expect(
            lines(.resolved) {
                $0.prospect = .favourable; $0.solved = .yes
            }
                == ["T5.2.1 publish public", "T6.5.2 offer-survey"])
        #expect(
            lines(.resolved) {
                $0.prospect = .favourable; $0.solved = .yes; $0.published = .yes; $0.survey = .yes
            }
                == ["T6.5.3 schedule-follow-up"])
        // Nothing is shown over a complaint that came after the end.
        #expect(
            lines(.resolved) {
                $0.prospect = .favourable; $0.solved = .yes; $0.news = .complaint
            }
                == ["T6.1.1 reopen by next-response"])
        #expect(lines(.resolved) { $0.prospect = .unfavourable } == ["T6.4.1 schedule-follow-up"])
        #expect(
            lines(.resolved) {
                $0.prospect = .unfavourable; $0.followUp = .due
            }
                == ["T6.4.2 complete-follow-up by follow-up"])
        #expect(
            lines(.resolved) {
                $0.prospect = .unfavourable; $0.followUp = .scheduled
            } == ["T6.4.3 escalate"])
        #expect(
            lines(.resolved) {
                $0.prospect = .unfavourable; $0.quiet = .yes; $0.followUp = .done
            } == ["T6.2.1 close"])
        #expect(lines(.dismissed) { _ in } == ["T6.3.1 schedule-follow-up"])
        #expect(
            lines(.dismissed) {
                $0.news = .complaint; $0.followUp = .scheduled
            } == ["T6.3.3 wait by follow-up"])
        #expect(lines(.dismissed) { $0.recurrence = .yes } == ["T6.1.1 reopen by next-response"])
        #expect(lines(.closed) { $0.news = .complaint } == ["T6.1.1 reopen by next-response"])
        #expect(
            lines(.closed) {
                $0.news = .complaint; $0.incident = .yes
            } == ["T6.1.2 reopen by next-response"])
        #expect(lines(.closed) { $0.news = .unjudged } == ["T0.3 classify by next-response"])
        #expect(lines(.closed) { _ in } == [])
        #expect(lines(.merged) { _ in } == [])
        #expect(lines(.snoozed) { _ in } == ["T0.2 wait"])
    }

    @Test("an advice is explained by its rules and the inputs that decided them")
    func explanation() throws {
        var situation = Situation()
        situation.polarity = .complaint
        situation.targets = .brand
        situation.investigated = .yes
        situation.assessed = .founded
        situation.acknowledged = .yes
        let advice = try #require(advised.playbook.advise(situation).first)
        let steps: [AdviceStep] = advised.playbook.explanation(of: advice, in: situation)
        #expect(
            steps.map { step in
                "\(step.rule.id) \(step.rule.themes): "
                    + step.because.map { $0.sentence(.english) }.joined(separator: "; ")
            } == [
                "T0.1 [1, 2]: the case is: open; what they said since: nothing",
                "T1.4 [5, 6]: judged as: a complaint; only repeats what others said: no; complains about: the brand",
                "T4.4 [13, 14]: author investigated: yes; the complaint is: founded",
                "T4.4.3 [13]: acknowledged: yes; problem identified: no; turn: we have not answered yet",
            ])
        #expect(
            steps.last?.rule.reason.spanish.hasPrefix("Conversa hasta saber exactamente cuál es el problema") == true)
        #expect(steps.last?.because.last?.sentence(.spanish) == "turno: aún no hemos contestado")
    }
}
