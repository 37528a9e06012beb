import Foundation

/// Lines of canonical NDJSON.
enum Line {
    static func theirs(_ id: Int, by author: String = "ana", to parent: Int? = nil, _ text: String = "words") -> String
    {
        line(["id": "\(id)", "author": author, "parent": parent.map { "\($0)" }, "text": text, "time": time(id)])
    }

    static func ours(_ id: Int, to parent: Int, _ text: String = "words") -> String {
        line([
            "id": "\(id)", "author": "lunabrisa", "parent": "\(parent)", "text": text, "time": time(id),
            "direction": "ours",
        ])
    }

    /// A line of the fields that have a value.
    static func line(_ fields: [String: String?]) -> String {
        var object: [String: String] = fields.compactMapValues { $0 }
        object["channel"] = object["channel"] ?? "twitter"
        let data: Data? = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
        return data.map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
    }

    static func time(_ minutes: Int) -> String {
        let day = 1 + minutes / 1440 % 28
        let rest = minutes % 1440
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "2026-01-\(two(day))T\(two(rest / 60)):\(two(rest % 60)):00Z"
    }
}
