#ifndef CMCASE_SQLITE_SHIM_H
#define CMCASE_SQLITE_SHIM_H
#include <sqlite3.h>

/* Swift can't call functions with variable arguments. */
static inline int cmcase_sqlite3_no_checkpoint_on_close(sqlite3 *db, int on) {
    return sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on, (int *)0);
}

/* Before the library is used: leaves out its count of memory, which takes a lock with each allocation. */
static inline int cmcase_sqlite3_count_no_memory(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

#endif
