// Points as texts: those of small figures are worked out once.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "portfolio/fast_line.hpp"
#include "program/program.hpp"

namespace ocop::portfolio {

class PointTexts {
public:
    explicit PointTexts(const program::Program& program) : program_(program), known_(most_denominator + 1) {}

    // numerator / denominator, in units of Program::scale, without quotes.
    void put(program::Scaled numerator, std::int64_t denominator, Line& line) {
        if (denominator <= most_denominator && static_cast<std::uint64_t>(numerator) < most_numerator) {
            const std::vector<Short>& of = known_[static_cast<std::size_t>(denominator)];
            const auto at = static_cast<std::size_t>(numerator);
            if (at < of.size() && of[at].size != 0) return line.put_padded(of[at].text.data(), of[at].size);
        }
        work_out(numerator, denominator, line);
    }

private:
    static constexpr std::int64_t most_denominator = 16;
    static constexpr std::uint64_t most_numerator = 1U << 15U;
    struct Short {
        std::array<char, Fragment::block> text{};
        std::size_t size = 0;
    };

    void work_out(program::Scaled numerator, std::int64_t denominator, Line& line);

    const program::Program& program_;
    std::vector<std::vector<Short>> known_;  // by denominator, numerator
};

}  // namespace ocop::portfolio
