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

extension TimeRule.Zone {
    /// Reads `UTC`, `±hh:mm` or an IANA name; nil where it is none.
    init?(_ text: String) {
        if text == "UTC" {
            self = .offset(0)
        } else if let zone = NamedZone(text) {
            self = .named(zone)
        } else {
            let offset = text.utf8.withContiguousStorageIfAvailable { utf8 -> Int? in
                var scanner = TimeScanner(UnsafeRawBufferPointer(utf8))
                let offset = scanner.offset()
                return scanner.isAtEnd ? offset : nil
            }
            guard let offset = offset ?? nil else { return nil }
            self = .offset(offset)
        }
    }

    /// The zone as a mapping writes it.
    var text: String {
        switch self {
        case .offset(0): "UTC"
        case .offset(let seconds):
            (seconds < 0 ? "-" : "+") + twoDigits(abs(seconds) / 3600) + ":" + twoDigits(abs(seconds) / 60 % 60)
        case .named(let zone): zone.name
        }
    }
}

private func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
}
