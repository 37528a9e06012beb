import Measures
import Testing

@Suite("Quantile (type 7)")
struct QuantileTests {
    @Test(
        "lies between two neighbours in proportion",
        arguments: [(0, 10.0), (250, 17.5), (500, 25), (900, 37), (1000, 40)])
    func interpolates(perMille: Int, expected: Double) {
        #expect(Quantile(perMille: perMille).value(ofSorted: [10, 20, 30, 40] as [Int64]) == expected)
        #expect(Quantile(perMille: perMille).value(ofSorted: [10, 20, 30, 40] as [Double]) == expected)
    }

    @Test("of one value is that value, of none is nothing")
    func smallSamples() {
        #expect(Quantile.p90.value(ofSorted: [7] as [Int64]) == 7)
        #expect(Quantile.median.value(ofSorted: [] as [Int64]) == nil)
        #expect(Quantile.median.value(ofSorted: [] as [Double]) == nil)
    }

    @Test("a share beyond the ends is the nearer end")
    func beyond() {
        #expect(Quantile(perMille: -5).value(ofSorted: [1, 2] as [Int64]) == 1)
        #expect(Quantile(perMille: 1200).value(ofSorted: [1, 2] as [Int64]) == 2)
    }

    @Test("values at the ends of Int64 don't overflow")
    func extremes() {
        #expect(Quantile.median.value(ofSorted: [.min, .max] as [Int64]) == 0)
    }
}
