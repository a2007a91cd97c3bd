/* Holds fsync and fdatasync of a file while a gate stands: LD_PRELOAD=gate.so FLOWVIZ_GATE_DIR=dir.
 * For a file whose last name is N: while dir/N exists, the call makes dir/N.waiting and does not return. The disk is
 * asked only when the gate is gone, so behind a standing gate nothing was committed. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void wait_at_gate(int fd) {
  const char *dir = getenv("FLOWVIZ_GATE_DIR");
  char link[64], path[PATH_MAX], gate[PATH_MAX + 64], waiting[PATH_MAX + 80];
  if (dir == NULL) return;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return;
  path[length] = 0;
  const char *name = strrchr(path, '/');
  if (name == NULL) return;
  snprintf(gate, sizeof gate, "%s%s", dir, name);
  snprintf(waiting, sizeof waiting, "%s.waiting", gate);
  while (access(gate, F_OK) == 0) {
    if (access(waiting, F_OK) != 0) close(open(waiting, O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
    struct timespec pause = {0, 1000000};
    nanosleep(&pause, NULL);
  }
}

int fdatasync(int fd) {
  static int (*real)(int);
  if (real == NULL) real = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  wait_at_gate(fd);
  return real(fd);
}

int fsync(int fd) {
  static int (*real)(int);
  if (real == NULL) real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  wait_at_gate(fd);
  return real(fd);
}
