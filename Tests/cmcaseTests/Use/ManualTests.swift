import Foundation
import Testing

@Suite("The manual page")
struct ManualTests {
    private static let page: [String] = {
        guard let place = try? Workplace(), let ending = try? place.run("manual") else { return [] }
        return ending.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }()

    @Test("every command stands in it, with its example")
    func commands() {
        let missing: [String] = HelpTests.commands.flatMap { command in
            let name: String = "cmcase \(command)".replacing("-", with: "\\-")
            let isThere: Bool = Self.page.contains(".SS \(name)")
            let hasExample: Bool = Self.page.contains { $0.contains("Example: ") && $0.contains(name) }
            return (isThere ? [] : ["\(name)"]) + (hasExample ? [] : ["\(name): example"])
        }
        #expect(missing == [])
        #expect(!Self.page.contains(".SS cmcase help"))
    }

    @Test("options say what they take and what they mean")
    func options() throws {
        let place = try #require(Self.page.firstIndex(of: #"\fB\-\-until\-position\fR \fIuntil\-position\fR"#))
        #expect(Self.page[place - 1] == ".TP")
        #expect(Self.page[place + 1] == "Answer with the log through this position.")
    }

    @Test("it holds only the macros of man, nothing but ASCII, and no escape that troff doesn't know")
    func roff() {
        #expect(Self.page.count > 200)
        #expect(Self.page.first?.hasPrefix(".TH CMCASE 1 ") == true)
        for line in Self.page {
            if line.hasPrefix(".") || line.hasPrefix("'") {
                let macro = String(line.prefix { $0 != " " })
                #expect([".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".I"].contains(macro), "\(line)")
            }
            #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(line)")
            let escapes = line.split(separator: "\\", omittingEmptySubsequences: false).dropFirst()
            #expect(escapes.allSatisfy { ["e", "-", "&", "f", "["].contains(String($0.prefix(1))) }, "\(line)")
        }
    }

    @Test(
        "groff formats it without a warning",
        .enabled(if: access("/usr/bin/groff", X_OK) == 0 && access("/usr/share/groff/current/tmac/an.tmac", R_OK) == 0))
    func groff() throws {
        let place = try Workplace()
        let ending = try place.shell("cmcase manual > cmcase.1 && groff -man -Tutf8 -ww -rLL=100n cmcase.1")
        #expect(ending.code == 0)
        #expect(ending.errors == "")
        #expect(ending.output.contains("cmcase search"))
    }
}
