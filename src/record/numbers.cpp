// The order in which a record's numbers are checked. Without a whole form nothing further can be worked out.
#include "record/numbers.hpp"

namespace ocop::record {

Statements check_numbers(const Json& record) {
    Claim whole("form", {"biểu mẫu đầy đủ: mỗi mục đứng sau mục chứa nó, mỗi phiếu một điểm chấm", "the form is whole: every node follows the one above it, with a mark a sheet"});
    const Form form = read_form(record, whole);
    const bool fine = whole.fine();
    Statements out;
    out.push_back(whole.take());
    if (fine) {
        const Calculation c(record, form);
        for (const auto check : {check_marks, check_sheets, check_combination, check_parts, check_rounding, check_gates, check_stop, check_outcome, check_band, check_ceiling,
                                 check_minima, check_stars, check_blocked_by, check_next_band, check_range, check_readings, check_recognition, check_agreement})
            out.push_back(check(c));
    }
    out.push_back(check_copies(record));
    return out;
}

}  // namespace ocop::record
