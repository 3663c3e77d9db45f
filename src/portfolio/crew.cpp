// One lock a piece; each thread counts for itself.
#include "portfolio/crew.hpp"

#include <algorithm>
#include <system_error>

namespace ocop::portfolio {
namespace {

constexpr int threads_most = 256;

int threads_for(int wanted) {
    const auto there = static_cast<int>(std::thread::hardware_concurrency());
    return std::clamp(wanted > 0 ? wanted : there, 1, threads_most);
}

}  // namespace

Crew::Crew(const Setting& setting, Rules& rules, int threads) {
    const int count = threads_for(threads);
    most_ = 2 * static_cast<std::size_t>(count) + 2;
    for (int i = 0; i < count; ++i) raters_.push_back(std::make_unique<Rater>(setting, rules));
    for (const auto& each : raters_)
        try {
            threads_.emplace_back([this, rater = each.get()] { work(*rater); });
        } catch (const std::system_error&) {
            if (threads_.empty()) throw;
            break;  // the system has no more; those that there are do the work
        }
}

Crew::~Crew() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        waiting_.clear();
    }
    given_.notify_all();
    threads_.clear();  // joins: a piece in hand is finished
}

Crew::Job* Crew::next() {
    std::unique_lock lock(mutex_);
    given_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
    if (closed_) return nullptr;
    Job* job = waiting_.front();
    waiting_.pop_front();
    return job;
}

void Crew::work(Rater& rater) {
    while (Job* job = next()) {
        try {
            job->rated = rater.rate(job->piece);
        } catch (...) {
            job->fault = std::current_exception();
        }
        {
            const std::lock_guard lock(mutex_);
            job->done = true;
        }
        finished_.notify_one();
    }
}

void Crew::give(Piece piece) {
    order_.push_back(std::make_unique<Job>());
    order_.back()->piece = std::move(piece);
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(order_.back().get());
    }
    given_.notify_one();
}

Crew::Done Crew::take() {
    const std::unique_ptr<Job>& first = order_.front();
    {
        std::unique_lock lock(mutex_);
        finished_.wait(lock, [&] { return first->done; });
    }
    const std::unique_ptr<Job> job = std::move(order_.front());
    order_.pop_front();
    if (job->fault != nullptr) std::rethrow_exception(job->fault);
    return {job->piece.end, std::move(job->rated)};
}

Tally Crew::tally() const {
    Tally all;
    for (const auto& each : raters_) all += each->tally();
    return all;
}

}  // namespace ocop::portfolio
