import Glibc
import Testing

/// A disk that takes no more, as far as a limit on the size of files is one: it is met at another write each time.
@Suite("A disk that is full", .timeLimit(.minutes(20)))
struct FullDiskTests {
    private func limited(_ place: Workplace, _ blocks: Int, _ command: String) throws -> Program.Ending {
        try place.shell("trap '' XFSZ; ulimit -f \(blocks); exec \(command)")
    }

    @Test("is told in a sentence, nothing is half written, and with room it goes on")
    func importing() throws {
        let place = try Workplace()
        try place.write((1...400).map { Line.theirs($0, by: "person-\($0)") }.joined(), to: "in.ndjson")
        var refused = 0
        for blocks in [4, 60, 130, 300, 500, 800] {
            let ending = try limited(place, blocks, "\(Program.path) import in.ndjson --rows-per-commit 40")
            #expect(ending.signal == nil, "\(blocks): \(ending.errors)")
            if ending.code != 0 {
                refused += 1
                #expect(ending.code == 3, "\(blocks): \(ending.errors)")
                #expect(ending.errors.hasPrefix("cmcase: "), "\(ending.errors)")
                #expect(!ending.errors.contains("SQLite"), "\(ending.errors)")
            }
            guard place.has("cmcase.db"), try !place.bytes(of: "cmcase.db").isEmpty else { continue }
            let doctor = try place.run("doctor")
            #expect(doctor.code == 0, "\(blocks): \(doctor.output)\(doctor.errors)")
            try place.done("replay", "--check")
        }
        #expect(refused > 2)
        try place.done("import", "in.ndjson")
        #expect(try place.question("cases")["total"] as? Int == 400)
    }

    @Test(
        "a tiny disk of its own: nothing is lost, and doctor answers where 32 KB can't be had",
        .enabled(if: Mount.isAllowed))
    func tiny() throws {
        let place = try Workplace()
        let disk = try Mount(place, bytes: 400_000)
        try place.write((1...900).map { Line.theirs($0, by: "person-\($0)") }.joined(), to: "in.ndjson")
        let store: String = disk.folder + "/s.db"
        try place.done("init", "--store", store)
        let ending = try place.run("import", "in.ndjson", "--rows-per-commit", "30", "--store", store)
        #expect(ending.code == 3, "\(ending.errors)")
        #expect(
            ending.errors.contains("is full") || ending.errors.contains("can't be read or written"), "\(ending.errors)")
        // Whatever room is left goes too.
        _ = try place.shell("cat /dev/zero > \(disk.folder)/rest")
        for command in ["doctor", "cases", "inbox", "log verify"] {
            let answer = try place.run(command.split(separator: " ").map(String.init) + ["--store", store])
            #expect(answer.code == 0, "\(command): \(answer.errors)")
        }
        let refused = try place.run("import", "in.ndjson", "--store", store)
        #expect(refused.code == 3, "\(refused.errors)")
        #expect(!refused.errors.contains("SQLite"), "\(refused.errors)")
    }
}

/// A small file system in memory, where the tests may mount one.
private final class Mount {
    let folder: String
    private let place: Workplace

    init(_ place: Workplace, bytes: Int) throws {
        self.place = place
        folder = place.path("disk")
        let ending = try place.shell("mkdir disk && mount -t tmpfs -o size=\(bytes) none disk")
        try #require(ending.code == 0, "\(ending.errors)")
    }

    deinit { _ = try? place.shell("umount -l disk") }

    static let isAllowed: Bool = {
        guard geteuid() == 0, let place = try? Workplace(), (try? Mount(place, bytes: 100_000)) != nil else {
            return false
        }
        return true
    }()
}
