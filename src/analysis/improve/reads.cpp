// Walks over compiled conditions.
#include "analysis/improve/reads.hpp"

#include <algorithm>

namespace ocop::analysis::improve {
namespace {

using program::none;
using program::Program;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

void add(const Program& program, int code, std::vector<bool>& read) {
    if (code == none) return;
    const program::Asked wanted = program::asked(program.code[index(code)]);
    if (wanted.total) std::fill(read.begin(), read.end(), true);
    for (int item : wanted.items) std::fill(read.begin() + program.nodes[index(item)].first_leaf, read.begin() + program.nodes[index(item)].end_leaf, true);
}

}  // namespace

std::vector<bool> leaves_behind(const Program& program, int code) {
    std::vector<bool> read(program.leaves.size(), false), before;
    add(program, code, read);
    while (read != before) {
        before = read;
        for (std::size_t i = 0; i < before.size(); ++i) {
            const program::Leaf& leaf = program.leaves[i];
            for (int at = leaf.first_applies; before[i] && at < leaf.end_applies; ++at) add(program, program.applies[index(at)], read);
            for (int at = leaf.first_case; before[i] && at < leaf.end_case; ++at) add(program, program.cases[index(at)].when, read);
        }
    }
    return read;
}

}  // namespace ocop::analysis::improve
