package import CaseModel
internal import EventStore
internal import Projections

/// How a person names a case: by its number, by the customer's tracking code, or by a message it holds.
package enum CaseReference: Hashable, Sendable, CustomStringConvertible {
    case number(CaseNumber)
    case tracking(String)
    case message(Channel, id: String)

    /// Reads `12`, `K3F9ZQ2`, `k3f-9zq2` or `twitter:123`; nil for anything else.
    package init?(_ text: String) {
        if let number = Int64(text), number > 0 {
            self = .number(CaseNumber(number))
        } else if let colon = text.firstIndex(of: ":"), colon != text.startIndex {
            let id = text[text.index(after: colon)...]
            guard !id.isEmpty else { return nil }
            self = .message(Channel(text[..<colon].lowercased()), id: String(id))
        } else {
            guard let code = TrackingCode.normalized(text) else { return nil }
            self = .tracking(code)
        }
    }

    package var description: String {
        switch self {
        case .number(let number): "\(number)"
        case .tracking(let code): code
        case .message(let channel, let id): "\(channel):\(id)"
        }
    }
}

extension CaseDesk {
    /// The number of the case that a reference names, as it stands in the log: it may redirect.
    ///
    /// - Parameter session: what is being recorded, which has the states of recent cases at hand: without it a case that is
    ///   named by a message is folded from the store, O(its events).
    /// - Throws: `DeskError.refused` where there is none.
    func number(of reference: CaseReference, _ session: Session? = nil) throws -> CaseNumber {
        let found: CaseNumber?
        switch reference {
        case .number(let number):
            found =
                try store.version(of: StreamName.case(number).description) > 0
                ? number : try self.number(formerlyTrackedAs: Self.digits(number))
        case .tracking(let code): found = try number(trackedAs: code)
        case .message(let channel, let id):
            let key: SourceKey = keys.message(channel, id)
            found = try number(holding: key).map { home in
                guard let session else { return try CaseLoader(store: store).holder(of: key, in: home) }
                return try session.projections.cases.state(of: home)?.holder(of: key) ?? home
            }
        }
        if found == nil, case .tracking(let code) = reference, !TrackingCode.fits(code) {
            throw DeskError.refused(
                Refusal(
                    .noSuchCase, nil,
                    "the check character of tracking code \(code) doesn't fit, so one of its characters is wrong; "
                        + "read it again, or ask for it again"))
        }
        guard let found else {
            throw DeskError.refused(
                Refusal(.noSuchCase, nil, "there is no case \(reference); `cmcase cases` lists those there are"))
        }
        return found
    }

    private func number(trackedAs code: String) throws -> CaseNumber? {
        if code.utf8.count == TrackingCode.formerLength { return try number(formerlyTrackedAs: code) }
        guard let number = TrackingCode.number(of: code, secret: trackingSecret),
            try store.version(of: StreamName.case(number).description) > 0
        else { return nil }
        return number
    }

    /// The case with a code that was drawn by lot, before codes had a check character. O(log n), by an index of those alone.
    private func number(formerlyTrackedAs code: String) throws -> CaseNumber? {
        try onRows { try CaseRows(store).number(formerlyTrackedAs: code) }
    }

    /// Former codes could be all digits, which reads as a number.
    private static func digits(_ number: CaseNumber) -> String {
        let text = "\(number)"
        return String(repeating: "0", count: max(0, TrackingCode.formerLength - text.utf8.count)) + text
    }

    /// The case whose stream holds a message. O(log n).
    func number(holding key: SourceKey) throws -> CaseNumber? {
        guard let (position, _) = try store.batch(of: IdempotencyKey(high: key.high, low: key.low)),
            let stream = try store.stream(at: position)
        else { return nil }
        if case .case(let number) = StreamName(stream) { return number }
        return try onRows { try WaitingRows(store).caseNumber(at: Position(position)) }
    }

    /// The person an account belongs to. O(log n).
    func person(withAccount id: String, on channel: Channel) throws -> PersonNumber? {
        let key: SourceKey = keys.account(channel, id)
        guard let (position, _) = try store.batch(of: IdempotencyKey(high: key.high, low: key.low)),
            let stream = try store.stream(at: position), case .person(let number) = StreamName(stream)
        else { return nil }
        return number
    }
}

extension CaseDesk {
    /// The person that a text names: a number, channel:account, or channel:handle where one person alone has that handle.
    ///
    /// - Throws: `DeskError.input` where it names none.
    package func personNumber(_ text: String) throws -> PersonNumber {
        if let number = Int64(text), number > 0 { return PersonNumber(number) }
        if let colon = text.firstIndex(of: ":"), colon != text.startIndex {
            let channel = Channel(text[..<colon].lowercased())
            if let person = try person(withAccount: String(text[text.index(after: colon)...]), on: channel) {
                return person
            }
            return try onRows { try personNumber(handle: text[text.index(after: colon)...], on: channel) }
        }
        throw DeskError.input("a person is named by a number or by channel:account, as in twitter:115712")
    }

    /// The person whose account has a handle, as lists show it. O(persons): handles are content and in no index.
    private func personNumber(handle: Substring, on channel: Channel) throws -> PersonNumber {
        let found = try PersonRows(store).numbers(
            withHandle: String(handle.hasPrefix("@") ? handle.dropFirst() : handle), on: channel)
        if let only = found.first, found.count == 1 { return only }
        if found.isEmpty {
            throw DeskError.input(
                "nobody with that account or handle is known on \(channel); check both, or name the person by number: "
                    + "`cmcase case show` says which person a case is of")
        }
        throw DeskError.input(
            "several persons have that handle on \(channel): \(found.prefix(10).map { "\($0)" }.joined(separator: ", "))"
                + (found.count > 10 ? " and more; " : "; ")
                + "name one by number")
    }
}
