internal import Crypto

/// Compares rows of the log with the hashes they were recorded with; pure, in memory that doesn't grow.
///
/// It takes events by position with their contents, and then the same events' places in their streams.
struct LogVerifier {
    private(set) var result = LogVerification()
    private var leaf = LeafHash()
    private var last: (position: Int64, recordedAt: Int64) = (0, .min)
    private var stream: (name: [UInt8], version: Int64, position: Int64) = ([], 0, 0)

    /// A row of the content table, lent.
    struct Content {
        var nonce: UnsafeRawBufferPointer
        var body: UnsafeRawBufferPointer
    }

    /// Takes the next event by position, with what stands in the content table for it. O(bytes).
    mutating func take(_ event: LeafColumns, leafHash: UnsafeRawBufferPointer, content: Content?) {
        result.countEvent()
        placed(event)
        leaf.take(event)
        if !Self.isSame(leaf.finish(), leafHash) { add(.rowChanged, event) }
        switch (event.commitment, content) {
        case (nil, nil): break
        case (_?, nil): add(.contentMissing, event)
        case (nil, _?): add(.contentUncommitted, event)
        case (let commitment?, let content?):
            result.countContent()
            // Of another length, bytes of the one would count as the other's.
            let isChanged: Bool =
                content.nonce.count != ContentCommitment.nonceLength
                || !Self.isSame(ContentCommitment.digest(nonce: content.nonce, content: content.body), commitment)
            if isChanged { add(.contentChanged, event) }
        }
    }

    /// Takes a content at whose position there is no event.
    mutating func takeContentWithoutEvent(at position: Int64) {
        result.add(.contentWithoutEvent, at: position, nil)
    }

    /// Takes the next place by stream and version. O(length of the name).
    mutating func take(stream name: UnsafeRawBufferPointer, version: Int64, at position: Int64) {
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
