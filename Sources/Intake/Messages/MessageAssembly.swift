internal import CaseModel

/// Puts the fields of a row together to a message, by the rules of a mapping.
///
/// A class, because what it knows is large and would be copied for every row.
final class MessageAssembly: Sendable {
    let mapping: SourceMapping
    private let brandAccounts: Set<String>
    private let fallbackBrand: Brand?
    private let latest: Timestamp
    /// By `SourceField`; nil for what is no id.
    private let idReadings: [IDReading?]
    private let constantChannel: Channel?

    init(mapping: SourceMapping, options: IntakeOptions) {
        self.mapping = mapping
        brandAccounts = Set(options.brandAccounts.map(account))
        fallbackBrand = options.brand
        latest = options.now.later(by: 86_400_000_000)
        idReadings = SourceField.allCases.map { field in
            guard let column = mapping.columns[field] else { return nil }
            if mapping.numericIDs.contains(column) { return .decimals }
            return [.id, .parent, .author].contains(field)
                ? mapping.idsAsWritten.contains(column) ? .asWritten : .checked : nil
        }
        constantChannel = mapping.constants.channel.map(Channel.init)
    }

    func message(from row: some SourceRow) throws(FieldProblem) -> SourceMessage {
        let id = try required(.id, of: row)
        let author = try required(.author, of: row)
        let handle = try name(.handle, of: row).map(withoutAt)
        let displayName = try name(.name, of: row)
        let direction = try direction(of: row, author: author, handle: handle)
        // Some sources name a message as its own parent where it begins a conversation.
        let parent = try name(.parent, of: row).flatMap { $0 == id ? nil : $0 }
        let channel: Channel = try channel(of: row)
        return SourceMessage(
            channel: channel, id: id, parent: parent, direction: direction, author: author,
            handle: handle, name: displayName,
            brand: try brand(of: row, direction: direction, author: author, handle: handle, name: displayName),
            occurredAt: try time(of: row), text: try text(of: row), version: try name(.version, of: row),
            sequence: try value(.sequence, of: row, place).map {
                SourceSequence(place: $0, list: SourceSequence.list(of: channel))
            },
            visibility: try word(.visibility, of: row, mapping.tables.visibility) ?? mapping.constants.visibility
                ?? .isPublic,
            kind: try word(.kind, of: row, mapping.tables.kind) ?? mapping.constants.kind
                ?? (parent == nil ? .post : .reply),
            language: try language(of: row), reach: try value(.reach, of: row, count),
            link: try value(.link, of: row) { (link) throws(RejectionReason) in
                try Intake.text(ofName: link, limit: maximumLinkBytes)
            },
            label: try label(of: row), isOfNobody: direction == .theirs && mapping.nobody.contains(author))
    }

    private func direction(
        of row: some SourceRow, author: String, handle: String?
    ) throws(FieldProblem) -> Direction {
        let said = try word(.direction, of: row, mapping.tables.direction) ?? mapping.constants.direction ?? .theirs
        if brandAccounts.isEmpty || said == .ours { return said }
        let accounts = [author, handle ?? author]
        return accounts.contains { brandAccounts.contains(account($0)) } ? .ours : said
    }

    private func brand(
        of row: some SourceRow, direction: Direction, author: String, handle: String?, name: String?
    ) throws(FieldProblem) -> Brand? {
        if direction == .ours, let source = mapping.brandFrom {
            let own = source == .author ? author : source == .handle ? handle : name
            if let own { return Brand(own) }
        }
        let said = try word(.brand, of: row, mapping.tables.brand) ?? mapping.constants.brand
        return said.map(Brand.init) ?? fallbackBrand
    }

    private func channel(of row: some SourceRow) throws(FieldProblem) -> Channel {
        if let name = try word(.channel, of: row, mapping.tables.channel) {
            guard let channel = Channel(checking: name) else {
                throw FieldProblem(field: .channel, reason: .badChannel)
            }
            return channel
        }
        guard let constantChannel else { throw FieldProblem(field: .channel, reason: .missingValue) }
        return constantChannel
    }

    private func time(of row: some SourceRow) throws(FieldProblem) -> Timestamp {
        guard let time = try value(.time, of: row, mapping.time.timestamp) else {
            throw FieldProblem(field: .time, reason: .missingValue)
        }
        guard time <= latest else { throw FieldProblem(field: .time, reason: .inTheFuture) }
        return time
    }

    /// The words as they are; a message may be without any, a picture for instance.
    private func text(of row: some SourceRow) throws(FieldProblem) -> String {
        let text: String?
        do {
            text = try row.withBytes(of: .text) { (bytes) throws(RejectionReason) -> String? in
                let text = try Intake.text(of: bytes)
                return mapping.decodesHTML && bytes.contains(UInt8(ascii: "&")) ? decodingHTML(text) : text
            }
        } catch {
            throw FieldProblem(field: .text, reason: error)
        }
        guard let text else { throw FieldProblem(field: .text, reason: .missingValue) }
        return text
    }

    private func language(of row: some SourceRow) throws(FieldProblem) -> String? {
        guard let said = try word(.language, of: row, mapping.tables.language) ?? mapping.constants.language else {
            return nil
        }
        let tag = said.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
        let isTag = tag.allSatisfy { byte in
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= lowercased(byte) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                || byte == UInt8(ascii: "-")
        }
        guard isTag, 2...35 ~= tag.count else { throw FieldProblem(field: .language, reason: .badLanguage) }
        return String(decoding: tag, as: UTF8.self)
    }

    /// An id, a name or the like that every message has.
    private func required(_ field: SourceField, of row: some SourceRow) throws(FieldProblem) -> String {
        guard let name = try name(field, of: row) else { throw FieldProblem(field: field, reason: .missingValue) }
        return name
    }

    /// An id, a name or the like, nil where the field is empty.
    func name(_ field: SourceField, of row: some SourceRow) throws(FieldProblem) -> String? {
        let reading = idReadings[field.rawValue]
        return try value(field, of: row) { (bytes) throws(RejectionReason) in
            let name = if let reading { try id(bytes, reading) } else { bytes }
            return try Intake.text(ofName: name, limit: maximumNameBytes)
        }
    }

    /// What a field's content means, nil where the field is empty.
    func value<Value>(
        _ field: SourceField, of row: some SourceRow,
        _ read: (UnsafeRawBufferPointer) throws(RejectionReason) -> Value
    ) throws(FieldProblem) -> Value? {
        do {
            return try row.withBytes(of: field) { (bytes) throws(RejectionReason) -> Value? in
                let content = trimmed(bytes)
                return content.isEmpty ? nil : try read(content)
            }
        } catch {
            throw FieldProblem(field: field, reason: error)
        }
    }

    /// What a field's word means by its table, nil where it says nothing.
    func word<Value>(
        _ field: SourceField, of row: some SourceRow, _ table: ValueTable<Value>
    ) throws(FieldProblem) -> Value? {
        do {
            return try row.withBytes(of: field) { (bytes) throws(RejectionReason) in
                try table.value(of: trimmed(bytes))
            }
        } catch {
            throw FieldProblem(field: field, reason: error)
        }
    }

    /// What each of a field's words means, in their order, each once.
    func words<Value>(
        _ field: SourceField, of row: some SourceRow, _ table: ValueTable<Value>
    ) throws(FieldProblem) -> [Value] {
        var values: [Value] = []
        do {
            let separator = mapping.listSeparator
            try row.forEachElement(of: field, separator: separator) { (bytes) throws(RejectionReason) in
                guard let value = try table.value(of: trimmed(bytes)), !values.contains(value) else { return }
                guard values.count < maximumElements else { throw .tooManyElements(limit: maximumElements) }
                values.append(value)
            }
        } catch {
            throw FieldProblem(field: field, reason: error)
        }
        return values
    }
}

private let maximumLinkBytes = 4096
private let maximumElements = 64

private func withoutAt(_ name: String) -> String {
    name.utf8.first == UInt8(ascii: "@") ? String(name.unicodeScalars.dropFirst()) : name
}

/// An account's name as accounts are compared: capitals lowered, without a leading `@`.
private func account(_ name: String) -> String {
    withoutAt(lowercasedASCII(name))
}
