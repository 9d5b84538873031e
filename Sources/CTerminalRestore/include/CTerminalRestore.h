#pragma once
#include <termios.h>

/// From now on the terminal is put back if the program crashes, and the crash goes on then.
///
/// - Parameter leave: What brings a terminal of this type back to the shell; at most 255 bytes of it are kept.
void terminal_taken(int fd, const struct termios *modes, const char *leave);
/// The terminal is as it was: a crash leaves it alone.
void terminal_given_back(void);
/// Puts it back at once, if it is taken. Safe in a signal handler, and beside a thread that draws.
void restore_terminal_now(void);
/// A file in memory without a name; -1 if there is none to be had.
int file_in_memory(void);
