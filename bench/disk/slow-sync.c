/*
 * A disk that takes longer to sync: preloaded into a process, it lets every fsync and fdatasync happen
 * and then waits SLOW_SYNC_US microseconds more, as eMMC and disks without a power-loss buffer do.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static struct timespec delay;

__attribute__((constructor)) static void read_delay(void) {
  const char *text = getenv("SLOW_SYNC_US");
  long us = text == NULL ? 0 : strtol(text, NULL, 10);
  if (us > 0) {
    delay.tv_sec = us / 1000000;
    delay.tv_nsec = us % 1000000 * 1000;
  }
}

static int slowly(long call, int fd) {
  int result = (int)syscall(call, fd);
  int error = errno;
  struct timespec left = delay;
  while (left.tv_sec + left.tv_nsec > 0 && clock_nanosleep(CLOCK_MONOTONIC, 0, &left, &left) == EINTR) {
  }
  errno = error;
  return result;
}

int fsync(int fd) { return slowly(SYS_fsync, fd); }
int fdatasync(int fd) { return slowly(SYS_fdatasync, fd); }
