/// A brand that people talk about.
struct BrandProfile {
    /// What it sells and how it behaves, which complaints are about.
    struct Topic {
        var name: String
        var targets: [String]
    }

    var name: String
    /// Its own account on every channel.
    var account: String
    var weight: Double
    var topics: [Topic]

    static let all = [
        BrandProfile(
            name: "Ferrobrisa", account: "ferrobrisa", weight: 30,
            topics: topics(
                product: ["punctuality", "cleanliness", "tickets"], brand: ["staff", "fares"], both: ["strike"])),
        BrandProfile(
            name: "Lunabrisa", account: "lunabrisa", weight: 22,
            topics: topics(product: ["luggage", "wifi", "delay"], brand: ["refund", "staff"], both: ["cancellation"])),
        BrandProfile(
            name: "Kestrel Mobile", account: "kestrelhelp", weight: 18,
            topics: topics(product: ["coverage", "billing", "app"], brand: ["contract"], both: ["outage"])),
        BrandProfile(
            name: "Olivar del Sur", account: "olivardelsur", weight: 9,
            topics: topics(product: ["quality", "delivery"], brand: ["labelling"], both: ["recall"])),
        BrandProfile(
            name: "Banco Almenara", account: "almenara_ayuda", weight: 12,
            topics: topics(product: ["card", "transfer", "app"], brand: ["fees", "branch"], both: ["login"])),
        BrandProfile(
            name: "Tinder & Slate", account: "tinderandslate", weight: 5,
            topics: topics(product: ["sizing", "delivery"], brand: ["returns"], both: ["stock"])),
        BrandProfile(
            name: "Veta Games", account: "vetagames", weight: 4,
            topics: topics(product: ["crash", "matchmaking"], brand: ["bans"], both: ["servers"])),
    ]

    private static func topics(product: [String], brand: [String], both: [String]) -> [Topic] {
        product.map { Topic(name: $0, targets: ["product"]) } + brand.map { Topic(name: $0, targets: ["brand"]) }
            + both.map { Topic(name: $0, targets: ["product", "brand"]) }
    }
}

/// A network, and how people write there.
struct ChannelProfile {
    var name: String
    /// What its message ids start with.
    var prefix: String
    var weight: Double
    /// Written for one reader.
    var isPrivate: Bool = false
    /// A post is a review, answered once.
    var isReview: Bool = false

    static let all = [
        ChannelProfile(name: "twitter", prefix: "tw", weight: 50),
        ChannelProfile(name: "instagram", prefix: "ig", weight: 18),
        ChannelProfile(name: "facebook", prefix: "fb", weight: 17),
        ChannelProfile(name: "email", prefix: "em", weight: 6, isPrivate: true),
        ChannelProfile(name: "google-reviews", prefix: "gr", weight: 5, isReview: true),
        ChannelProfile(name: "app-store", prefix: "as", weight: 4, isReview: true),
    ]
}
