/// Something went wrong at a brand, and many complain about it at once.
struct Burst {
    var brand: Int
    var topic: Int
    var end: Double
    /// How many times more conversations begin meanwhile.
    var factor: Double
}
