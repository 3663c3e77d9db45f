// What a trail says about the way ahead: what stands before the next star, what is missing before there can be any.
#pragma once

#include <string>
#include <vector>

#include <ocop/rating.hpp>

namespace ocop::report {

// One thing that stands before the next star. The pointers are into the trail; null where the trail lacks the entry.
struct Obstacle {
    enum class Kind { minimum, points, cap } kind = Kind::minimum;
    std::string id;                         // criterion or gate
    Number points;                          // missing ones, of `points`
    std::vector<const TrailMinimum*> minima;  // of the criterion, that are not met
    const TrailNode* node = nullptr;
    const TrailGate* gate = nullptr;
};

struct Outlook {
    int target = 0;  // the next star; 0 at the top or where the card is not rated
    std::vector<Obstacle> obstacles;
};

Outlook outlook(const Trail& trail);

// What keeps a card undecided.
struct Missing {
    struct Marks {
        const TrailNode* node = nullptr;
        std::vector<int> sheets;  // indices
    };
    struct Unknown {
        std::string text;                 // of the operand, most often a fact's name
        Text title;                       // of the fact
        std::vector<std::string> wanted_by;  // ids of criteria and gates
    };
    std::vector<Marks> marks;
    std::vector<Unknown> facts;
};

Missing missing(const Trail& trail);

const TrailNode* find_node(const Trail& trail, const std::string& id);
const TrailGate* find_gate(const Trail& trail, const std::string& id);
// The gates that decided a rejected or stopped card.
std::vector<const TrailGate*> deciding_gates(const Trail& trail);
// The sum of the parts' maxima; nothing where one has none.
std::optional<Number> total_max(const Trail& trail);
// The highest star there is.
int most_stars(const Trail& trail);

}  // namespace ocop::report
