// Numbers, dates and the choices of readings as each language writes them.
#pragma once

#include <string>
#include <string_view>

#include <ocop/text.hpp>

namespace ocop::trail {

// An exact number's text: "72.5" is "72,5" in Vietnamese; a fraction stays as it is.
std::string written_number(std::string_view exact, Language language);
// An ISO date: "22/05/2026" in Vietnamese.
std::string written_date(std::string_view iso, Language language);

// What one of the engine's readings decides ("rounding of the total"); both empty for a rule set's own reading.
Text reading_title(std::string_view reading);
// What a choice of one of the engine's readings means ("to 1 decimal, half up"); both empty for any other.
Text choice_meaning(std::string_view reading, std::string_view choice);

}  // namespace ocop::trail
