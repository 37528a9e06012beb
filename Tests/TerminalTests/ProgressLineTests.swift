import Terminal
import Testing

@Suite("Progress")
struct ProgressLineTests {
    /// A clock that stands where it is put, and everything that was printed.
    private final class Bench {
        var now: Int64 = 7_000_000
        var printed: [String] = []

        func line(_ label: String, total: Int?, width: Int?) -> ProgressLine {
            ProgressLine(
                label, total: total, terminal: TerminalSettings(width: width, colour: false),
                clock: { self.now }, sink: { self.printed.append($0) })
        }
    }

    @Test("says how much of how much, at what rate, and how long it will take, and wipes itself")
    func drawn() {
        let bench = Bench()
        var line = bench.line("replay", total: 10_000_000, width: 80)
        bench.now += 1_000_000
        line.update(done: 500_000)
        bench.now += 1_000_000
        line.update(done: 1_234_567)
        line.finish()
        #expect(
            bench.printed == [
                "\rreplay  500,000 of 10,000,000  5 %  500,000/s  19 s left",
                "\rreplay  1,234,567 of 10,000,000  12 %  617,284/s  15 s left",
                "\r" + String(repeating: " ", count: 59) + "\r",
            ])
    }

    @Test("is drawn after half a second, then ten times a second at most")
    func rateLimited() {
        let bench = Bench()
        var line = bench.line("import", total: nil, width: 80)
        for step in 1...1_000 {
            bench.now += 1_000
            line.update(done: step)
        }
        #expect(bench.printed.count == 6)
        #expect(bench.printed.first == "\rimport  500  1,000/s")
        #expect(bench.printed.last == "\rimport  1,000  1,000/s")
    }

    @Test("work that is quickly done draws nothing and wipes nothing")
    func quick() {
        let bench = Bench()
        var line = bench.line("import", total: 10, width: 80)
        bench.now += 499_999
        line.update(done: 10)
        line.finish()
        #expect(bench.printed.isEmpty)
    }

    @Test("nothing is drawn where there is no terminal")
    func noTerminal() {
        let bench = Bench()
        var line = bench.line("import", total: 10, width: nil)
        bench.now += 5_000_000
        line.update(done: 5)
        line.finish()
        #expect(bench.printed.isEmpty)
    }

    @Test("a shorter line covers a longer one, and no line reaches the terminal's last column")
    func covers() {
        let bench = Bench()
        var line = bench.line("replay", total: 1_000_000, width: 30)
        bench.now += 1_000_000
        line.update(done: 10)
        bench.now += 1_000_000
        line.update(done: 1_000_000)
        #expect(bench.printed == ["\rreplay  10 of 1,000,000  0 %…", "\rreplay  1,000,000 of 1,000,0…"])
    }

    @Test("nothing done, more done than there was and a total of nothing are printed as they are")
    func odd() {
        let bench = Bench()
        var line = bench.line("x", total: 10, width: 80)
        bench.now += 1_000_000
        line.update(done: 0)
        bench.now += 1_000_000
        line.update(done: 12)
        line = bench.line("x", total: 0, width: 80)
        bench.now += 1_000_000
        line.update(done: 0)
        #expect(bench.printed == ["\rx  0 of 10  0 %  0/s", "\rx  12 of 10  100 %  6.0/s", "\rx  0 of 0  0/s"])
    }
}

@Suite("Numbers")
struct NumberTextTests {
    @Test("whole numbers are grouped by thousands")
    func grouped() {
        #expect(
            [0, 999, 1_000, 1_234_567, -1_000].map { NumberText.grouped($0) } == [
                "0", "999", "1,000", "1,234,567", "-1,000",
            ])
        #expect(NumberText.grouped(Int64.min) == "-9,223,372,036,854,775,808")
        #expect(NumberText.grouped(UInt64.max) == "18,446,744,073,709,551,615")
    }

    @Test("numbers with decimals are rounded half away from zero")
    func fixed() {
        #expect(NumberText.fixed(1234.5, decimals: 2) == "1,234.50")
        #expect(NumberText.fixed(0.125, decimals: 2) == "0.13")
        #expect(NumberText.fixed(-0.05, decimals: 2) == "-0.05")
        #expect(NumberText.fixed(-0.001, decimals: 2) == "0.00")
        #expect(NumberText.fixed(99.5, decimals: 0) == "100")
        #expect(NumberText.fixed(.nan, decimals: 2) == "–")
        #expect(NumberText.fixed(.infinity, decimals: 2) == "–")
        #expect(NumberText.fixed(1e300, decimals: 2) == "1e+300")
    }

    @Test("a rate has decimals only where it is small")
    func rate() {
        #expect(
            [0, 0.042, 0.99, 0.996, 9.5, 9.94, 9.96, 456_789.4].map { NumberText.rate(perSecond: $0) }
                == ["0/s", "0.04/s", "0.99/s", "1.0/s", "9.5/s", "9.9/s", "10/s", "456,789/s"])
    }

    @Test("sizes are printed in binary units")
    func bytes() {
        #expect(
            [0, 1_023, 1_024, 1_536, 67_108_864, 1_048_575, .max].map { NumberText.bytes($0) }
                == ["0 B", "1,023 B", "1.0 KiB", "1.5 KiB", "64.0 MiB", "1.0 MiB", "8.0 EiB"])
    }
}
