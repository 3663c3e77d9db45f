// Columns for C: the same structs under other names.
#include "api/c_handles.hpp"

namespace c = ocop::c;
using ocop::batch::FactColumn;

namespace {

// The C++ columns of a call; lists have columns below them.
class Columns {
public:
    explicit Columns(const ocop_cards& from) {
        if ((from.marks == nullptr && from.marks_count > 0) || (from.facts == nullptr && from.facts_count > 0)) throw std::invalid_argument("columns are missing");
        facts_.reserve(from.facts_count);
        for (size_t i = 0; i < from.facts_count; ++i) {
            if (from.facts[i].name == nullptr) throw std::invalid_argument("a fact column has no name");
            facts_.push_back(column(from.facts[i]));
            facts_.back().name = from.facts[i].name;
        }
        out.count = from.count;
        out.sheets = from.sheets;
        out.sheets_of = from.sheets_of;
        out.marks = {from.marks, from.marks_count};
        out.facts = facts_;
    }

    ocop::batch::Cards out;

private:
    FactColumn column(const ocop_fact_column& from) {
        if (from.kind < OCOP_BOOLEAN || from.kind > OCOP_LIST) throw std::invalid_argument("a fact column is of a kind that there is not");
        FactColumn to;
        to.kind = static_cast<FactColumn::Kind>(from.kind);
        to.values = from.values;
        to.validity = from.validity;
        to.offset = from.offset;
        to.decimals = from.decimals;
        to.offsets = from.offsets;
        to.chars = from.chars;
        if (from.kind == OCOP_LIST && from.elements != nullptr) {
            if (from.elements->kind == OCOP_LIST) throw std::invalid_argument("lists of lists are no facts");
            elements_.push_back(std::make_unique<FactColumn>(column(*from.elements)));
            to.elements = elements_.back().get();
        }
        return to;
    }

    std::vector<FactColumn> facts_;
    std::vector<std::unique_ptr<FactColumn>> elements_;
};

// Why columns were refused, for people.
template <class Body>
ocop_status with_columns(ocop_diagnostics** told, Body body) {
    return c::guarded(told, [&] {
        try {
            return body();
        } catch (const std::invalid_argument& why) {
            c::tell({{ocop::Diagnostic::Severity::error, "columns", {}, {why.what(), why.what()}, {}}}, told);
            return OCOP_BAD_ARGUMENT;
        }
    });
}

}  // namespace

ocop_status ocop_batch_new(const ocop_rules* rules, ocop_batch** out) {
    if (out == nullptr) return OCOP_BAD_ARGUMENT;
    *out = nullptr;
    if (rules == nullptr) return OCOP_BAD_ARGUMENT;
    return c::guarded([&] {
        *out = new ocop_batch{ocop::Batch(rules->rules)};
        return OCOP_OK;
    });
}

void ocop_batch_free(ocop_batch* batch) { delete batch; }
size_t ocop_batch_criteria(const ocop_batch* batch) { return batch == nullptr ? 0 : batch->batch.criteria(); }

const char* ocop_batch_criterion(const ocop_batch* batch, size_t criterion) {
    return batch == nullptr || criterion >= batch->batch.criteria() ? nullptr : batch->batch.criterion(criterion).c_str();
}

int ocop_batch_is_wide(const ocop_batch* batch, size_t criterion) {
    return batch != nullptr && criterion < batch->batch.criteria() && batch->batch.is_wide(criterion) ? 1 : 0;
}

ocop_status ocop_batch_code(const ocop_batch* batch, size_t criterion, const char* mark, uint64_t* out) {
    if (out == nullptr) return OCOP_BAD_ARGUMENT;
    *out = 0;
    if (batch == nullptr || mark == nullptr || criterion >= batch->batch.criteria()) return OCOP_BAD_ARGUMENT;
    return c::guarded([&] {
        const auto found = batch->batch.code(criterion, mark);
        *out = found.value_or(0);
        return found ? OCOP_OK : OCOP_REFUSED;
    });
}

size_t ocop_batch_minima(const ocop_batch* batch) { return batch == nullptr ? 0 : batch->batch.minima().size(); }

ocop_status ocop_batch_minimum(const ocop_batch* batch, size_t minimum, size_t* criterion, int* star) {
    if (criterion != nullptr) *criterion = 0;
    if (star != nullptr) *star = 0;
    if (batch == nullptr || criterion == nullptr || star == nullptr || minimum >= batch->batch.minima().size()) return OCOP_BAD_ARGUMENT;
    *criterion = batch->batch.minima()[minimum].criterion;
    *star = batch->batch.minima()[minimum].star;
    return OCOP_OK;
}

ocop_status ocop_batch_rate(const ocop_batch* batch, const ocop_cards* cards, const ocop_results* results, int threads, ocop_diagnostics** told) {
    c::clear(told);
    if (batch == nullptr || cards == nullptr || results == nullptr || threads < 0) return OCOP_BAD_ARGUMENT;
    return with_columns(told, [&] {
        const Columns columns(*cards);
        static_assert(sizeof(ocop::batch::Result) == 1);
        batch->batch.rate(columns.out, {reinterpret_cast<ocop::batch::Result*>(results->outcome), results->stars, results->band, results->total, results->denominator, results->blocking}, threads);
        return OCOP_OK;
    });
}

ocop_status ocop_batch_explain(const ocop_batch* batch, const ocop_cards* cards, size_t card, ocop_language language, ocop_format format, ocop_text** out,
                               ocop_diagnostics** told) {
    c::clear(told);
    if (out == nullptr) return OCOP_BAD_ARGUMENT;
    *out = nullptr;
    if (batch == nullptr || cards == nullptr || !c::known(language) || !c::known(format) || card >= cards->count) return OCOP_BAD_ARGUMENT;
    return with_columns(told, [&] {
        const Columns columns(*cards);
        auto loaded = batch->batch.card(columns.out, card, std::to_string(card));
        c::tell(std::move(loaded.diagnostics), told);
        if (!loaded.scorecard) return OCOP_REFUSED;
        return c::give(c::written(batch->batch.rules().rate(*loaded.scorecard).trail(), language, format), out);
    });
}
