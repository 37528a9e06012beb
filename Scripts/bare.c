/* What cmcase is measured against: plain C on libsqlite3 that does the least which the same work asks of SQLite.
 *
 *   bare scan STORE [ROUNDS]                      reads every column of every event, in the log's order
 *   bare insert STORE TARGET COMMIT_EVENTS [SQL]  writes the rows of event, content and idempotency into a new file
 *   bare durable STORE COUNT                      appends an event, its content and its key to STORE, COUNT times
 *   bare run REPORT COMMAND...                    runs a command; REPORT gets wall and CPU seconds and peak KiB
 *
 * Each measurement is one line of `name value` pairs on stdout. SQL runs when TARGET's tables are made, before the
 * clock starts: it is how the cost of a trigger or of a setting is found.
 *
 *   cc -O2 -o bare bare.c -lsqlite3
 */
#define _GNU_SOURCE
#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Of this process: user and system. */
static double cpu(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void fail(const char *what, const char *why) {
    fprintf(stderr, "bare: %s: %s\n", what, why);
    exit(1);
}

static void must(sqlite3 *db, int code) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) fail("sqlite", sqlite3_errmsg(db));
}

static sqlite3 *open_file(const char *path, int flags) {
    sqlite3 *db = NULL;
    if (sqlite3_open_v2(path, &db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) fail(path, sqlite3_errmsg(db));
    return db;
}

static sqlite3 *open_store(const char *path) {
    sqlite3 *db = open_file(path, SQLITE_OPEN_READONLY);
    must(db, sqlite3_exec(db, "PRAGMA cache_size = -65536", NULL, NULL, NULL));
    return db;
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = NULL;
    must(db, sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL));
    return statement;
}

static long count_argument(const char *text) {
    char *end = NULL;
    long value = strtol(text, &end, 10);
    if (end == text || *end != '\0' || value < 1) fail(text, "not a count of at least 1");
    return value;
}

/* scan */

static void scan(const char *store, long rounds) {
    sqlite3 *db = open_store(store);
    for (long round = 0; round < rounds; round++) {
        double start = now(), start_cpu = cpu();
        sqlite3_stmt *rows = prepare(db, "SELECT * FROM event ORDER BY position");
        int columns = sqlite3_column_count(rows), code;
        long count = 0;
        unsigned long sum = 0;
        while ((code = sqlite3_step(rows)) == SQLITE_ROW) {
            count++;
            for (int i = 0; i < columns; i++) {
                const unsigned char *bytes;
                switch (sqlite3_column_type(rows, i)) {
                case SQLITE_NULL: break;
                case SQLITE_INTEGER: sum += (unsigned long)sqlite3_column_int64(rows, i); break;
                case SQLITE_TEXT:
                    bytes = sqlite3_column_text(rows, i);
                    for (int j = sqlite3_column_bytes(rows, i); j > 0; j--) sum += bytes[j - 1];
                    break;
                default:
                    bytes = sqlite3_column_blob(rows, i);
                    for (int j = sqlite3_column_bytes(rows, i); j > 0; j--) sum += bytes[j - 1];
                }
            }
        }
        must(db, code);
        sqlite3_finalize(rows);
        double seconds = now() - start;
        printf("rows %ld seconds %.6f cpu %.6f per_second %.0f sum %lu\n", count, seconds, cpu() - start_cpu,
            (double)count / seconds, sum);
    }
    sqlite3_close(db);
}

/* Rows in memory, so that reading them is not measured. */

/* The settings of cmcase's writing connection. */
static const char *const pragmas =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA foreign_keys = OFF;"
    "PRAGMA temp_store = FILE; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864";

enum { CONTENT, EVENT, IDEMPOTENCY, TABLES };

static const char *const select_sql[TABLES] = {
    "SELECT position, owner, nonce, body FROM content WHERE position >= ?1 ORDER BY position",
    "SELECT position, stream, version, type, schema_version, occurred_at, recorded_at, actor, causation, correlation, "
    "payload, content_commitment, leaf_hash FROM event WHERE position >= ?1 ORDER BY position",
    "SELECT position, key, count FROM idempotency WHERE position >= ?1 ORDER BY position",
};
static const char *const insert_sql[TABLES] = {
    "INSERT INTO content (position, owner, nonce, body) VALUES (?1, ?2, ?3, ?4)",
    "INSERT OR ROLLBACK INTO event (position, stream, version, type, schema_version, occurred_at, recorded_at, actor, "
    "causation, correlation, payload, content_commitment, leaf_hash) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    "INSERT INTO idempotency (position, key, count) VALUES (?1, ?2, ?3)",
};

/* A table's rows as one run of bytes: each value is a byte of type, eight of integer or length, then those bytes. */
struct rows {
    char *bytes;
    size_t used, room;
    int columns;
    long count;
};

static void put(struct rows *rows, const void *bytes, size_t count) {
    if (rows->used + count > rows->room) {
        rows->room = (rows->used + count) * 2;
        rows->bytes = realloc(rows->bytes, rows->room);
        if (!rows->bytes) fail("memory", "exhausted");
    }
    if (count) memcpy(rows->bytes + rows->used, bytes, count);
    rows->used += count;
}

static struct rows load(sqlite3 *db, const char *sql, long limit, sqlite3_int64 from) {
    struct rows rows = {0};
    sqlite3_stmt *statement = prepare(db, sql);
    int code = SQLITE_DONE;
    sqlite3_bind_int64(statement, 1, from);
    rows.columns = sqlite3_column_count(statement);
    while (rows.count < limit && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        rows.count++;
        for (int i = 0; i < rows.columns; i++) {
            char type = (char)sqlite3_column_type(statement, i);
            put(&rows, &type, 1);
            if (type == SQLITE_NULL) continue;
            sqlite3_int64 number =
                type == SQLITE_INTEGER ? sqlite3_column_int64(statement, i) : sqlite3_column_bytes(statement, i);
            put(&rows, &number, sizeof number);
            if (type != SQLITE_INTEGER) put(&rows, sqlite3_column_blob(statement, i), (size_t)number);
        }
    }
    must(db, code);
    sqlite3_finalize(statement);
    return rows;
}

/* Binds the row at `at`; returns where the next one begins. */
static const char *bind_row(sqlite3_stmt *statement, const struct rows *rows, const char *at) {
    for (int i = 1; i <= rows->columns; i++) {
        char type = *at++;
        if (type == SQLITE_NULL) {
            sqlite3_bind_null(statement, i);
            continue;
        }
        sqlite3_int64 number;
        memcpy(&number, at, sizeof number);
        at += sizeof number;
        if (type == SQLITE_INTEGER) {
            sqlite3_bind_int64(statement, i, number);
        } else {
            if (type == SQLITE_TEXT) sqlite3_bind_text(statement, i, at, (int)number, SQLITE_STATIC);
            else sqlite3_bind_blob(statement, i, at, (int)number, SQLITE_STATIC);
            at += number;
        }
    }
    return at;
}

static sqlite3_int64 position_at(const struct rows *rows, const char *at) {
    sqlite3_int64 position = 0;
    if (at >= rows->bytes + rows->used) return -1;
    memcpy(&position, at + 1, sizeof position);
    return position;
}

/* A new file like STORE: page size, reserved bytes, pragmas, and the log's tables with their indexes and triggers. */
static sqlite3 *create_like(const char *store, const char *target, const char *extra) {
    unsigned char header[100];
    FILE *file = fopen(store, "rb");
    if (!file || fread(header, 1, sizeof header, file) != sizeof header) fail(store, "no SQLite file");
    fclose(file);
    int page_size = header[16] << 8 | header[17], reserved = header[20];
    char suffixed[4096], pragma[64];
    for (int i = 0; i < 3; i++) {
        snprintf(suffixed, sizeof suffixed, "%s%s", target, (const char *[]){"", "-wal", "-shm"}[i]);
        unlink(suffixed);
    }
    sqlite3 *db = open_file(target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE), *source = open_store(store);
    must(db, sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved));
    snprintf(pragma, sizeof pragma, "PRAGMA page_size = %d", page_size == 1 ? 65536 : page_size);
    must(db, sqlite3_exec(db, pragma, NULL, NULL, NULL));
    sqlite3_stmt *schema = prepare(source,
        "SELECT sql FROM sqlite_schema WHERE tbl_name IN ('event', 'content', 'idempotency') AND sql IS NOT NULL "
        "ORDER BY type = 'table' DESC, rowid");
    while (sqlite3_step(schema) == SQLITE_ROW)
        must(db, sqlite3_exec(db, (const char *)sqlite3_column_text(schema, 0), NULL, NULL, NULL));
    sqlite3_finalize(schema);
    sqlite3_close(source);
    must(db, sqlite3_exec(db, pragmas, NULL, NULL, NULL));
    if (extra) must(db, sqlite3_exec(db, extra, NULL, NULL, NULL));
    return db;
}

struct log {
    struct rows rows[TABLES];
    const char *at[TABLES];
    sqlite3_stmt *statements[TABLES];
    sqlite3_int64 written;
};

static struct log load_log(const char *store) {
    struct log log = {0};
    sqlite3 *db = open_store(store);
    for (int i = 0; i < TABLES; i++) {
        log.rows[i] = load(db, select_sql[i], __LONG_MAX__, 1);
        log.at[i] = log.rows[i].bytes;
    }
    sqlite3_close(db);
    return log;
}

/* Writes what the next position holds: its key, its content, the event. */
static void write_next(sqlite3 *db, struct log *log) {
    sqlite3_int64 position = position_at(&log->rows[EVENT], log->at[EVENT]);
    static const int order[TABLES] = {IDEMPOTENCY, CONTENT, EVENT};
    for (int i = 0; i < TABLES; i++) {
        int table = order[i];
        while (position_at(&log->rows[table], log->at[table]) == position) {
            log->at[table] = bind_row(log->statements[table], &log->rows[table], log->at[table]);
            must(db, sqlite3_step(log->statements[table]));
            must(db, sqlite3_reset(log->statements[table]));
            log->written++;
        }
    }
}

static void begin_writing(sqlite3 *db, struct log *log) {
    for (int i = 0; i < TABLES; i++) log->statements[i] = prepare(db, insert_sql[i]);
}

static void end_writing(sqlite3 *db, struct log *log) {
    for (int i = 0; i < TABLES; i++) sqlite3_finalize(log->statements[i]);
    must(db, sqlite3_close(db));
}

/* insert: the clock runs until the last connection has moved the journal into the file, as it does for an import. */
static void insert(const char *store, const char *target, long commit_events, const char *extra) {
    struct log log = load_log(store);
    sqlite3 *db = create_like(store, target, extra);
    long events = log.rows[EVENT].count;
    double start = now(), start_cpu = cpu();
    begin_writing(db, &log);
    sqlite3_stmt *begin = prepare(db, "BEGIN IMMEDIATE"), *commit = prepare(db, "COMMIT");
    for (long i = 0; i < events; i++) {
        if (i % commit_events == 0) must(db, sqlite3_step(begin)), sqlite3_reset(begin);
        write_next(db, &log);
        if ((i + 1) % commit_events == 0 || i + 1 == events) must(db, sqlite3_step(commit)), sqlite3_reset(commit);
    }
    sqlite3_finalize(begin);
    sqlite3_finalize(commit);
    end_writing(db, &log);
    double seconds = now() - start;
    printf("events %ld rows %lld seconds %.6f cpu %.6f per_second %.0f\n", events, (long long)log.written, seconds,
        cpu() - start_cpu, (double)events / seconds);
}

/* durable: an event with its content and key for one case after another, appended to STORE itself. */

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static sqlite3_int64 one_integer(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = prepare(db, sql);
    must(db, sqlite3_step(statement));
    sqlite3_int64 value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return value;
}

static void durable(const char *store, long count) {
    sqlite3 *db = open_file(store, SQLITE_OPEN_READWRITE);
    must(db, sqlite3_exec(db, pragmas, NULL, NULL, NULL));
    double *seconds = calloc((size_t)count, sizeof *seconds);
    sqlite3_int64 end = one_integer(db, "SELECT max(position) FROM event");
    sqlite3_int64 model = one_integer(db, "SELECT max(position) FROM content");
    struct rows streams = load(db,
        "SELECT stream, max(version) + 1 FROM event WHERE stream >= 'case-' AND stream < 'case.' GROUP BY stream",
        count, 0);
    struct rows event = load(db, select_sql[EVENT], 1, model), content = load(db, select_sql[CONTENT], 1, model);
    if (streams.count < count) fail(store, "has fewer cases than that");
    sqlite3_stmt *statements[TABLES], *begin = prepare(db, "BEGIN IMMEDIATE"), *commit = prepare(db, "COMMIT");
    for (int i = 0; i < TABLES; i++) statements[i] = prepare(db, insert_sql[i]);
    const char *stream = streams.bytes;
    double first = now();
    for (long i = 0; i < count; i++) {
        sqlite3_int64 position = end + 1 + i, version, length;
        unsigned char key[16];
        sqlite3_randomness(sizeof key, key);
        memcpy(&length, stream + 1, sizeof length);
        memcpy(&version, stream + 10 + length, sizeof version);
        double start = now();
        must(db, sqlite3_step(begin)), sqlite3_reset(begin);
        sqlite3_bind_int64(statements[IDEMPOTENCY], 1, position);
        sqlite3_bind_blob(statements[IDEMPOTENCY], 2, key, sizeof key, SQLITE_STATIC);
        sqlite3_bind_int64(statements[IDEMPOTENCY], 3, 1);
        must(db, sqlite3_step(statements[IDEMPOTENCY])), sqlite3_reset(statements[IDEMPOTENCY]);
        bind_row(statements[CONTENT], &content, content.bytes);
        sqlite3_bind_int64(statements[CONTENT], 1, position);
        must(db, sqlite3_step(statements[CONTENT])), sqlite3_reset(statements[CONTENT]);
        bind_row(statements[EVENT], &event, event.bytes);
        sqlite3_bind_int64(statements[EVENT], 1, position);
        sqlite3_bind_text(statements[EVENT], 2, stream + 9, (int)length, SQLITE_STATIC);
        sqlite3_bind_int64(statements[EVENT], 3, version);
        must(db, sqlite3_step(statements[EVENT])), sqlite3_reset(statements[EVENT]);
        must(db, sqlite3_step(commit)), sqlite3_reset(commit);
        seconds[i] = now() - start;
        stream += 18 + length;
    }
    double total = now() - first;
    for (int i = 0; i < TABLES; i++) sqlite3_finalize(statements[i]);
    sqlite3_finalize(begin);
    sqlite3_finalize(commit);
    must(db, sqlite3_close(db));
    qsort(seconds, (size_t)count, sizeof *seconds, ascending);
    printf("events %ld seconds %.6f median %.6f p90 %.6f mean %.6f\n", count, total, seconds[count / 2],
        seconds[count * 9 / 10], total / (double)count);
}

/* run */

static double in_seconds(struct timeval t) { return (double)t.tv_sec + (double)t.tv_usec / 1e6; }

static int run(const char *report, char **command) {
    struct rusage usage;
    int status;
    double start = now();
    pid_t child = fork();
    if (child < 0) fail("fork", strerror(errno));
    if (child == 0) {
        execvp(command[0], command);
        fprintf(stderr, "bare: %s: %s\n", command[0], strerror(errno));
        _exit(127);
    }
    if (wait4(child, &status, 0, &usage) < 0) fail("wait4", strerror(errno));
    double wall = now() - start;
    FILE *file = fopen(report, "w");
    if (!file) fail(report, strerror(errno));
    fprintf(file, "seconds %.6f cpu %.6f peak_kib %ld\n", wall, in_seconds(usage.ru_utime) + in_seconds(usage.ru_stime),
        usage.ru_maxrss);
    fclose(file);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(int argc, char **argv) {
    const char *what = argc > 1 ? argv[1] : "";
    if (!strcmp(what, "scan") && (argc == 3 || argc == 4)) scan(argv[2], argc == 4 ? count_argument(argv[3]) : 1);
    else if (!strcmp(what, "insert") && (argc == 5 || argc == 6))
        insert(argv[2], argv[3], count_argument(argv[4]), argc == 6 ? argv[5] : NULL);
    else if (!strcmp(what, "durable") && argc == 4) durable(argv[2], count_argument(argv[3]));
    else if (!strcmp(what, "run") && argc >= 4) return run(argv[2], argv + 3);
    else fail("usage", "scan STORE [ROUNDS] | insert STORE TARGET COMMIT_EVENTS [SQL] | durable STORE COUNT | "
                       "run REPORT COMMAND...");
    return 0;
}
