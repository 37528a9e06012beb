extension Event {
    /// The invariant that the event breaks by its fields alone, whatever the state of its case; nil if none (DOMAIN,
    /// section 3).
    ///
    /// Deciders ask it of new events, `CorrectionDecider` of corrected ones.
    package func brokenInvariant(at moment: Timestamp) -> Refusal? {
        do throws(Refusal) {
            try refuseIfBroken(at: moment)
            return nil
        } catch {
            return error
        }
    }

    private func refuseIfBroken(at moment: Timestamp) throws(Refusal) {
        switch self {
        case .mentionClassified(let event): try Self.refuseIfBroken(event.label)
        case .mentionCaptured(let event):
            try Self.refuseUnlessLogged(event.brand, event.language)
            if event.kind == .repost {
                throw Refusal(
                    .badValue, nil, "a repost is no mention and opens no case (T1); a mention is another kind")
            }
            if let reach = event.reach, reach < 0 {
                throw Refusal(.badValue, nil, "a reach is a number of people, 0 or more")
            }
        case .replySent(let event): try Self.refuseUnlessLogged(event.brand, event.language)
        case .messageAttached(let event): try Self.refuseUnlessLogged(event.brand, nil)
        case .followUpScheduled(let event): try Self.refuseUnless(event.due, after: moment, Self.followUpIsDue)
        case .guidanceGiven(let event): try Self.refuseUnless(event.followUpAt, after: moment, Self.followUpIsDue)
        case .caseSnoozed(let event):
            try Self.refuseUnless(
                event.until, after: moment, "a case is snoozed until a later time; name one, or leave it in sight")
        case .planExplained(let event):
            try Self.refuseUnless(event.by, after: moment, "a plan promises a later time; name one, or leave it out")
        case .surveyAnswered(let event) where event.score < event.minimum || event.score > event.maximum:
            throw Refusal(
                .scoreOutOfScale, nil,
                "\(event.instrument.rawValue) goes from \(event.minimum) to \(event.maximum); "
                    + "name a score on that scale")
        default: try refuseIfWorkIsBroken()
        }
    }

    private func refuseIfWorkIsBroken() throws(Refusal) {
        switch self {
        case .caseAssigned(let event): try Self.refuseUnlessName(event.to, "who gets a case")
        case .caseEscalated(let event):
            try Self.refuseUnlessName(event.to, "whom a case is escalated to")
            try Self.refuseUnlessLevel(event.level)
        case .tagAdded(let event): try Self.refuseUnlessCode(event.tag, "a tag")
        case .authorInvestigated(let event) where event.sources.isEmpty:
            throw Refusal(.needsSource, nil, "say where you looked: public-profile, own-history, or both of them")
        case .complaintAssessed(let event):
            for code in event.grounds + event.signals {
                try Self.refuseUnlessCode(code, "a ground or signal")
            }
        case .outcomeForecast(let event):
            if let basis = event.basis { try Self.refuseUnlessCode(basis, "a forecast's basis") }
        case .problemIdentified(let event):
            try Self.refuseUnlessCode(event.cause, "a cause")
            if let product = event.product { try Self.refuseUnlessName(product, "a product") }
        default: break
        }
    }

    private static let followUpIsDue = "a follow-up is due after it is planned; name a later time"

    private static func refuseIfBroken(_ label: Label) throws(Refusal) {
        if label.polarity == .complaint, label.targets.isEmpty {
            throw Refusal(
                .needsTarget, nil, "a complaint has a target: product, brand or both; say which with targets")
        }
        if label.polarity != .complaint, !label.targets.isEmpty {
            throw Refusal(
                .targetsWithoutComplaint, nil,
                "only a complaint has targets; leave them out, or classify it as a complaint")
        }
        guard (0...1).contains(label.confidence) else {
            throw Refusal(.badConfidence, nil, "a confidence is between 0 and 1")
        }
        for topic in label.topics { try refuseUnlessLogged(topic.name, "a topic") }
        if let version = label.methodVersion { try refuseUnlessLogged(version, "a method's version") }
    }

    private static func refuseUnless(_ time: Timestamp?, after moment: Timestamp, _ sentence: String) throws(Refusal) {
        guard let time else { return }
        guard time > moment else { throw Refusal(.dueInThePast, nil, sentence) }
    }

    private static func refuseUnlessLogged(_ brand: Brand?, _ language: String?) throws(Refusal) {
        if let brand { try refuseUnlessLogged(brand.name, "a brand") }
        guard let language else { return }
        let isTag: Bool = language.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D
        }
        guard isTag, 2...35 ~= language.utf8.count else {
            throw Refusal(.badValue, nil, "a language is a BCP 47 tag such as es or pt-BR")
        }
    }

    /// Names from sources: any spelling, but short and without control characters, because the log holds no free text.
    private static func refuseUnlessLogged(_ name: String, _ what: String) throws(Refusal) {
        let isName: Bool =
            !name.allSatisfy(\.isWhitespace) && name.utf8.count <= 128 && !holdsAddress(name)
            && name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard !isName else { return }
        throw Refusal(
            .badName, nil,
            "\(what) is a name of at most 128 bytes without control characters and without anybody's e-mail address, since "
                + "the log never forgets it; say more in the note")
    }

    /// Whether a text contains what looks like an e-mail address: `ana@example.com`, but not an account name,
    /// `@shop.es`.
    private static func holdsAddress(_ text: String) -> Bool {
        text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }).contains { word in
            guard let sign = word.firstIndex(of: "@"), sign != word.startIndex else { return false }
            return word[sign...].dropFirst(2).contains(".")
        }
    }

    /// The log holds names and codes, never sentences: sentences are content, which can be erased.
    static func refuseUnlessCode(_ code: String, _ what: String) throws(Refusal) {
        let allowed: Bool =
            !code.isEmpty && code.utf8.count <= 64
            && code.unicodeScalars.allSatisfy { scalar in
                let properties = scalar.properties
                return properties.isAlphabetic && !properties.isUppercase || properties.numericType != nil
                    || scalar == "-" || scalar == "_" || properties.generalCategory == .nonspacingMark
            }
        guard !allowed else { return }
        throw Refusal(
            .badName, nil,
            "\(what) is one lower-case word of letters, digits and hyphens, as in late-delivery; "
                + "say more in the note")
    }

    static func refuseUnlessName(_ name: String, _ what: String) throws(Refusal) {
        guard Actor(.human, name).isWellFormed else {
            throw Refusal(
                .badName, nil,
                "\(what) is a name of at most 64 bytes without control characters, as in ana or legal")
        }
    }

    static func refuseUnlessLevel(_ level: Int64) throws(Refusal) {
        guard !(1...4).contains(level) else { return }
        throw Refusal(.badLevel, nil, "a level is from 1 to 4, the gravest")
    }
}
