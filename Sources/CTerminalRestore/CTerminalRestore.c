#include "CTerminalRestore.h"

#include <signal.h>
#include <termios.h>
#include <unistd.h>

static int terminal = -1;
static struct termios modes;
static struct sigaction previous[NSIG];

// Only calls that are safe in a signal handler. Returning runs the trapped instruction again,
// and so hands the signal to whoever had it before: Swift's backtracer. A signal that somebody
// sent has no such instruction, and is sent on.
static void crashed(int signal, siginfo_t *info, void *context) {
  (void)context;
  static const char leave[] = "\033[?2004l\033[?1006;1000l\033[?1049l\033[?25h\033[?1l\033>\033[0m";
  if (terminal >= 0) {
    ssize_t ignored = write(terminal, leave, sizeof leave - 1);
    (void)ignored;
    tcsetattr(terminal, TCSANOW, &modes);
  }
  sigaction(signal, &previous[signal], NULL);
  if (info->si_code <= 0) raise(signal);
}

void restore_terminal_on_crash(int fd) {
  static const int signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGSEGV, SIGFPE};
  struct sigaction action = {.sa_sigaction = crashed, .sa_flags = SA_SIGINFO};
  if (tcgetattr(fd, &modes) == 0) terminal = fd;
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
    sigaction(signals[i], &action, &previous[signals[i]]);
}
