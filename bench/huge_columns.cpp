// Random cards turned into columns.
#include "huge_columns.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>

namespace workload {
namespace {

constexpr std::size_t page = std::size_t{2} << 20U;

// Columns do not begin at the same place of a page: caches would keep few lines of so many at once.
constexpr std::size_t apart = 192;

}  // namespace

HugePages::HugePages(std::size_t size) : size_((size / page + 2) * page) {
    mapped_ = mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped_ == MAP_FAILED) give_up("there is not enough memory for the columns");
    const std::size_t over = reinterpret_cast<std::uintptr_t>(mapped_) % page;
    data_ = static_cast<std::uint8_t*>(mapped_) + (over == 0 ? 0 : page - over);
    madvise(data_, size_ - page, MADV_HUGEPAGE);  // a wish only
}

HugePages::~HugePages() { munmap(mapped_, size_); }

HugeColumns::HugeColumns(const hand_written::Form& form, std::size_t sheets, std::size_t cards)
    : sheets_(sheets), cards_(cards), marks_(form.used * sheets * (cards + apart)), stars_(cards) {
    Random random(26'2026);
    std::vector<std::vector<hand_written::Card>> councils;
    for (std::size_t n = 0; n < std::min(cards, different); ++n) councils.push_back(random_council(form, sheets, random));
    for (std::size_t c = 0; c < form.used * sheets; ++c) {
        std::uint8_t* column = marks_.data() + c * (cards + apart);
        columns_.push_back(column);
        for (std::size_t n = 0; n < councils.size(); ++n) column[n] = councils[n][c % sheets][c / sheets];
        for (std::size_t n = councils.size(); n < cards; n += different) std::memcpy(column + n, column, std::min(different, cards - n));
    }
    check(form, councils);
}

void HugeColumns::check(const hand_written::Form& form, const std::vector<std::vector<hand_written::Card>>& councils) const {
    hand_written::stars(form, view(), stars());
    for (std::size_t n = 0; n < cards_; ++n) {
        const auto& council = councils[n % different];
        if (n < different && stars()[n] != hand_written::stars(form, council.data(), sheets_)) give_up("columns: card " + std::to_string(n) + " has other stars");
        if (n >= different && stars()[n] != stars()[n % different]) give_up("columns: card " + std::to_string(n) + " differs from its like");
    }
}

}  // namespace workload
