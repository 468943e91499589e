// SPDX-License-Identifier: Apache-2.0
// Locks of the open file, not of the process: two records in one process see each other too.
#include "claim-private.h"
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static int open_lock_file(const FpHistory *history)
{
    g_autofree char *name = g_strconcat(history->file, "-open", NULL);
    return open(name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0600);
}

FpClaim fp_claim_session(const FpHistory *history, int64_t number, int *out_fd)
{
    struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = number, .l_len = 1 };
    *out_fd = -1;
    if (history->file == NULL)
        return FP_CLAIM_UNSURE;
    int fd = open_lock_file(history);
    if (fd < 0)
        return FP_CLAIM_UNSURE;
    if (fcntl(fd, F_OFD_SETLK, &lock) == 0) {
        *out_fd = fd;
        return FP_CLAIM_OURS;
    }
    bool is_taken = errno == EAGAIN || errno == EACCES;
    close(fd);
    return is_taken ? FP_CLAIM_ELSEWHERE : FP_CLAIM_UNSURE;
}
