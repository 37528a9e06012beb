internal import Basics
internal import CaseModel

extension TimeRule.Form {
    /// The form as a mapping writes it.
    var text: String {
        switch self {
        case .iso8601: "iso8601"
        case .unix: "unix"
        case .unixMilliseconds: "unix-ms"
        case .pattern(let pattern): pattern.text
        }
    }
}

extension Zone {
    /// Reads what a mapping says: `UTC`, `±hh:mm` or an IANA name.
    init(mapping text: String) throws(ZoneError) {
        let offset = text.utf8.withContiguousStorageIfAvailable { utf8 -> Int? in
            var scanner = TimeScanner(UnsafeRawBufferPointer(utf8))
            let offset = scanner.offset()
            return scanner.isAtEnd ? offset : nil
        }
        if let offset = offset ?? nil {
            self.init(offset: offset)
        } else if text == "Etc/UTC" {
            // Under its own name: the mapping's fingerprint holds it as it was written.
            self.init(offset: 0, name: text)
        } else {
            try self.init(named: text)
        }
    }
}
