internal import YAML

extension YAMLNode {
    /// A policy's name: lower-case letters, digits and hyphens, so that it can be typed and never is a person's.
    func name() throws(YAMLError) -> String {
        try read("lower-case letters, digits and hyphens, at most 64") { text in
            let isName = text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
            return isName && text.utf8.count <= 64 ? text : nil
        }
    }

    /// A policy's version: letters, digits, dots and hyphens.
    func version() throws(YAMLError) -> String {
        try read("letters, digits, dots and hyphens, at most 64") { text in
            let isVersion = text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
            return isVersion && text.utf8.count <= 64 ? text : nil
        }
    }
}
