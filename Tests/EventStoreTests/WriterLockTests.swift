import EventStore
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("The writer's lock")
struct WriterLockTests {
    private let folder: TemporaryFolder
    private var path: String { folder.file("cmcase.db") }

    private var isHeld: Bool { WriterLock.holding(ofStore: path) != .nobody }

    init() throws { folder = try TemporaryFolder() }

    @Test("is a file beside the store, its owner's alone")
    func file() throws {
        _ = try WriterLock(forStore: path)
        #expect(folder.names == ["cmcase.db-lock"])
        #expect(try folder.mode("cmcase.db-lock") == 0o600)
    }

    @Test("is held by one at a time, who is named to whoever gives up waiting")
    func oneAtATime() throws {
        let first = try WriterLock(forStore: path)
        let second = try WriterLock(forStore: path)
        try first.acquire()
        first.sign()
        let error = #expect(throws: StoreError.self) { try second.acquire(waiting: 0) }
        #expect(error?.code == .locked(holder: "process \(getpid())"))
        #expect(error?.path == path)
        #expect(isHeld)
        first.release()
        #expect(!isHeld)
        try second.acquire(waiting: 0)
        #expect(isHeld)
        second.release()
    }

    @Test("is released with its holder")
    func dropped() throws {
        var first: WriterLock? = try WriterLock(forStore: path)
        try first?.acquire()
        let second = try WriterLock(forStore: path)
        #expect(isHeld)
        first = nil
        try second.acquire(waiting: 0)
    }

    @Test("names nobody before anybody signed")
    func unsigned() throws {
        let lock = try WriterLock(forStore: path)
        #expect(lock.holder() == nil)
        lock.sign()
        #expect(lock.holder() == "process \(getpid())")
    }

    @Test("a waiting process gets it before the holder can reacquire it")
    func turns() throws {
        let path: String = path
        let store = try EventStore(path: path, access: .create)
        try store.append(.sample(.sample("case-1")))
        let outcome = Outcome()
        Thread.detachNewThread {
            outcome.result.withLock { result in
                result = Result {
                    let store = try EventStore(path: path, access: .write)
                    defer { store.close() }
                    return try store.append(.sample(.sample("case-2")))
                }
            }
            outcome.isThere.signal()
        }
        // Without turns, these would go on until nobody writes any more.
        var transactions = 0
        while transactions < 2_000, try store.events().allSatisfy({ $0.stream == "case-1" }) {
            try store.append(.sample(.sample("case-1")))
            transactions += 1
        }
        outcome.isThere.wait()
        guard case .appended(let position, _, _) = try outcome.result.withLock({ try #require($0).get() }) else {
            Issue.record("nothing was recorded")
            return
        }
        #expect(position < 2_000)
        store.close()
    }

    /// What another thread came to.
    private final class Outcome: Sendable {
        let result = Mutex<Result<AppendResult, any Error>?>(nil)
        let isThere = DispatchSemaphore(value: 0)
    }

    @Test("is let go of after an error was thrown in a transaction, and held while it runs")
    func transaction() throws {
        let store = try EventStore(path: path, access: .create)
        #expect(!isHeld)
        #expect(throws: Interruption.self) {
            try store.write { _ in
                #expect(isHeld)
                throw Interruption()
            }
        }
        #expect(!isHeld)
        try store.append(.sample(.sample()))
        #expect(!isHeld)
        store.close()
        #expect(!isHeld)
    }

    @Test("is not needed for reading")
    func readers() throws {
        let store = try EventStore(path: path, access: .create)
        try store.append(.sample(.sample()))
        let lock = try WriterLock(forStore: path)
        try lock.acquire()
        let reader = try EventStore(path: path, access: .read)
        #expect(try reader.end().position == 1)
        reader.close()
    }

    @Test(
        "holds against another process, and the kernel takes it back from one that is killed",
        .enabled(if: Shell.find("flock") != nil, "there is no flock on the PATH"))
    func otherProcess() throws {
        let store = try EventStore(path: path, access: .create)
        let probe = try WriterLock(forStore: path)
        let other = try LockHolder(file: path + "-lock")
        #expect(isHeld)
        let error = #expect(throws: StoreError.self) { try probe.acquire(waiting: 0) }
        guard case .locked = error?.code else {
            Issue.record("the lock was not held against us")
            return
        }
        other.kill()
        try probe.acquire(waiting: 0)
        probe.release()
        try store.append(.sample(.sample()))
    }
}

/// Another process that holds a lock until it is killed.
private struct LockHolder {
    private let process = Process()
    private let input = Pipe()

    /// Returns once the process holds the lock: what it runs under the lock has answered then.
    init(file: String) throws {
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: Shell.find("flock") ?? "")
        process.arguments = ["--no-fork", file, "cat"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data("held\n".utf8))
        _ = output.fileHandleForReading.availableData
    }

    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
