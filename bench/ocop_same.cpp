// Rates random scorecards in every way there is and says how many results differ.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <string_view>

#include "ways/ways.hpp"

namespace {

constexpr std::size_t at_once = 50'000;  // so that memory is bounded

bool read(std::string_view text, auto& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

void print(const ocop::test::Ways& ways) {
    for (const ocop::test::Form& each : ocop::test::compared_forms()) std::printf("%-36s 1 to %zu sheets\n", each.rule_set.c_str(), each.sheets);
    std::printf("\n");
    for (const auto& [what, cards] : ways.became()) std::printf("%12llu %s\n", static_cast<unsigned long long>(cards), what.c_str());
    std::printf("\n%-46s %12s %12s\n", "compared with rating one by one", "cards", "differences");
    for (const auto& each : ways.ways()) std::printf("%-46s %12llu %12llu\n", each.name.c_str(), static_cast<unsigned long long>(each.cards), static_cast<unsigned long long>(each.differences));
    for (const auto& each : ways.ways())
        if (!each.example.empty()) std::printf("\n%s\n%s", each.name.c_str(), each.example.c_str());
}

}  // namespace

int main(int count, char** words) {
    std::size_t cards = 1'000'000;
    unsigned seed = 26'2026;
    if (count > 3 || (count > 1 && !read(words[1], cards)) || (count > 2 && !read(words[2], seed))) {
        std::fputs("Usage: ocop_same [CARDS [SEED]]\n", stderr);
        return 2;
    }
    const auto begin = std::chrono::steady_clock::now();
    ocop::test::Ways ways(seed);
    for (std::size_t done = 0; done < cards;) {
        const std::size_t more = std::min(at_once, cards - done);
        ways.compare(more);
        done += more;
        std::fprintf(stderr, "%zu cards, %llu differences\n", done, static_cast<unsigned long long>(ways.differences()));
    }
    print(ways);
    std::printf("\n%.0f seconds\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    return ways.differences() == 0 ? 0 : 1;
}
