// Walks over compiled conditions.
#include "analysis/improve/reads.hpp"

#include <algorithm>

namespace ocop::analysis::improve {
namespace {

using program::none;
using program::Op;
using program::Program;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

void add(const Program& program, int code, std::vector<bool>& read) {
    if (code == none) return;
    for (const program::Instruction& each : program.code[index(code)].instructions) {
        if (each.op == Op::total) std::fill(read.begin(), read.end(), true);
        if (each.op != Op::points && each.op != Op::option) continue;
        const program::NodeEntry& node = program.nodes[index(each.slot)];
        std::fill(read.begin() + node.first_leaf, read.begin() + node.end_leaf, true);
    }
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

std::vector<int> facts_read(const Program& program, int code) {
    std::vector<int> out;
    if (code == none) return out;
    for (const program::Instruction& each : program.code[index(code)].instructions)
        if (each.op == Op::fact && std::find(out.begin(), out.end(), each.slot) == out.end()) out.push_back(each.slot);
    return out;
}

}  // namespace ocop::analysis::improve
