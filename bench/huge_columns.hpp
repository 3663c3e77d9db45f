// Columns of random marks as large as wanted, on huge pages where the system has them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "form.hpp"
#include "hand_written_columns.hpp"

namespace workload {

// Memory in pages of 2 MiB, freed at the end.
class HugePages {
public:
    explicit HugePages(std::size_t size);
    ~HugePages();
    HugePages(const HugePages&) = delete;
    HugePages& operator=(const HugePages&) = delete;
    std::uint8_t* data() const { return data_; }

private:
    void* mapped_ = nullptr;
    std::size_t size_ = 0;
    std::uint8_t* data_ = nullptr;
};

// columns[criterion * sheets + sheet][card], and room for the stars. The first `different` cards are random, the others repeat them.
// Making them ends the program with a message unless the loop over columns and the loop over cards agree on every one of these.
class HugeColumns {
public:
    static constexpr std::size_t different = 16384;

    HugeColumns(const hand_written::Form& form, std::size_t sheets, std::size_t cards);
    hand_written::Columns view() const { return {columns_.data(), sheets_, cards_}; }
    std::size_t bytes() const { return columns_.size() * cards_; }
    const std::uint8_t* first() const { return marks_.data(); }  // columns lie one after the other
    std::uint8_t* stars() const { return stars_.data(); }

private:
    void check(const hand_written::Form& form, const std::vector<std::vector<hand_written::Card>>& councils) const;

    std::size_t sheets_, cards_;
    HugePages marks_, stars_;
    std::vector<const std::uint8_t*> columns_;
};

}  // namespace workload
