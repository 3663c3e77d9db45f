// A file of scorecards split into cards as written: trees of one shape, whatever format they came in.
#pragma once

#include <string>
#include <vector>

#include <ocop/scorecard.hpp>

#include "base/diagnostics.hpp"
#include "yaml/tree.hpp"

namespace ocop::card {

struct Written {
    std::string id, rule_set, council;  // as far as they can be told
    Place place;
    yaml::Node root;
};

// The cards that could be read; the report says what is wrong with the others.
std::vector<Written> read_cards(const base::SourcePtr& source, CardFormat format, base::Report& report);

// `yaml`, `json`, `ndjson` or `csv`, by the name's ending or else by the first bytes.
CardFormat guess_format(const std::string& name, std::string_view text);

// Members' files of one scorecard become one card, in the order given. What they say apart from sheets must agree.
std::vector<Written> joined(std::vector<Written> cards, base::Report& report);

Written written(yaml::Node root, Place place);

}  // namespace ocop::card
