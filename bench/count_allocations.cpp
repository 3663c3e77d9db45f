// operator new and delete of the whole program, with a count for each thread: no lock, so that timings stay what they were.
#include "count_allocations.hpp"

#include <cstdlib>
#include <new>

namespace {

thread_local constinit std::size_t allocations = 0;
thread_local constinit std::size_t allocated = 0;

void* counted(void* memory, std::size_t size) {
    if (memory == nullptr) throw std::bad_alloc();
    ++allocations;
    allocated += size;
    return memory;
}

void* allocate(std::size_t size) { return counted(std::malloc(size > 0 ? size : 1), size); }

// aligned_alloc wants a multiple of the alignment, and not 0.
void* allocate(std::size_t size, std::align_val_t alignment) {
    const auto to = static_cast<std::size_t>(alignment);
    return counted(std::aligned_alloc(to, (size / to + 1) * to), size);
}

}  // namespace

// Those of arrays end up in these by themselves.
void* operator new(std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, std::align_val_t alignment) { return allocate(size, alignment); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    void* const memory = std::malloc(size > 0 ? size : 1);
    allocations += memory != nullptr;
    allocated += memory != nullptr ? size : 0;
    return memory;
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

namespace count_allocations {

std::size_t count() { return allocations; }
std::size_t bytes() { return allocated; }

}  // namespace count_allocations
