// Record batches for C: cards in, results out.
#include <algorithm>

#include <ocop/arrow.hpp>

#include "api/arrow_taken.hpp"
#include "api/c_handles.hpp"

namespace c = ocop::c;
namespace batch = ocop::batch;

namespace {

struct Columns {
    explicit Columns(std::size_t count) : outcome(count + 1), stars(count + 1), band(count + 1), total(count + 1), denominator(count + 1), blocking(count + 1) {}
    batch::Results results() { return {outcome.data(), stars.data(), band.data(), total.data(), denominator.data(), blocking.data()}; }

    std::vector<batch::Result> outcome;
    std::vector<std::int8_t> stars, band;
    std::vector<std::int64_t> total, denominator;
    std::vector<std::int32_t> blocking;
};

ocop_status rate(const ocop::Batch& by, ArrowSchema* schema, ArrowArray* array, int threads, ArrowSchema* out_schema, ArrowArray* out_array, ocop_diagnostics** told) {
    ocop::Diagnostics all;
    const auto imported = batch::Imported::from_arrow(by, schema, array, all);
    c::tell(std::move(all), told);
    if (!imported) return OCOP_REFUSED;
    Columns columns(imported.cards().count);
    by.rate(imported.cards(), columns.results(), threads);
    batch::to_arrow(by, imported.cards().count, columns.results(), out_schema, out_array);
    return OCOP_OK;
}

}  // namespace

ocop_status ocop_batch_rate_arrow(const ocop_batch* batch, ArrowSchema* schema, ArrowArray* array, int threads, ArrowSchema* out_schema, ArrowArray* out_array, ocop_diagnostics** told) {
    c::clear(told);
    ocop::arrow::Taken<ArrowSchema> described(schema);
    ocop::arrow::Taken<ArrowArray> held(array);
    if (out_schema != nullptr) *out_schema = {};
    if (out_array != nullptr) *out_array = {};
    if (batch == nullptr || schema == nullptr || array == nullptr || out_schema == nullptr || out_array == nullptr || threads < 0) return OCOP_BAD_ARGUMENT;
    return c::guarded(told, [&] { return rate(batch->batch, &*described, &*held, threads, out_schema, out_array, told); });
}
