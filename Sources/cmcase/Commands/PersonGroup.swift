public import ArgumentParser
import CaseDesk
import CaseModel
import JSON
import Terminal

/// `cmcase person …`
struct PersonGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Look at one person, or record what was learned of them.",
        subcommands: [
            PersonShowCommand.self, PersonLinkCommand.self, PersonUnlinkCommand.self, PersonAssessCommand.self,
            PersonOfferSurveyCommand.self, PersonAnswerSurveyCommand.self, PersonEvidenceCommand.self,
        ])
}

/// `cmcase person show`
struct PersonShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a person's accounts, history, and where they stand and why.",
        discussion: "Example: cmcase person show 1")

    @Argument(help: "The person: a number, channel:account, or channel:handle.")
    var person: String

    @OptionGroup var horizon: HorizonOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let desk = try store.desk()
        defer { desk.close() }
        let history = try desk.person(person, try horizon.horizon(output))
        if output.json {
            StandardOutput.json { history.write(to: &$0) }
        } else {
            try history.printText(output)
        }
    }
}

/// `cmcase person link`
struct PersonLinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Say that two persons are one; nothing is rewritten.",
        discussion: """
            Example: cmcase person link 1 2 --basis given

            From now on the other is known as the person: figures count them once, and their cases can be merged. \
            `cmcase person unlink` takes it back and leaves everything as it was.
            """)

    @Argument(help: "The person as whom they are known: a number, channel:account, or channel:handle.")
    var person: String

    @Argument(help: "The person whose accounts are theirs as well.")
    var other: String

    @Option(name: .long, help: "What lets us say so: given, opt-in, public-cross-link or operator.")
    var basis: LinkBasis

    @OptionGroup var recording: KeyedOptions

    func run() throws {
        try recording.record(
            .link(person: person, other: other, basis, reason: recording.decision.note))
    }
}

/// `cmcase person unlink`
struct PersonUnlinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlink", abstract: "Take a link of two persons back.",
        discussion: "Example: cmcase person link 1 2 --basis given && cmcase person unlink 1 2")

    @Argument(help: "The person as whom the other is known.")
    var person: String

    @Argument(help: "The person who is known as themselves again.")
    var other: String

    @OptionGroup var recording: KeyedOptions

    func run() throws {
        try recording.record(.unlink(person: person, other: other, reason: recording.decision.note))
    }
}

/// `cmcase person assess`
struct PersonAssessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess", abstract: "Judge what kind of author a person is, for a time.",
        discussion: """
            Example: cmcase person assess 1 customer

            Nobody is a troll by one signal alone: it takes two pieces of evidence that differ. Judgements as troll, \
            suspected-troll and spammer pass after 90 days unless --expires says when; the others stay. A later one \
            supersedes.
            """)

    @Argument(help: "The person: a number, channel:account, or channel:handle.")
    var person: String

    @Argument(help: "customer, unknown, suspected-troll, troll or spammer.")
    var assessment: AuthorAssessment

    @Option(name: .long, help: "What was seen, as a code; can be repeated.")
    var evidence: [String] = []

    @Option(name: .long, help: "When they count as unknown again: a time, or so long from now, as in 90d.")
    var expires: String?

    @OptionGroup var recording: KeyedOptions

    func run() throws {
        let at: Timestamp = try recording.decision.context(recording.output).at
        let assess = PersonCommand.Assessment(
            assessment, evidence: evidence,
            expires: try expires.map { try recording.output.time($0, after: at, option: "--expires") },
            note: recording.decision.note)
        try recording.record(.onPerson(person, .assess(assess), case: nil))
    }
}

/// `cmcase person offer-survey`
struct PersonOfferSurveyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offer-survey", abstract: "Record that a person was asked how content they are.",
        discussion: """
            Example: cmcase person offer-survey 1 NPS

            Where one case of the person waits for a survey, it is offered for that case; --case names another. A case is \
            asked once: an offer that waits for its answer is not made again.
            """)

    @Argument(help: "The person: a number, channel:account, or channel:handle.")
    var person: String

    @Argument(help: "NPS (0 to 10), CSAT (1 to 5) or CES (1 to 7).")
    var instrument: SurveyInstrument

    @Option(name: .customLong("case"), help: "The case that gave occasion to it (default the one that waits for it).")
    var reference: String?

    @OptionGroup var recording: KeyedOptions

    func run() throws {
        let reference: CaseReference? = try reference.map { try CaseReference.parsing($0) }
        try recording.record(.onPerson(person, .offerSurvey(instrument, case: nil), case: reference))
    }
}

/// `cmcase person answer-survey`
struct PersonAnswerSurveyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer-survey", abstract: "Record a person's answer; an offer has one.",
        discussion: "Example: cmcase person offer-survey 1 NPS; cmcase person answer-survey 1 9")

    @Argument(help: "The person: a number, channel:account, or channel:handle.")
    var person: String

    @Argument(help: "The score, on the scale of what was asked.")
    var score: Int64

    @Option(name: .long, help: "The number of the offer (default the newest unanswered one).")
    var offer: Int64?

    @Option(name: .long, help: "What they wrote with it.")
    var text: String?

    @OptionGroup var recording: KeyedOptions

    func run() throws {
        try recording.record(
            .onPerson(person, .answerSurvey(offer, score: score, words: text), case: nil))
    }
}

/// `cmcase person evidence`
struct PersonEvidenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence", abstract: "Record what shows where a person stands and is in no mention.",
        discussion: "Example: cmcase person evidence 1 public-recommendation")

    @Argument(help: "The person: a number, channel:account, or channel:handle.")
    var person: String

    @Argument(help: "public-recommendation, unsolicited-praise, thanks or new-complaint.")
    var kind: EvidenceKind

    @Option(name: .customLong("case"), help: "The case in which it came up.")
    var reference: String?

    @Option(name: .long, help: "The position of the event that shows it.")
    var event: Int64?

    @OptionGroup var recording: KeyedOptions

    func run() throws {
        let evidence = PersonCommand.recordEvidence(
            kind, case: nil, event: event.map(Position.init), note: recording.decision.note)
        let reference: CaseReference? = try reference.map { try CaseReference.parsing($0) }
        try recording.record(.onPerson(person, evidence, case: reference))
    }
}

extension LinkBasis: ExpressibleByArgument {}
extension AuthorAssessment: ExpressibleByArgument {}
extension SurveyInstrument: ExpressibleByArgument {}
extension EvidenceKind: ExpressibleByArgument {}

extension KeyedOptions {
    /// Carries a command on a person out and says what it recorded.
    fileprivate func record(_ command: PersonDeskCommand) throws {
        let desk = try store.desk(.write)
        defer { desk.close() }
        let receipt = try desk.carryOut(
            command, try decision.context(output), by: try decision.actor.value(), key: key)
        if output.json {
            StandardOutput.json { receipt.write(to: &$0) }
        } else {
            receipt.printText(try output.times(), try output.language)
        }
    }
}
