import Basics
import Glibc

/// Invented traffic about the brands, message by message in the order of time.
///
/// The figures behind it are close to real support threads: a first answer after 13 minutes in the median and some hours at
/// the ninth decile, two of three conversations answered, half of them two messages long, one of a hundred 36.
struct Chatter {
    private(set) var tally = Tally()

    private let seed: UInt64
    private let brands: [BrandProfile] = BrandProfile.all
    private let channels: [ChannelProfile] = ChannelProfile.all
    private var random: SplitMix64
    private var queue = TurnQueue()
    private var order = 0
    /// When the last conversation began, in seconds since 1970.
    private var clock: Double
    private var nextBurst: Double
    private var burst: Burst?
    /// How many people there are on each channel.
    private var people: [Int]

    private static let start: Double = 1_325_376_000
    private static let secondsBetweenConversations: Double = 108
    private static let secondsBetweenBursts: Double = 6 * 86_400
    private static let greatestFactor: Double = 12

    init(seed: UInt64) {
        self.seed = seed
        random = SplitMix64(seed: seed)
        clock = Self.start
        nextBurst = Self.start + random.exponential(mean: Self.secondsBetweenBursts)
        people = channels.map { _ in 0 }
    }

    /// The next message. O(log n) in the conversations that go on.
    mutating func next() -> Message {
        while true {
            while clock <= queue.earliest?.time ?? .infinity { begin() }
            if let turn = queue.removeEarliest() { return write(turn) }
        }
    }

    // MARK: Conversations begin

    /// Moves the clock to the next conversation: candidates at the greatest rate, of which the present rate lets through.
    private mutating func begin() {
        clock += random.exponential(mean: Self.secondsBetweenConversations / (Self.greatestFactor * 1.8))
        if let burst, burst.end <= clock { self.burst = nil }
        if nextBurst <= clock {
            let brand: Int = pickBrand()
            burst = Burst(
                brand: brand, topic: random.integer(below: brands[brand].topics.count),
                end: clock + random.exponential(mean: 5 * 3600),
                factor: 2 + random.fraction() * (Self.greatestFactor - 2))
            nextBurst = clock + random.exponential(mean: Self.secondsBetweenBursts)
        }
        let factor: Double = burst?.factor ?? 1
        guard random.chance(factor * Self.traffic(at: clock) / (Self.greatestFactor * 1.8)) else { return }
        if let burst, random.chance(1 - 1 / burst.factor) {
            open(brand: burst.brand, topic: burst.topic, opening: .complaint)
        } else {
            let brand: Int = pickBrand()
            let opening: Polarity = random.pick([
                (.complaint, weight: 47), (.positive, weight: 21), (.question, weight: 19), (.neutral, weight: 10),
                (.spam, weight: 3),
            ])
            open(brand: brand, topic: random.integer(below: brands[brand].topics.count), opening: opening)
        }
    }

    /// More by day than by night, more on working days; 1 on average.
    private static func traffic(at time: Double) -> Double {
        let (day, second) = Int64(time).flooredDivision(by: 86_400)
        let hour = Double(second) / 3600
        let traffic: Double = 1 - 0.75 * cos((hour - 3) / 24 * 2 * Double.pi)
        return traffic * (CalendarDay(number: day).weekdayIndex < 5 ? 1.08 : 0.8)
    }

    private mutating func pickBrand() -> Int { random.pick(brands.indices.map { ($0, weight: brands[$0].weight) }) }

    private mutating func open(brand: Int, topic: Int, opening: Polarity) {
        let channel: Int = random.pick(channels.indices.map { ($0, weight: channels[$0].weight) })
        let limit: Double = channels[channel].isReview || opening == .spam ? 2 : 120
        let conversation = Conversation(
            brand: brand, channel: channel, person: pickPerson(on: channel), topic: topic, opening: opening,
            turnsLeft: Int(min(0.6 + 1.1 * random.pareto(1.25), limit)), isPrivate: channels[channel].isPrivate)
        schedule(conversation, isOurs: false, at: clock)
    }

    /// Somebody new, or one of those who wrote before, the later the likelier.
    private mutating func pickPerson(on channel: Int) -> Int {
        let known: Int = people[channel]
        if known > 0, random.chance(0.38) { return max(0, known - Int(random.pareto(0.6).rounded(.up))) }
        people[channel] += 1
        tally.persons += 1
        return known
    }

    private mutating func schedule(_ conversation: Conversation, isOurs: Bool, at time: Double) {
        order += 1
        queue.insert(Turn(time: time, order: order, isOurs: isOurs, conversation: conversation))
    }

    // MARK: Conversations go on

    private mutating func write(_ turn: Turn) -> Message {
        var conversation: Conversation = turn.conversation
        let channel: ChannelProfile = channels[conversation.channel]
        let brand: BrandProfile = brands[conversation.brand]
        let author = Author(seed: seed, channel: channel, number: conversation.person)
        let label: MessageLabel? = turn.isOurs ? nil : conversation.label(about: brand, &random)
        let polarity: Polarity = label?.polarity ?? conversation.opening
        let topic: String = brand.topics[conversation.topic].name
        let message = Message(
            channel: channel, id: "\(channel.prefix)-\(1_000_000 + tally.rows)", parent: conversation.newest,
            author: author, isOurs: turn.isOurs, brand: brand, time: Int(turn.time),
            text: turn.isOurs
                ? Wording.reply(to: author, topic, spanish: author.isSpanish, &random)
                : Wording.mention(
                    of: brand, topic, polarity, isFirst: conversation.newest == nil, spanish: author.isSpanish, &random),
            isPrivate: conversation.isPrivate, isSpanish: author.isSpanish,
            label: random.chance(0.93) ? label : nil)
        count(message, in: &conversation)
        conversation.newest = message.id
        conversation.messages += 1
        conversation.turnsLeft -= 1
        goOn(conversation, after: turn)
        return message
    }

    private mutating func count(_ message: Message, in conversation: inout Conversation) {
        if message.isOurs {
            tally.replies += 1
            conversation.replies += 1
        } else {
            tally.mentions += 1
            if message.label != nil { tally.labels += 1 }
            if conversation.isNewCase { tally.cases += 1 }
            conversation.isNewCase = false
        }
    }

    private mutating func goOn(_ conversation: Conversation, after turn: Turn) {
        let channel: ChannelProfile = channels[conversation.channel]
        if !turn.isOurs, !conversation.isPrivate, !channel.isReview, random.chance(0.03) {
            bystander(in: conversation, after: turn)
        }
        guard conversation.turnsLeft > 0 else { return end(conversation, at: turn.time) }
        var next: Conversation = conversation
        let isOurs: Bool = turn.isOurs ? random.chance(0.04) : random.chance(0.88)
        if isOurs, !next.isPrivate, !channel.isReview, next.replies > 0, random.chance(0.12) { next.isPrivate = true }
        let delay: Double =
            isOurs ? random.logNormal(median: 780, spread: 2.6) : random.logNormal(median: 540, spread: 1.9)
        schedule(next, isOurs: isOurs, at: turn.time + 5 + min(delay, 12 * 86_400))
    }

    /// Somebody else joins in below a message: another person's matter in the same conversation.
    private mutating func bystander(in conversation: Conversation, after turn: Turn) {
        var other: Conversation = conversation
        other.person = pickPerson(on: conversation.channel)
        guard other.person != conversation.person else { return }
        other.turnsLeft = 1 + random.integer(below: 3)
        other.replies = 0
        other.isNewCase = true
        schedule(other, isOurs: false, at: turn.time + 10 + random.logNormal(median: 1800, spread: 1.4))
    }

    /// Who complained and was heard may praise later, and who praised may complain.
    private mutating func end(_ conversation: Conversation, at time: Double) {
        let chance: Double
        let opening: Polarity
        switch conversation.opening {
        case .complaint: (chance, opening) = (conversation.replies > 0 ? 0.16 : 0.04, .positive)
        case .positive: (chance, opening) = (0.05, .complaint)
        default: return
        }
        guard random.chance(chance) else { return }
        var later: Conversation = conversation
        later.newest = nil
        later.opening = opening
        later.messages = 0
        later.replies = 0
        later.turnsLeft = 1 + random.integer(below: 2)
        later.isPrivate = channels[conversation.channel].isPrivate
        later.isNewCase = true
        schedule(later, isOurs: false, at: time + 3600 + min(random.exponential(mean: 9 * 86_400), 60 * 86_400))
    }
}
