// Declines every card.
#include "portfolio/fast.hpp"

namespace ocop::portfolio {

bool FastReader::rate(std::string_view, std::string&, Counted&) {
    static_cast<void>(rules_);
    return false;
}

bool FastReader::rate(const card::CsvHeader&, std::string_view, std::string&, Counted&) { return false; }

}  // namespace ocop::portfolio
