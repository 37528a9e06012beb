/// How a source's words for one field are translated to ours. ASCII capitals make no difference.
struct ValueTable<Value: MappedValue>: Hashable, Sendable {
    /// A word of the source, its capitals lowered, and what it means; nil means that nothing is said.
    struct Entry: Hashable, Sendable {
        var word: [UInt8]
        var value: Value?
    }

    /// What a word means that no entry has.
    enum Other: Hashable, Sendable {
        /// What it says in our own vocabulary, or nothing known.
        case untranslated
        case rejected
        case value(Value?)
    }

    /// Ordered by word.
    private(set) var entries: [Entry] = []
    var other: Other

    /// The source speaks our own vocabulary.
    init() { other = .untranslated }

    /// Nil if one word, capitals aside, is given two meanings.
    init?(_ meanings: [(word: String, value: Value?)], other: Other) {
        self.other = other
        entries = meanings.map { Entry(word: $0.word.utf8.map { lowercased($0) }, value: $0.value) }
        entries.sort { $0.word.lexicographicallyPrecedes($1.word) }
        guard zip(entries, entries.dropFirst()).allSatisfy({ $0.word != $1.word }) else { return nil }
    }

    /// What a word of the source means; nil where it says nothing. O(entries).
    func value(of word: UnsafeRawBufferPointer) throws(RejectionReason) -> Value? {
        for entry in entries where entry.word.count == word.count {
            if entry.word.elementsEqual(word, by: { $0 == lowercased($1) }) { return entry.value }
        }
        if word.isEmpty { return nil }
        switch other {
        case .untranslated: return try Value.untranslated(word)
        case .value(let value): return value
        case .rejected:
            throw .unknownValue(allowed: entries.map { String(decoding: $0.word, as: UTF8.self) })
        }
    }
}
