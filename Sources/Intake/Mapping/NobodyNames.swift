internal import CaseModel

/// Names that stand where an author's name would, and name nobody: `A Google user`, `[deleted]`, `Anónimo`.
///
/// Two messages under such a name may be two persons', so each is by a person of its own. Names are compared without
/// capitals and spaces around or doubled within, and in whichever Unicode form they come.
struct NobodyNames: Hashable, Sendable {
    /// The names as they are compared.
    let folded: Set<String>
    /// The length in bytes beyond which no name is compared.
    private let longest: Int

    /// What networks and shops usually put in the place of a name, in English and Spanish.
    static let usual = NobodyNames([
        "A Google user", "Google user", "Un usuario de Google", "Usuario de Google", "A Facebook user", "Facebook user",
        "Un usuario de Facebook", "Usuario de Facebook", "Instagram user", "Usuario de Instagram", "Amazon Customer",
        "Kindle Customer", "Cliente Amazon", "Cliente de Amazon", "A TripAdvisor Member", "Un usuario de TripAdvisor",
        "[deleted]", "[removed]", "[eliminado]", "[borrado]", "Deleted user", "Deleted account", "Usuario eliminado",
        "Cuenta eliminada", "Anonymous", "Anonymous user", "An anonymous user", "Anónimo", "Anonimo", "Anónima",
        "Anonima", "Usuario anónimo", "Usuario anonimo", "Unknown user", "Usuario desconocido",
    ])

    init(_ names: some Sequence<String>) {
        folded = Set(names.map(Self.folding))
        // A character may take more bytes in another form: folding is worth its cost for short names alone.
        longest = (folded.lazy.map(\.utf8.count).max() ?? 0) * 3
    }

    /// These and others.
    func adding(_ names: some Sequence<String>) -> NobodyNames { NobodyNames(folded.union(names)) }

    /// Whether a name names nobody. O(its length), and O(1) for a number, as most accounts are named by.
    func contains(_ name: String) -> Bool {
        guard name.utf8.count <= longest, let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= first)
        else { return false }
        return folded.contains(Self.folding(name))
    }

    private static func folding(_ name: String) -> String {
        let folded: String = name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        // Some exports put the sign of a handle before whatever stands for the author.
        return folded.hasPrefix("@") ? String(folded.dropFirst()) : folded
    }
}
