#define _GNU_SOURCE
#include "CTerminalRestore.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static volatile sig_atomic_t terminal = -1;
static struct termios modes;
static char leave[256];
static struct sigaction previous[NSIG];

// Other threads may be drawing: what they write from now on goes nowhere. A descriptor of its own still reaches the
// terminal.
static int keep_to_ourselves(int shared) {
  int own = fcntl(shared, F_DUPFD_CLOEXEC, 0);
  int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (own < 0 || nowhere < 0 || dup3(nowhere, shared, O_CLOEXEC) < 0) return shared;
  return own;
}

// Only calls that are safe in a signal handler.
void restore_terminal_now(void) {
  if (terminal < 0) return;
  int fd = keep_to_ourselves(terminal);
  terminal = -1;
  size_t length = strlen(leave);
  ssize_t written = write(fd, leave, length);
  if (written < 0 && errno == EAGAIN) {
    // Nobody reads what was drawn last: it goes, and CAN ends the sequence that it was cut in.
    tcflush(fd, TCOFLUSH);
    written = write(fd, "\030", 1);
    written = write(fd, leave, length);
  }
  (void)written;
  tcsetattr(fd, TCSANOW, &modes);
}

// Returning runs the trapped instruction again, and so hands the signal to whoever had it before: Swift's
// backtracer. A signal that somebody sent has no such instruction: there is nothing to trace, and it ends the program.
static void crashed(int number, siginfo_t *info, void *context) {
  (void)context;
  restore_terminal_now();
  if (info->si_code > 0) {
    sigaction(number, &previous[number], NULL);
  } else {
    signal(number, SIG_DFL);
    raise(number);
  }
}

static void catch_crashes(void) {
  static const int signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGSEGV, SIGFPE, SIGSYS};
  struct sigaction action = {.sa_sigaction = crashed, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
    struct sigaction now;
    sigaction(signals[i], NULL, &now);
    if (now.sa_sigaction == crashed) continue;
    previous[signals[i]] = now;
    sigaction(signals[i], &action, NULL);
  }
}

void terminal_taken(int fd, const struct termios *before, const char *bytes) {
  terminal = -1;
  modes = *before;
  strncpy(leave, bytes, sizeof leave - 1);
  terminal = fd;
  catch_crashes();
}

void terminal_given_back(void) { terminal = -1; }

int file_in_memory(void) { return memfd_create("migtop", MFD_CLOEXEC); }
