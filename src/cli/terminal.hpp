// What the command stands in: a terminal or a pipe, how wide, with colour or without; and the language of the user.
#pragma once

#include <ocop/text.hpp>

namespace ocop::cli {

enum class Stream { out, err };

bool is_terminal(Stream stream);
// On a terminal, and nobody asked for none (NO_COLOR, TERM=dumb).
bool wants_colour(Stream stream);
// Columns to wrap standard output at: the terminal's, else $COLUMNS, else 100; from 40 to 120.
int width();
// Vietnamese if LC_ALL, LC_MESSAGES or LANG (the first that is set) begins with "vi".
Language user_language();

}  // namespace ocop::cli
