package import JSON

/// We told the person that we received the complaint.
package struct ComplaintAcknowledged: EventPayload {
    package static var type: EventType { .complaintAcknowledged }

    package init() {}
    package func encode(to writer: inout JSONWriter) {}
    package init(from reader: inout FieldReader) throws(JSONError) {}
}

/// Somebody looked into the author (S11). The finding is content.
package struct AuthorInvestigated: EventPayload {
    package static var type: EventType { .authorInvestigated }

    package var sources: [InvestigationSource]

    package init(sources: [InvestigationSource]) { self.sources = sources }

    package func encode(to writer: inout JSONWriter) { writer.field("sources", sources.map(\.rawValue)) }

    package init(from reader: inout FieldReader) throws(JSONError) { sources = try reader.enumerations("sources") }
}

/// Where an author may be investigated: public profiles, and our own earlier cases.
public enum InvestigationSource: String, CaseIterable, Sendable {
    case publicProfile = "public-profile"
    case ownHistory = "own-history"
}

/// A complaint about the brand was assessed as founded or not (S10). The reasoning is content.
package struct ComplaintAssessed: EventPayload {
    package static var type: EventType { .complaintAssessed }

    /// True even if founded only a little (S13).
    package var founded: Bool
    /// The reasons, as codes.
    package var grounds: [String]
    /// The signs for or against it, as codes.
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

/// Somebody forecast how the case will end; the visibility of replies depends on it (S16, S17).
package struct OutcomeForecast: EventPayload {
    package static var type: EventType { .outcomeForecast }

    package var forecast: Forecast
    /// The reason, as a code.
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

/// The expected outcome for the image of the brand.
public enum Forecast: String, CaseIterable, Sendable { case favourable, unfavourable, unknown }
