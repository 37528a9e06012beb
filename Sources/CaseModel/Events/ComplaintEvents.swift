package import JSON

/// The person was told that their complaint has been heard.
package struct ComplaintAcknowledged: EventPayload {
    package static var type: EventType { .complaintAcknowledged }

    package init() {}
    package func encode(to writer: inout JSONWriter) {}
    package init(from reader: inout FieldReader) throws(JSONError) {}
}

/// Somebody looked into who complains (S11). What they found is content.
package struct AuthorInvestigated: EventPayload {
    package static var type: EventType { .authorInvestigated }

    /// Where they looked.
    package var sources: [InvestigationSource]

    package init(sources: [InvestigationSource]) { self.sources = sources }

    package func encode(to writer: inout JSONWriter) { writer.field("sources", sources.map(\.rawValue)) }

    package init(from reader: inout FieldReader) throws(JSONError) { sources = try reader.enumerations("sources") }
}

/// Where one may look into an author: what everybody can see, and what the house knows from its own cases.
public enum InvestigationSource: String, CaseIterable, Sendable {
    case publicProfile = "public-profile"
    case ownHistory = "own-history"
}

/// Whether a complaint about the brand has a reason to be was judged (S10). The reasoning in words is content.
package struct ComplaintAssessed: EventPayload {
    package static var type: EventType { .complaintAssessed }

    /// True also where it is founded only a little (S13).
    package var founded: Bool
    /// The reasons it has, as the house's codes.
    package var grounds: [String]
    /// What was seen that speaks for or against it, as the house's codes.
    package var signals: [String]

    package init(founded: Bool, grounds: [String], signals: [String]) {
        self.founded = founded
        self.grounds = grounds
        self.signals = signals
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("founded", founded)
        writer.field("grounds", grounds)
        writer.field("signals", signals)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        founded = try reader.bool("founded")
        grounds = try reader.strings("grounds")
        signals = try reader.strings("signals")
    }
}

/// How the matter will probably end was judged, before it has: visibility is chosen by it (S16, S17).
package struct OutcomeForecast: EventPayload {
    package static var type: EventType { .outcomeForecast }

    package var forecast: Forecast
    /// Why, as the house's code.
    package var basis: String?

    package init(forecast: Forecast, basis: String?) {
        self.forecast = forecast
        self.basis = basis
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("forecast", forecast)
        writer.field("basis", basis)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        forecast = try reader.enumeration("forecast")
        basis = try reader.optionalString("basis")
    }
}

/// How a matter is expected to end for the image of the brand.
public enum Forecast: String, CaseIterable, Sendable { case favourable, unfavourable, unknown }
