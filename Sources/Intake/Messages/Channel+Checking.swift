internal import CaseModel

extension Channel {
    /// The channel of a name, its capitals lowered; nil unless it has 1 to 64 characters of `a-z 0-9 . _ -`.
    init?(checking name: some StringProtocol) {
        let name = lowercasedASCII(name)
        let isName = name.utf8.allSatisfy { byte in
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        }
        guard isName, 1...64 ~= name.utf8.count else { return nil }
        self.init(name)
    }
}
