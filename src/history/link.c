// SPDX-License-Identifier: Apache-2.0
#include "link-private.h"
#include "random-private.h"
#include <string.h>

void fp_link_clear(FpLink *link)
{
    g_clear_pointer(&link->kind, g_free);
    g_clear_pointer(&link->payload, g_free);
}

GArray *fp_link_list_new(void)
{
    GArray *links = g_array_new(FALSE, FALSE, sizeof(FpLink));
    g_array_set_clear_func(links, (GDestroyNotify)fp_link_clear);
    return links;
}

const FpLink *fp_link_last(const GArray *links)
{
    return links->len > 0 ? &g_array_index(links, FpLink, links->len - 1) : NULL;
}

void fp_link_add(GArray *links, FpLink *link)
{
    g_array_append_val(links, *link);
    *link = (FpLink) { 0 };
}

static FpChainDigest digest_of(const FpLink *link, const FpLink *previous, const char *session_id)
{
    return fp_chain_next(previous != NULL ? &previous->digest : NULL, session_id, link->sequence,
                         link->kind, link->at_ms, link->payload_hash);
}

FpLink fp_link_make(const FpLink *previous, const char *session_id, const FpEvent *event)
{
    FpLink link = {
        .sequence = previous != NULL ? previous->sequence + 1 : 1,
        .kind = g_strdup(fp_event_kind_name(event->kind)),
        .at_ms = event->at_ms,
        .payload = fp_event_payload(event),
    };
    fp_random_fill(link.salt, sizeof link.salt);
    link.payload_hash = fp_chain_payload_hash(link.salt, link.payload);
    link.digest = digest_of(&link, previous, session_id);
    return link;
}

static bool put_event(FpHistory *history, int64_t number, const FpLink *link, GError **error)
{
    const FpSqlValue values[] = {
        fp_sql_integer(number),
        fp_sql_integer(link->sequence),
        fp_sql_text(link->kind),
        fp_sql_integer(link->at_ms),
        fp_sql_blob(link->salt, sizeof link->salt),
        fp_sql_text(link->payload),
        fp_sql_blob(link->payload_hash.bytes, sizeof link->payload_hash.bytes),
        fp_sql_blob(link->digest.bytes, sizeof link->digest.bytes),
    };
    return fp_sql_run(history, "INSERT INTO event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", values,
                      G_N_ELEMENTS(values), error);
}

bool fp_link_read_digest(sqlite3_stmt *statement, int column, FpChainDigest *out_digest)
{
    const void *bytes = sqlite3_column_blob(statement, column);
    if (bytes == NULL || sqlite3_column_bytes(statement, column) != FP_CHAIN_DIGEST_BYTES)
        return false;
    memcpy(out_digest->bytes, bytes, FP_CHAIN_DIGEST_BYTES);
    return true;
}

// The ledger's last row: number 0 where there is none.
static bool get_ledger_head(FpHistory *history, int64_t *out_number, FpChainDigest *out_digest,
                            GError **error)
{
    const char *sql = "SELECT number, digest FROM ledger ORDER BY number DESC LIMIT 1";
    g_autoptr(sqlite3_stmt) statement = fp_sql_prepare(history, sql, NULL, 0, error);
    if (statement == NULL)
        return false;
    FpSqlStep step = fp_sql_step(history, statement, error);
    *out_number = 0;
    if (step != FP_SQL_ROW)
        return step == FP_SQL_DONE;
    *out_number = sqlite3_column_int64(statement, 0);
    if (fp_link_read_digest(statement, 1, out_digest))
        return true;
    fp_sql_set_damaged(history, "ledger", error);
    return false;
}

bool fp_link_put(FpHistory *history, int64_t number, const char *session_id, const FpLink *link,
                 GError **error)
{
    int64_t last;
    FpChainDigest previous;
    if (!put_event(history, number, link, error) ||
        !get_ledger_head(history, &last, &previous, error))
        return false;
    FpChainDigest digest = fp_chain_ledger_next(last != 0 ? &previous : NULL, session_id,
                                                link->sequence, link->digest);
    const FpSqlValue values[] = {
        fp_sql_integer(last + 1),
        fp_sql_integer(number),
        fp_sql_integer(link->sequence),
        fp_sql_blob(digest.bytes, sizeof digest.bytes),
    };
    return fp_sql_run(history, "INSERT INTO ledger VALUES (?1, ?2, ?3, ?4)", values,
                      G_N_ELEMENTS(values), error);
}

// A text column without a NUL inside, exactly as it is stored.
static char *read_text(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    size_t n_bytes = (size_t)sqlite3_column_bytes(statement, column);
    return text != NULL && strlen(text) == n_bytes ? g_strdup(text) : NULL;
}

static bool read_content(sqlite3_stmt *statement, FpLink *link)
{
    link->is_erased = sqlite3_column_type(statement, 4) == SQLITE_NULL;
    if (link->is_erased)
        return sqlite3_column_type(statement, 3) == SQLITE_NULL;
    const void *salt = sqlite3_column_blob(statement, 3);
    if (salt == NULL || sqlite3_column_bytes(statement, 3) != FP_CHAIN_SALT_BYTES)
        return false;
    memcpy(link->salt, salt, sizeof link->salt);
    link->payload = read_text(statement, 4);
    return link->payload != NULL;
}

bool fp_link_read(sqlite3_stmt *statement, FpLink *out_link)
{
    g_auto(FpLink) link = {
        .sequence = sqlite3_column_int64(statement, 0),
        .kind = read_text(statement, 1),
        .at_ms = sqlite3_column_int64(statement, 2),
    };
    if (link.kind == NULL || !read_content(statement, &link) ||
        !fp_link_read_digest(statement, 5, &link.payload_hash) ||
        !fp_link_read_digest(statement, 6, &link.digest))
        return false;
    *out_link = link;
    link.kind = NULL;
    link.payload = NULL;
    return true;
}

bool fp_link_digest_equal(const FpChainDigest *a, const FpChainDigest *b)
{
    return memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}

bool fp_link_is_whole(const FpLink *link, const FpLink *previous, const char *session_id)
{
    FpChainDigest expected = digest_of(link, previous, session_id);
    int64_t sequence = previous != NULL ? previous->sequence + 1 : 1;
    if (link->sequence != sequence || !fp_link_digest_equal(&expected, &link->digest))
        return false;
    if (link->is_erased)
        return true;
    FpChainDigest hash = fp_chain_payload_hash(link->salt, link->payload);
    return fp_link_digest_equal(&hash, &link->payload_hash);
}
