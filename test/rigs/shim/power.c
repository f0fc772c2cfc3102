/*
 * LD_PRELOAD: what a disk would hold after a power cut, and faults on command.
 *
 * Of every file under RIG_WATCH a copy lies under RIG_COPIES that holds only what fsync or fdatasync has made durable:
 * at each of their successes the range written since the last one is copied, before the caller is told. A process
 * killed meanwhile leaves a torn copy, as a real cut may. Not modelled: torn sectors, disks that lie, directories.
 *
 * The byte at RIG_FAULT decides what the next call on a watched file meets:
 *   0 nothing   f ENOSPC on write   r EROFS on write and on opening for writing   w EIO on write   s EIO on fsync
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST_FILES 64
#define BLOCK (1 << 20)

struct file {
  char path[PATH_MAX];
  off_t from, to; /* written since the last sync */
};

static struct file files[MOST_FILES];
static int file_count;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *watch, *copies;
static size_t watch_length;
static volatile char *fault;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);
static int (*real_open)(const char *, int, ...);

__attribute__((constructor)) static void begin(void) {
  real_write = dlsym(RTLD_NEXT, "write");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_open = dlsym(RTLD_NEXT, "open64");
  copies = getenv("RIG_COPIES");
  watch = getenv("RIG_WATCH");
  watch_length = watch ? strlen(watch) : 0;
  const char *control = getenv("RIG_FAULT");
  if (!control) return;
  int fd = real_open(control, O_RDONLY);
  if (fd < 0) abort();
  void *page = mmap(NULL, 1, PROT_READ, MAP_SHARED, fd, 0);
  if (page == MAP_FAILED) abort();
  fault = page;
  close(fd);
}

static int is_watched(const char *path) {
  return watch && strncmp(path, watch, watch_length) == 0 && path[watch_length] == '/';
}

/* The memory of the WAL is shared, never durable, and no file in the sense of a fault. */
static int is_shared_memory(const char *path) {
  size_t length = strlen(path);
  return length > 4 && strcmp(path + length - 4, "-shm") == 0;
}

static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_watched(path) && !is_shared_memory(path);
}

static int meets(const char *kinds) { return fault && *fault && strchr(kinds, *fault) != NULL; }

/* -1 with errno set if a write to this file is to fail now. */
static int refused_write(void) {
  if (meets("f")) errno = ENOSPC;
  else if (meets("r")) errno = EROFS;
  else if (meets("w")) errno = EIO;
  else return 0;
  return -1;
}

static struct file *known(const char *path) {
  for (int i = 0; i < file_count; i += 1)
    if (strcmp(files[i].path, path) == 0) return &files[i];
  if (file_count == MOST_FILES) abort();
  struct file *file = &files[file_count++];
  strcpy(file->path, path);
  file->from = file->to = 0;
  return file;
}

static void written(const char *path, off_t from, off_t to) {
  pthread_mutex_lock(&lock);
  struct file *file = known(path);
  if (file->from == file->to) file->from = from, file->to = to;
  if (from < file->from) file->from = from;
  if (to > file->to) file->to = to;
  pthread_mutex_unlock(&lock);
}

static void copy_range(int from, int to, off_t at, off_t end) {
  static char block[BLOCK];
  while (at < end) {
    size_t wanted = end - at < BLOCK ? end - at : BLOCK;
    ssize_t got = pread(from, block, wanted, at);
    if (got <= 0) break;
    if (real_pwrite(to, block, got, at) != got) abort();
    at += got;
  }
}

static void made_durable(const char *path) {
  if (!copies) return;
  char copy[2 * PATH_MAX];
  snprintf(copy, sizeof copy, "%s%s", copies, path + watch_length);
  pthread_mutex_lock(&lock);
  struct file *file = known(path);
  int to = real_open(copy, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  int from = real_open(path, O_RDONLY | O_CLOEXEC);
  struct stat state;
  if (to >= 0 && from >= 0 && fstat(from, &state) == 0) {
    copy_range(from, to, file->from, file->to);
    if (real_ftruncate(to, state.st_size) != 0) abort();
    file->from = file->to = 0;
  }
  if (to >= 0) close(to);
  if (from >= 0) close(from);
  pthread_mutex_unlock(&lock);
}

ssize_t write(int fd, const void *bytes, size_t count) {
  char path[PATH_MAX];
  if (!watch || !path_of(fd, path)) return real_write(fd, bytes, count);
  if (refused_write()) return -1;
  off_t at = lseek(fd, 0, SEEK_CUR);
  ssize_t done = real_write(fd, bytes, count);
  if (done > 0 && at >= 0) written(path, at, at + done);
  return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t at) {
  char path[PATH_MAX];
  if (!watch || !path_of(fd, path)) return real_pwrite(fd, bytes, count, at);
  if (refused_write()) return -1;
  ssize_t done = real_pwrite(fd, bytes, count, at);
  if (done > 0) written(path, at, at + done);
  return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return pwrite64(fd, bytes, count, at); }

int ftruncate64(int fd, off_t length) {
  char path[PATH_MAX];
  if (watch && path_of(fd, path) && refused_write()) return -1;
  return real_ftruncate(fd, length);
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int synced(int fd, int (*sync)(int)) {
  char path[PATH_MAX];
  if (!watch || !path_of(fd, path)) return sync(fd);
  if (meets("s")) return errno = EIO, -1;
  int outcome = sync(fd);
  if (outcome == 0) made_durable(path);
  return outcome;
}
int fsync(int fd) { return synced(fd, real_fsync); }
int fdatasync(int fd) { return synced(fd, real_fdatasync); }

static int opened(const char *path, int flags, mode_t mode) {
  if ((flags & (O_WRONLY | O_RDWR)) && is_watched(path) && !is_shared_memory(path) && meets("r"))
    return errno = EROFS, -1;
  return real_open(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened(path, flags, mode);
}
int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened(path, flags, mode);
}
