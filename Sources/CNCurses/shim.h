#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

// SwiftPM refuses the -D flags in ncursesw.pc, so the wide interface is asked for here.
#define NCURSES_WIDECHAR 1

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <wchar.h>

#include <ncurses.h>
#include <term.h>

// term.h defines short macros for every capability; these names are needed by Swift code elsewhere.
#undef lines
#undef columns
#undef tab
#undef newline

// Attribute masks: macros with casts, which Swift cannot import.
static const attr_t cnc_bold = A_BOLD;
static const attr_t cnc_dim = A_DIM;
static const attr_t cnc_reverse = A_REVERSE;
static const attr_t cnc_underline = A_UNDERLINE;

// Globals: mutable C variables, which Swift 6 refuses to read.
static inline WINDOW *cnc_stdscr(void) { return stdscr; }
static inline WINDOW *cnc_curscr(void) { return curscr; }
static inline int cnc_color_count(void) { return COLORS; }

// Whether a terminal of this type is known; 1 if it can move its cursor, 0 if not, -1 if unknown.
static inline int cnc_terminal_kind(const char *type, int fd) {
  int found = 0;
  if (setupterm((char *)type, fd, &found) != OK || found != 1) return -1;
  char *move = tigetstr((char *)"cup");
  return move != NULL && move != (char *)-1;
}

// A string of the current terminal's type by its name in terminfo; NULL if it has none. tigetstr says so in two ways.
static inline const char *cnc_capability(const char *name) {
  const char *value = tigetstr((char *)name);
  return value == (const char *)-1 ? NULL : value;
}

// ioctl is variadic.
static inline int cnc_window_size(int fd, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0) return -1;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 0;
}

// wcwidth is hidden without _XOPEN_SOURCE, which the Glibc module does not set.
static inline int cnc_width(wchar_t c) {
  extern int wcwidth(wchar_t);
  return wcwidth(c);
}

#endif
