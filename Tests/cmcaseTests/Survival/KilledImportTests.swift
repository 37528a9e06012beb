import Basics
import Foundation
import Glibc
import Testing

@Suite("Imports that are killed")
struct KilledImportTests {
    /// Conversations of four messages, one of them ours, in order of time; every tenth conversation lacks its beginning.
    private static func conversations(_ count: Int, seed: UInt64) -> String {
        var random = SplitMix64(seed: seed)
        var text = ""
        for conversation in 0..<count {
            let first: Int = conversation * 4
            if conversation % 10 > 0 { text += Line.theirs(first, by: "person \(conversation % 97)") }
            text += Line.ours(first + 1, to: first)
            text += Line.theirs(first + 2, by: "person \(conversation % 97)", to: first + 1)
            text += Line.theirs(first + 3, by: "person \(Int.random(in: 0..<97, using: &random))", to: first)
        }
        return text
    }

    @Test("SIGKILL at any moment: the next run goes on and ends in the same state", arguments: [UInt64(1), 2])
    func kill(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let place = try Workplace()
        try place.write(Self.conversations(200, seed: seed), to: "in.ndjson")
        try place.done("init")
        try place.copy("cmcase.db", to: "empty.db")
        let expected = try place.question("import", "in.ndjson")
        let state: String = try place.cases()
        let size: Int = try place.bytes(of: "cmcase.db").count
        var resumed = 0
        var killed = 0
        let trials = 6
        for trial in 1...trials {
            try Self.reset(place)
            // Dead when the journal has so many bytes, and some looks later: within a commit, or between two.
            let moment: Int = trial == 1 ? 0 : Int.random(in: 1..<size, using: &random)
            var looks: Int = Int.random(in: 0..<20_000, using: &random)
            let running = try Program.start(
                Program.path, ["import", "in.ndjson", "--rows-per-commit", "80"],
                Program.Circumstances(folder: place.folder))
            while !running.hasEnded, Self.size(of: place.store + "-wal") < moment || looks > 0 { looks -= 1 }
            running.kill()
            if running.ending().signal == SIGKILL { killed += 1 }
            let note: Comment = "seed \(seed), trial \(trial), killed when the journal had \(moment) bytes"
            let check = try place.run("replay", "--check")
            #expect(check.code == 0, "\(note): \(check)")
            let report = try place.question("import", "in.ndjson")
            if report["resumed"] as? Bool == true { resumed += 1 }
            if report["alreadyImported"] as? Bool == false {
                for name in ["read", "mentions", "replies", "unattached", "duplicates", "casesOpened", "rejected"] {
                    #expect(report[name] as? Int == expected[name] as? Int, note)
                }
            }
            #expect(try place.cases() == state, note)
            #expect(try place.run("replay", "--check").code == 0, note)
            #expect(try place.question("import", "in.ndjson")["events"] as? Int == 0, note)
        }
        print("killed imports: seed \(seed), \(trials) trials, \(killed) killed, \(resumed) went on, 0 events lost")
        #expect(killed > 0)
    }

    private static func reset(_ place: Workplace) throws {
        for suffix in ["", "-wal", "-shm", "-lock"] { unlink(place.store + suffix) }
        try place.copy("empty.db", to: "cmcase.db")
    }

    private static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : -1
    }

    @Test("SIGKILL while a store is made: the next run makes it")
    func creation() throws {
        for trial in 0..<8 {
            let place = try Workplace()
            try place.write(Line.theirs(1), to: "in.ndjson")
            let running = try Program.start(
                Program.path, ["import", "in.ndjson"], Program.Circumstances(folder: place.folder))
            var looks = 0
            while !running.hasEnded, Self.size(of: place.store) < (trial % 2 == 0 ? 0 : 1) || looks < trial * 50 {
                looks += 1
            }
            running.kill()
            _ = running.ending()
            try place.done("import", "in.ndjson")
            #expect(try place.question("cases")["total"] as? Int == 1, "trial \(trial)")
        }
    }
}
