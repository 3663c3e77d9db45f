// How often memory was asked for. A program that links count_allocations.cpp has its operator new and delete replaced by
// counting ones; what C code takes by malloc is not seen.
#pragma once

#include <cstddef>

namespace count_allocations {

// Allocations of this thread so far, and the bytes they asked for.
std::size_t count();
std::size_t bytes();

// Allocations of this thread while `work` ran.
template <class Work>
std::size_t during(Work&& work) {
    const std::size_t before = count();
    work();
    return count() - before;
}

}  // namespace count_allocations
