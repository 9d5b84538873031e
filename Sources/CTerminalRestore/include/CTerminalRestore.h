#pragma once
/// Puts the terminal behind fd back as it is now if the program crashes, then lets the crash go on.
void restore_terminal_on_crash(int fd);
