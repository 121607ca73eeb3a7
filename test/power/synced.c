/*
 * What a power loss leaves. Preloaded into a process (LD_PRELOAD), it keeps beside every file below SYNCED_ROOT a copy of what was synced:
 * bytes once fsync or fdatasync of the file has returned, names once fsync of the folder has. The process itself notices nothing.
 *
 *   SYNCED_ROOT    files whose path begins with this are watched
 *   SYNCED_SHADOW  a folder on the same machine; SYNCED_SHADOW/tree/<path> is what a power loss would leave of <path> now
 *
 * A name of a file that was never synced leads to an empty file, as on a journalling file system. SQLite's -shm is never synced, by design.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FDS 65536
#define MOST_RANGES 64

/* One file, whatever it is called: what was written to it since it was synced last. */
struct file {
  dev_t dev;
  ino_t ino;
  int copy;
  int ranges;
  int all;
  off_t from[MOST_RANGES], to[MOST_RANGES];
  struct file *next;
};

static struct file *files;
static struct file *of_fd[MOST_FDS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *root, *shadow;

#define REAL(type, name, ...)                                     \
  static type (*real)(__VA_ARGS__);                               \
  if (real == NULL) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static int is_watched(const char *path) {
  return root != NULL && shadow != NULL && strncmp(path, root, strlen(root)) == 0;
}

static void die(const char *what) {
  fprintf(stderr, "synced: %s: %s\n", what, strerror(errno));
  abort();
}

static int raw_open(const char *path, int flags) {
  REAL(int, "open", const char *, int, ...);
  return real(path, flags, 0600);
}

static void make_folders(char *path) {
  for (char *at = path + 1; *at; at++)
    if (*at == '/') {
      *at = 0;
      if (mkdir(path, 0700) != 0 && errno != EEXIST) die(path);
      *at = '/';
    }
}

/* Every path here is short; one that is not ends the test. */
static void say(char *out, const char *format, ...) {
  va_list rest;
  va_start(rest, format);
  int n = vsnprintf(out, PATH_MAX, format, rest);
  va_end(rest);
  if (n < 0 || n >= PATH_MAX) die("a path");
}

static void copy_name(char *out, dev_t dev, ino_t ino) {
  say(out, "%s/bytes/%lx-%lx", shadow, (long)dev, (long)ino);
}

static __attribute__((constructor)) void begin(void) {
  root = getenv("SYNCED_ROOT");
  shadow = getenv("SYNCED_SHADOW");
  if (root == NULL || shadow == NULL) return;
  char path[PATH_MAX];
  say(path, "%s/bytes/", shadow);
  make_folders(path);
}

/* Held: lock. */
static struct file *file_of(const struct stat *st) {
  for (struct file *one = files; one; one = one->next)
    if (one->dev == st->st_dev && one->ino == st->st_ino) return one;
  char path[PATH_MAX];
  copy_name(path, st->st_dev, st->st_ino);
  struct file *made = calloc(1, sizeof *made);
  made->dev = st->st_dev;
  made->ino = st->st_ino;
  /* Whatever wrote it until now may not have synced it. */
  made->all = 1;
  made->copy = raw_open(path, O_RDWR | O_CREAT | O_CLOEXEC);
  if (made->copy < 0) die(path);
  made->next = files;
  files = made;
  return made;
}

static void path_of(int fd, char *out) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, out, PATH_MAX - 1);
  out[n < 0 ? 0 : n] = 0;
}

static void opened(int fd) {
  if (fd < 0 || fd >= MOST_FDS || root == NULL) return;
  int was = errno;
  char path[PATH_MAX];
  struct stat st;
  path_of(fd, path);
  size_t n = strlen(path);
  int is_shm = n > 4 && strcmp(path + n - 4, "-shm") == 0;
  pthread_mutex_lock(&lock);
  of_fd[fd] = NULL;
  if (is_watched(path) && !is_shm && fstat(fd, &st) == 0 && S_ISREG(st.st_mode)) {
    of_fd[fd] = file_of(&st);
    if (st.st_size == 0) of_fd[fd]->all = 1;
  }
  pthread_mutex_unlock(&lock);
  errno = was;
}

static void wrote(int fd, off_t at, ssize_t n) {
  if (n <= 0 || fd < 0 || fd >= MOST_FDS || of_fd[fd] == NULL) return;
  pthread_mutex_lock(&lock);
  struct file *one = of_fd[fd];
  if (one != NULL && !one->all) {
    int last = one->ranges - 1;
    if (at < 0) one->all = 1;
    else if (last >= 0 && at >= one->from[last] && at <= one->to[last]) {
      if (at + n > one->to[last]) one->to[last] = at + n;
    } else if (one->ranges == MOST_RANGES) one->all = 1;
    else {
      one->from[one->ranges] = at;
      one->to[one->ranges++] = at + n;
    }
  }
  pthread_mutex_unlock(&lock);
}

/* Held: lock. */
static void copy_range(int from, int to, off_t at, off_t end) {
  static char bytes[1 << 16];
  while (at < end) {
    size_t want = (size_t)(end - at) < sizeof bytes ? (size_t)(end - at) : sizeof bytes;
    ssize_t n = pread(from, bytes, want, at);
    if (n <= 0) return;
    REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
    if (real(to, bytes, n, at) != n) die("a copy");
    at += n;
  }
}

static void synced_file(int fd, const struct stat *st) {
  struct file *one = fd < MOST_FDS ? of_fd[fd] : NULL;
  if (one == NULL) return;
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  /* The caller's own may be open for writing alone. */
  int from = raw_open(path, O_RDONLY | O_CLOEXEC);
  if (from < 0) die("a file that was synced");
  REAL(int, "ftruncate", int, off_t);
  if (real(one->copy, st->st_size) != 0) die("a copy");
  if (one->all) copy_range(from, one->copy, 0, st->st_size);
  else
    for (int at = 0; at < one->ranges; at++) copy_range(from, one->copy, one->from[at], one->to[at]);
  one->all = one->ranges = 0;
  close(from);
}

/* What the folder holds now is what its names lead to after a power loss. */
static void synced_folder(const char *path) {
  char to[PATH_MAX], name[PATH_MAX], bytes[PATH_MAX];
  say(to, "%s/tree%s/", shadow, path);
  make_folders(to);
  REAL(int, "unlink", const char *);
  DIR *old = opendir(to);
  for (struct dirent *entry; old && (entry = readdir(old));)
    if (entry->d_type != DT_DIR) {
      say(name, "%s%s", to, entry->d_name);
      real(name);
    }
  if (old) closedir(old);
  DIR *now = opendir(path);
  for (struct dirent *entry; now && (entry = readdir(now));) {
    struct stat st;
    size_t n = strlen(entry->d_name);
    say(name, "%s/%s", path, entry->d_name);
    if (lstat(name, &st) != 0 || !S_ISREG(st.st_mode)) continue;
    if (n > 4 && strcmp(entry->d_name + n - 4, "-shm") == 0) continue;
    file_of(&st);
    copy_name(bytes, st.st_dev, st.st_ino);
    say(name, "%s%s", to, entry->d_name);
    if (link(bytes, name) != 0) die(name);
  }
  if (now) closedir(now);
}

static void synced(int fd) {
  if (root == NULL) return;
  int was = errno;
  struct stat st;
  char path[PATH_MAX];
  if (fstat(fd, &st) == 0) {
    pthread_mutex_lock(&lock);
    if (S_ISREG(st.st_mode)) synced_file(fd, &st);
    else if (S_ISDIR(st.st_mode)) {
      path_of(fd, path);
      if (is_watched(path)) synced_folder(path);
    }
    pthread_mutex_unlock(&lock);
  }
  errno = was;
}

#define OPEN(name)                                         \
  int name(const char *path, int flags, ...) {             \
    REAL(int, #name, const char *, int, ...);              \
    va_list rest;                                          \
    va_start(rest, flags);                                 \
    int fd = real(path, flags, va_arg(rest, int));         \
    va_end(rest);                                          \
    opened(fd);                                            \
    return fd;                                             \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                       \
  int name(int folder, const char *path, int flags, ...) { \
    REAL(int, #name, int, const char *, int, ...);         \
    va_list rest;                                          \
    va_start(rest, flags);                                 \
    int fd = real(folder, path, flags, va_arg(rest, int)); \
    va_end(rest);                                          \
    opened(fd);                                            \
    return fd;                                             \
  }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
  REAL(int, "close", int);
  if (fd >= 0 && fd < MOST_FDS) of_fd[fd] = NULL;
  return real(fd);
}

#define WRITE(name, kind, offset, type)                             \
  ssize_t name(int fd, kind what, type n, off_t at) {               \
    REAL(ssize_t, #name, int, kind, type, off_t);                   \
    ssize_t done = real(fd, what, n, at);                           \
    wrote(fd, at, done);                                            \
    return done;                                                    \
  }
WRITE(pwrite, const void *, at, size_t)
WRITE(pwrite64, const void *, at, size_t)
WRITE(pwritev, const struct iovec *, at, int)
WRITE(pwritev64, const struct iovec *, at, int)

ssize_t write(int fd, const void *what, size_t n) {
  REAL(ssize_t, "write", int, const void *, size_t);
  ssize_t done = real(fd, what, n);
  wrote(fd, -1, done);
  return done;
}

ssize_t writev(int fd, const struct iovec *what, int n) {
  REAL(ssize_t, "writev", int, const struct iovec *, int);
  ssize_t done = real(fd, what, n);
  wrote(fd, -1, done);
  return done;
}

ssize_t sendfile(int to, int from, off_t *at, size_t n) {
  REAL(ssize_t, "sendfile", int, int, off_t *, size_t);
  ssize_t done = real(to, from, at, n);
  wrote(to, -1, done);
  return done;
}

ssize_t sendfile64(int to, int from, off_t *at, size_t n) {
  return sendfile(to, from, at, n);
}

ssize_t copy_file_range(int from, off_t *at, int to, off_t *where, size_t n, unsigned flags) {
  REAL(ssize_t, "copy_file_range", int, off_t *, int, off_t *, size_t, unsigned);
  ssize_t done = real(from, at, to, where, n, flags);
  wrote(to, -1, done);
  return done;
}

#define TRUNCATE(name)                    \
  int name(int fd, off_t size) {          \
    REAL(int, #name, int, off_t);         \
    int done = real(fd, size);            \
    if (done == 0) wrote(fd, -1, 1);      \
    return done;                          \
  }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

#define SYNC(name)                \
  int name(int fd) {              \
    REAL(int, #name, int);        \
    int done = real(fd);          \
    if (done == 0) synced(fd);    \
    return done;                  \
  }
SYNC(fsync)
SYNC(fdatasync)

/* The last name is gone: what comes to have its number is another file. */
static void forget(const char *path) {
  struct stat st;
  char bytes[PATH_MAX];
  if (!is_watched(path) || lstat(path, &st) != 0 || !S_ISREG(st.st_mode) || st.st_nlink > 1) return;
  pthread_mutex_lock(&lock);
  for (struct file **at = &files; *at; at = &(*at)->next)
    if ((*at)->dev == st.st_dev && (*at)->ino == st.st_ino) {
      struct file *gone = *at;
      *at = gone->next;
      for (int fd = 0; fd < MOST_FDS; fd++)
        if (of_fd[fd] == gone) of_fd[fd] = NULL;
      close(gone->copy);
      free(gone);
      break;
    }
  copy_name(bytes, st.st_dev, st.st_ino);
  REAL(int, "unlink", const char *);
  real(bytes);
  pthread_mutex_unlock(&lock);
}

int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  int was = errno;
  forget(path);
  errno = was;
  return real(path);
}

int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  struct stat a, b;
  int was = errno;
  if (is_watched(to) && lstat(from, &a) == 0 && lstat(to, &b) == 0 && a.st_ino != b.st_ino) forget(to);
  errno = was;
  return real(from, to);
}
