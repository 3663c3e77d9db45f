// Each thread takes the next block until there is none; where results go depends on the cards alone.
#include "batch/run.hpp"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "base/limits.hpp"
#include "batch/fact_check.hpp"
#include "batch/one_by_one.hpp"

namespace ocop::batch {
namespace {

class Worker {
public:
    explicit Worker(const Task& task) : task_(task), room_(task.plan, task.columns, task.cards.sheets, task.cards.count), one_by_one_(task) {}

    std::size_t block() const { return room_.cards(); }

    void rate(std::size_t first, std::size_t count) {
        room_.begin();
        answer_facts(task_, first, count, room_);
        const bool by_columns = rate_block(task_, first, count, room_);
        if (by_columns) write(first, count);
        if (by_columns && !task_.check.needed() && task_.cards.sheets_of == nullptr && task_.results.blocking == nullptr) return left_over(first, count);
        for (std::size_t at = 0; at < count; ++at) {
            if (!by_columns || room_.known[at] == 0 || alone(first + at)) one_by_one_.rate(first, at, room_);
            else if (task_.results.blocking != nullptr) blocking(first, at);
        }
    }

private:
    // Only the cards that columns could not settle: most often none.
    void left_over(std::size_t first, std::size_t count) {
        const std::uint8_t *begin = room_.known.data(), *end = begin + count;
        for (const std::uint8_t* at = begin; at != end; ++at) {
            at = static_cast<const std::uint8_t*>(std::memchr(at, 0, static_cast<std::size_t>(end - at)));
            if (at == nullptr) return;
            one_by_one_.rate(first, static_cast<std::size_t>(at - begin), room_);
        }
    }

    // Cards that have fewer sheets than the columns, or facts that may not be allowed.
    bool alone(std::size_t card) const {
        if (task_.cards.sheets_of != nullptr && task_.cards.sheets_of[card] != task_.cards.sheets) return true;
        return task_.check.needed() && !task_.check.allowed(card);
    }

    void blocking(std::size_t first, std::size_t at) {
        const bool more = is_rated(at) && ((task_.results.stars == nullptr ? room_.stars[at] : task_.results.stars[first + at]) < task_.plan.program->stars.back());
        if (more) one_by_one_.find_blocking(first, at, room_);
        else task_.results.blocking[first + at] = program::none;
    }

    bool is_rated(std::size_t at) const { return !room_.rejected || room_.status[at] == 0; }

    // Stars stand in their column already.
    void without_stars(std::int8_t* to, std::size_t first, std::size_t count) const {
        if (to == nullptr) return;
        const std::uint8_t* status = room_.status.data();
        for (std::size_t at = 0; at < count; ++at) to[first + at] = status[at] == 0 ? to[first + at] : std::int8_t{-1};
    }

    void write(std::size_t first, std::size_t count) const {
        const Results& to = task_.results;
        const auto put = [&](auto* column, auto value) {
            for (std::size_t at = 0; column != nullptr && at < count; ++at) column[first + at] = value(at);
        };
        if (to.outcome != nullptr && room_.rejected) std::memcpy(to.outcome + first, room_.status.data(), count);
        else if (to.outcome != nullptr) std::fill_n(to.outcome + first, count, Result::rated);
        if (to.band != nullptr) std::memcpy(to.band + first, room_.band.data(), count);
        if (room_.rejected) without_stars(to.stars, first, count);
        if (room_.rejected) without_stars(to.band, first, count);
        if (room_.narrow) put(to.total, [&](std::size_t at) { return std::int64_t{room_.small_totals[at]}; });
        else put(to.total, [&](std::size_t at) { return std::int64_t{room_.totals[at]}; });
        const auto denominator = static_cast<std::int64_t>(task_.cards.sheets) * task_.plan.program->scale;
        put(to.denominator, [&](std::size_t) { return denominator; });
    }

    const Task& task_;
    Room room_;
    OneByOne one_by_one_;
};

}  // namespace

void check(const Plan& plan, const Cards& cards) {
    if (cards.sheets < 1 || cards.sheets > base::limits::sheets) throw std::invalid_argument("a card has 1 to " + std::to_string(base::limits::sheets) + " sheets");
    const std::size_t wanted = plan.leaves.size() * cards.sheets;
    if (cards.marks.size() != wanted)
        throw std::invalid_argument(std::to_string(wanted) + " columns of marks are needed, one a criterion and sheet; there are " + std::to_string(cards.marks.size()));
    for (MarkColumn each : cards.marks)
        if (each == nullptr && cards.count > 0) throw std::invalid_argument("a column of marks is null");
    for (std::size_t i = 0; i < plan.leaves.size(); ++i)
        if (!plan.leaves[i].codes.usable()) throw std::invalid_argument("more than 63 options may be ticked together, which no column of marks holds");
}

void rate(const Plan& plan, const Columns& columns, const Cards& cards, const Results& results, int threads, const Loops& loops) {
    check(plan, cards);
    const Facts facts(*plan.program, cards.facts);
    const FactCheck fact_check(*plan.program, facts);
    const Task task{plan, columns, cards, results, facts, fact_check, loops};
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failed;
    std::mutex failing;
    const auto work = [&] {
        try {
            Worker worker(task);
            for (;;) {
                const std::size_t first = next.fetch_add(worker.block());
                if (first >= cards.count) return;
                worker.rate(first, std::min(worker.block(), cards.count - first));
            }
        } catch (...) {
            const std::lock_guard lock(failing);
            failed = std::current_exception();
            next = cards.count;
        }
    };
    const std::size_t most = threads > 0 ? static_cast<std::size_t>(threads) : std::max(1U, std::thread::hardware_concurrency());
    const std::size_t useful = std::min(most, cards.count / 4'096 + 1);
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < useful; ++i) others.emplace_back(work);
    work();
    others.clear();
    if (failed) std::rethrow_exception(failed);
}

}  // namespace ocop::batch
