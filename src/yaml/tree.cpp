// Looking things up in a tree.
#include "yaml/tree.hpp"

namespace ocop::yaml {

const Entry* Node::entry(std::string_view key) const {
    for (const Entry& each : entries)
        if (each.key == key) return &each;
    return nullptr;
}

const Node* Node::find(std::string_view key) const {
    const Entry* found = entry(key);
    return found ? &found->value : nullptr;
}

}  // namespace ocop::yaml
