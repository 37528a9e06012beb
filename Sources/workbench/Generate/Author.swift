import Basics

/// A person on a channel. Everything about them follows from their number, so nobody has to be kept.
struct Author {
    var id: String
    var handle: String
    var name: String
    var isSpanish: Bool
    /// How many people can see what they write.
    var reach: Int

    init(seed: UInt64, channel: ChannelProfile, number: Int) {
        let hash: UInt64 = channel.prefix.utf8.reduce(0) { $0 << 8 | UInt64($1) }
        var random = SplitMix64(seed: seed, hash, UInt64(number))
        isSpanish = random.chance(0.5)
        let first: String = random.pick(isSpanish ? Self.spanish.first : Self.english.first)
        let last: String = random.pick(isSpanish ? Self.spanish.last : Self.english.last)
        name = "\(first) \(last)"
        let shortened = String(last.lowercased().unicodeScalars.filter(\.isASCII).prefix(3))
        handle = first.lowercased() + shortened + (random.chance(0.6) ? "\(number % 10_000)" : "_\(number)")
        id = "\(channel.prefix)u-\(number)"
        reach = Int(min(40 * random.pareto(1.1), 2_000_000))
    }

    private static let spanish = (
        first: [
            "Lucas", "Candela", "Tirso", "Marta", "Iria", "Joan", "Carmen", "Pau", "Elena", "Hugo", "Amaia", "Rosa",
        ],
        last: [
            "Tejedor", "Roig", "Ortega", "Castells", "Vidal", "Pereira", "Luna", "Sastre", "Molina", "Prieto", "Rey",
        ]
    )
    private static let english = (
        first: ["Ezra", "Nora", "Tom", "Priya", "Gwen", "Callum", "Aisha", "Owen", "Maeve", "Liam", "Zoe", "Dev"],
        last: ["Whitlock", "Okafor", "Byrne", "Shah", "Lindqvist", "Hart", "Mason", "Quill", "Reid", "Adeyemi", "Fenn"]
    )
}
