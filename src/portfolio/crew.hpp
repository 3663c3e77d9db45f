// Threads that rate pieces. They are given out and come back in one order.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "portfolio/rater.hpp"

namespace ocop::portfolio {

class Crew {
public:
    Crew(const Setting& setting, Rules& rules, int threads);
    ~Crew();
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    bool has_room() const { return order_.size() < most_; }  // as many pieces as memory is meant for
    bool idle() const { return order_.empty(); }
    void give(Piece piece);

    struct Done {
        std::uint64_t end;  // bytes of the source up to here
        Rated rated;
    };
    // The piece given longest ago; waits for it. Throws what rating it threw.
    Done take();

    Tally tally() const;  // once all that was given has been taken

private:
    struct Job {
        Piece piece;
        Rated rated;
        std::exception_ptr fault;
        bool done = false;
    };

    void work(Rater& rater);
    Job* next();

    std::size_t most_;
    std::deque<std::unique_ptr<Job>> order_;  // of this thread alone
    std::mutex mutex_;
    std::condition_variable given_, finished_;
    std::deque<Job*> waiting_;
    bool closed_ = false;
    std::vector<std::unique_ptr<Rater>> raters_;
    std::vector<std::jthread> threads_;
};

}  // namespace ocop::portfolio
