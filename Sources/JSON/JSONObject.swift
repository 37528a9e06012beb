/// The members of a JSON object in the order of the text.
public struct JSONObject: Equatable, Sendable, RandomAccessCollection {
    /// A key and its value.
    public struct Member: Equatable, Sendable {
        /// The key, without its escapes.
        public let key: String
        /// The value.
        public let value: JSONValue

        /// A key and its value.
        public init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }

        /// Whether the values are equal and the keys have the same scalars.
        public static func == (one: Member, other: Member) -> Bool {
            one.key.utf8.elementsEqual(other.key.utf8) && one.value == other.value
        }
    }

    private let members: [Member]

    /// Creates an object. Keys may be duplicate; the subscript finds the first.
    public init(_ members: [Member] = []) {
        self.members = members
    }

    /// The first position.
    public var startIndex: Int { members.startIndex }
    /// The position after the last member.
    public var endIndex: Int { members.endIndex }
    /// The member at a position. O(1).
    public subscript(position: Int) -> Member { members[position] }

    /// The value of a key, or nil. O(members).
    public subscript(key: String) -> JSONValue? {
        members.first { member in member.key.utf8.elementsEqual(key.utf8) }?.value
    }
}
