import CaseDesk
import JSON
import Wording

/// What a figure left out, in tables, JSON and CSV alike.
extension LeftOut {
    /// A sentence for each kind that was left out.
    func sentences(_ words: FigureWords) -> [String] {
        [
            oursInNoCase == 0 ? nil : words.oursInNoCase(oursInNoCase),
            ofNobody == 0 ? nil : words.ofNobody(ofNobody, isEpisodes: isEpisodes),
        ].compactMap(\.self)
    }

    func write(to writer: inout JSONWriter) {
        writer.key("leftOut")
        writer.beginObject()
        writer.field("oursInNoCase", oursInNoCase)
        writer.field("ofNobody", ofNobody)
        writer.endObject()
    }

    static let columnNames = ["ours_in_no_case", "of_nobody"]

    /// The cells; empty for a part, since it isn't known to which part they would belong.
    static func columns(_ leftOut: LeftOut?) -> [String] {
        [leftOut?.oursInNoCase, leftOut?.ofNobody].map { $0.map { "\($0)" } ?? "" }
    }
}
