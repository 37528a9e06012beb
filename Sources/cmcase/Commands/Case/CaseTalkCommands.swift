import ArgumentParser
import CaseDesk
import CaseModel
import JSON

/// `cmcase case capture`
struct CaseCaptureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "capture", abstract: "Take one message in as it happens.",
        discussion: """
            Example: cmcase case capture "It broke" --channel email --id 7 --author eva

            It opens a case, goes into the one it belongs to, or is an answer of ours with --direction ours. A case that has \
            ended is taken up again, unless the message is thanks or the case was dismissed as a troll's or as spam.
            """)

    @OptionGroup var text: TextOptions

    @Option(name: .long, help: "The network it stands on.")
    var channel: String

    @Option(name: .long, help: "The network's id of the message.")
    var id: String

    @Option(name: .long, help: "The network's id of the account that wrote it.")
    var author: String

    @Option(name: .long, help: "The id of the message it answers.")
    var parent: String?

    @Option(name: .long, help: "The account's handle.")
    var handle: String?

    @Option(name: .long, help: "The account's display name.")
    var name: String?

    @Option(name: .long, help: "The brand it is about.")
    var brand: String?

    @Option(name: .long, help: "theirs or ours.")
    var direction: Direction?

    @Option(name: .long, help: "public or private.")
    var visibility: Visibility?

    @Option(name: .long, help: "post, reply, review, direct or repost.")
    var kind: MentionKind?

    @Option(name: .long, help: "BCP 47 tag, as in es.")
    var language: String?

    @Option(name: .long, help: "How many people can see it.")
    var reach: Int64?

    @Option(name: .long, help: "Where it can be read.")
    var link: String?

    @OptionGroup var label: LabelOptions
    @OptionGroup var recording: RecordingOptions

    @Option(name: .long, help: "What it is: positive, complaint, question, neutral, spam.")
    var polarity: Polarity?

    func run() throws {
        if recording.expecting != nil || recording.key != nil {
            throw WrongCommand("a message is known by its channel and id; leave out --expecting and --key")
        }
        let typed = try text.required("what was written")
        let message = try CapturedMessage.read(members(typed.text), now: StoreOptions.now())
        try recording.record(typed: typed) { _ in .capture(message) }
    }

    private func members(_ words: String) throws -> [JSONObject.Member] {
        var members: [JSONObject.Member] = []
        func add(_ key: String, _ value: String?) {
            if let value { members.append(JSONObject.Member(key: key, value: .string(value))) }
        }
        for (key, value) in [
            ("channel", channel), ("id", id), ("author", author), ("text", words), ("parent", parent),
            ("handle", handle), ("name", name), ("brand", brand), ("direction", direction?.rawValue),
            ("visibility", visibility?.rawValue), ("kind", kind?.rawValue), ("language", language), ("link", link),
            ("time", TimeText.format(try recording.at())), ("polarity", polarity?.rawValue),
        ] { add(key, value) }
        if let reach { members.append(JSONObject.Member(key: "reach", value: .number("\(reach)"))) }
        return members + label.members
    }
}

/// `cmcase case classify`
struct CaseClassifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify", abstract: "Judge what a mention is: the newest one, unless one is named.",
        discussion: """
            Example: cmcase case classify 1 complaint --target product --topic delay

            A complaint has a target, product or brand, or both: repeat --target. A later judgement supersedes, the earlier \
            one stays in the log.
            """)

    @OptionGroup var on: CaseOptions

    @Argument(help: "positive, complaint, question, neutral or spam.")
    var polarity: Polarity

    @OptionGroup var label: LabelOptions

    @Option(name: .long, help: "The mention, as channel:message.")
    var mention: String?

    func run() throws {
        try on.record(.classify(mention: nil, try label.label(polarity)), mention: mention)
    }
}

/// A judgement beyond its polarity.
struct LabelOptions: ParsableArguments {
    @Option(name: .long, help: "What a complaint is about: product or brand; can be repeated.")
    var target: [Target] = []

    @Option(name: .long, help: "What it is about in the house's words; can be repeated.")
    var topic: [String] = []

    @Option(name: .long, help: "low, medium, high or critical.")
    var severity: Severity?

    @Option(name: .long, help: "How sure the judge is, 0 to 1.")
    var confidence: Double?

    @Option(name: .long, help: "Who judged: human, rule or model.")
    var method: ClassificationMethod?

    @Option(name: .long, help: "The version of the rules or the model.")
    var methodVersion: String?

    func label(_ polarity: Polarity) throws -> Label {
        Label(
            polarity: polarity, targets: TargetSet(target), topics: topic.map(Topic.init), severity: severity,
            confidence: confidence ?? 1, method: method ?? .human, methodVersion: methodVersion)
    }

    /// The judgement as canonical NDJSON names its parts.
    var members: [JSONObject.Member] {
        var members: [JSONObject.Member] = []
        func add(_ key: String, _ value: JSONValue?) {
            if let value { members.append(JSONObject.Member(key: key, value: value)) }
        }
        add("targets", target.isEmpty ? nil : .array(target.map { .string($0.rawValue) }))
        add("topics", topic.isEmpty ? nil : .array(topic.map { .string($0) }))
        add("severity", severity.map { .string($0.rawValue) })
        add("confidence", confidence.map { .number("\($0)") })
        add("method", method.map { .string($0.rawValue) })
        add("methodVersion", methodVersion.map { .string($0) })
        return members
    }
}

/// `cmcase case reply`
struct CaseReplyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reply", abstract: "Record what we said to the person.",
        discussion: """
            Example: cmcase case reply 1 "We are on it" --public --purpose help

            A reply to a complaint with --purpose acknowledge is its acknowledgement too. A private message is answered in \
            public only with the person's consent, or with --override and the reason.
            """)

    enum Place: String, EnumerableFlag {
        case `public`, `private`
    }

    @OptionGroup var on: CaseOptions
    @OptionGroup var text: TextOptions

    @Flag(help: "Who can read it.")
    var place: Place

    @Option(name: .long, help: "thank, engage, acknowledge, help, guide, clarify, explain, apologise or close.")
    var purpose: ReplyPurpose

    @Option(name: .long, help: "The mention it answers, as channel:message (default the newest).")
    var inReplyTo: String?

    @Option(name: .long, help: "Where it stands on a network, as channel:message.")
    var postedAs: String?

    func run() throws {
        let typed = try on.words(text, "what you answered")
        var reply = CaseCommand.Reply(
            text: typed.text, visibility: place == .public ? .isPublic : .isPrivate, purpose: purpose)
        let posted: CaseReference? = try postedAs.map { try CaseReference.parsing($0) }
        try on.recording.record(typed: typed) { desk in
            if let posted {
                guard case .message(_, let id) = posted else {
                    throw WrongCommand("--posted-as is channel:message, as in twitter:123")
                }
                reply.key = desk.messageKey(posted)
                reply.id = id
            }
            let reference = try CaseReference.parsing(on.reference)
            let answered: CaseReference = try inReplyTo.map { try CaseReference.parsing($0) } ?? reference
            return .onCase(reference, .reply(reply), mention: desk.messageKey(answered))
        }
    }
}

/// `cmcase case move`
struct CaseMoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Go on in private, or in public again.",
        discussion: """
            Example: cmcase case move 1 private

            To public only with --consent, or with --override where our own words alone will stand there.
            """)

    @OptionGroup var on: CaseOptions

    @Argument(help: "public or private.")
    var to: Visibility

    @Flag(name: .long, help: "The person agrees.")
    var consent = false

    func run() throws { try on.record(.move(to: to, consent: consent, note: on.note)) }
}
