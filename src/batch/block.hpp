// One block of cards by columns: conditions, marks, stars. What columns cannot tell is left to the cards one by one.
#pragma once

#include <memory>
#include <vector>

#include "batch/fact_check.hpp"
#include "batch/facts.hpp"
#include "batch/registers.hpp"

namespace ocop::batch {

// What one run over columns looks at. Shared by its threads.
struct Task {
    const Plan& plan;
    const Columns& columns;
    const Cards& cards;
    const Results& results;
    const Facts& facts;
    const FactCheck& check;
    const Loops& loops;
};

inline constexpr std::size_t block_cards = 65'536;

// Bytes that are written before they are read.
template <class T>
class Column {
public:
    explicit Column(std::size_t size = 0) : at_(std::make_unique_for_overwrite<T[]>(size)) {}
    T* data() { return at_.get(); }
    const T* data() const { return at_.get(); }
    T& operator[](std::size_t i) { return at_[i]; }
    T operator[](std::size_t i) const { return at_[i]; }

private:
    std::unique_ptr<T[]> at_;
};

// Room for one thread, made once a run.
class Room {
public:
    Room(const Plan& plan, const Columns& columns, std::size_t sheets, std::size_t most);  // cards there are

    std::size_t cards() const { return cards_; }  // of one block
    std::uint8_t* bytes();                        // a column that is free until begin(); grows to what one block needs
    void begin() { used_ = 0; }

    bool narrow = false;  // totals are the small ones
    Column<std::uint8_t> small_totals;
    Column<std::uint16_t> totals;
    Column<std::uint8_t> left, capped, known;
    Column<std::uint8_t> status;  // Result, where any card is rejected
    Column<std::int8_t> stars, band;
    bool rejected = false;
    std::vector<const std::uint8_t*> entries;  // [leaf * sheets + sheet]
    std::vector<Answers> answers;              // by code, of facts alone; what is not asked for is `ask`
    std::vector<Answers> stack;

private:
    std::size_t cards_;
    std::size_t used_ = 0;
    std::vector<std::unique_ptr<std::uint8_t[]>> columns_;
};

// Answers of conditions that ask for facts alone.
void answer_facts(const Task& task, std::size_t first, std::size_t count, Room& room);

// One that asks for points too, of one sheet; the entries of the criteria that it asks for stand in the room.
Answers answer_points(const Task& task, const Condition& condition, std::size_t sheet, std::size_t first, std::size_t count, Room& room);

// Whether columns could tell anything: then totals, stars, band, status and known are filled in; known[i] is 0 for each card that has to
// be looked at by itself.
bool rate_block(const Task& task, std::size_t first, std::size_t count, Room& room);

}  // namespace ocop::batch
