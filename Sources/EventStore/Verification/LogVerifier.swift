internal import Crypto

/// Compares rows of the log with their hashes. Pure, in constant memory.
///
/// Give it all events by position with their contents, then their places by stream and version.
struct LogVerifier {
    private(set) var result = LogVerification()
    private var leaf = LeafHash()
    private var last: (position: Int64, recordedAt: Int64) = (0, .min)
    private var stream: (name: [UInt8], version: Int64, position: Int64) = ([], 0, 0)

    /// A row of the content table, borrowed.
    struct Content {
        var nonce: UnsafeRawBufferPointer
        var body: UnsafeRawBufferPointer
    }

    /// Checks the next event by position, with its content row. O(bytes).
    mutating func check(_ event: LeafColumns, leafHash: UnsafeRawBufferPointer, content: Content?) {
        result.countEvent()
        placed(event)
        leaf.encode(event)
        if !Self.isSame(leaf.finish(), leafHash) { add(.rowChanged, event) }
        switch (event.commitment, content) {
        case (nil, nil): break
        case (_?, nil): add(.contentMissing, event)
        case (nil, _?): add(.contentUncommitted, event)
        case (let commitment?, let content?):
            result.countContent()
            // With another length, bytes of the nonce could pass for content.
            let isChanged: Bool =
                content.nonce.count != ContentCommitment.nonceLength
                || !Self.isSame(ContentCommitment.digest(nonce: content.nonce, content: content.body), commitment)
            if isChanged { add(.contentChanged, event) }
        }
    }

    /// Reports content without an event.
    mutating func reportContentWithoutEvent(at position: Int64) {
        result.add(.contentWithoutEvent, at: position, nil)
    }

    /// Checks the next place by stream and version. O(length of the name).
    mutating func check(stream name: UnsafeRawBufferPointer, version: Int64, at position: Int64) {
        let isSame: Bool = name.elementsEqual(stream.name)
        let expected: Int64 = isSame ? stream.version &+ 1 : 1
        if version != expected {
            let text = String(decoding: name, as: UTF8.self)
            result.add(.versionGap(stream: text, expected: expected, found: version), at: position, nil)
        } else if isSame, position <= stream.position {
            let text = String(decoding: name, as: UTF8.self)
            result.add(.versionOutOfOrder(stream: text, version: version), at: position, nil)
        }
        if !isSame {
            stream.name.removeAll(keepingCapacity: true)
            stream.name.append(contentsOf: name)
        }
        stream.version = version
        stream.position = position
    }

    private mutating func placed(_ event: LeafColumns) {
        if event.position < 1 {
            add(.positionOutside, event)
        } else {
            if event.position != last.position &+ 1 {
                result.add(.positionsMissing(through: event.position - 1), at: last.position &+ 1, nil)
            }
            last.position = event.position
        }
        if event.recordedAt < last.recordedAt { add(.recordedEarlier, event) }
        last.recordedAt = event.recordedAt
    }

    private mutating func add(_ kind: LogDifference.Kind, _ event: LeafColumns) {
        result.add(kind, at: event.position, String(decoding: event.type, as: UTF8.self))
    }

    private static func isSame(_ digest: SHA256Digest, _ stored: UnsafeRawBufferPointer) -> Bool {
        digest.withUnsafeBytes { $0.elementsEqual(stored) }
    }
}
