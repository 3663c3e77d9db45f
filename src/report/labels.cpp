// One line a label, in the order of the enumeration.
#include "report/labels.hpp"

#include <array>

namespace ocop::report {
namespace {

struct Entry {
    Label label;
    const char* vi;
    const char* en;
};

constexpr std::array<Entry, static_cast<std::size_t>(Label::count)> table = {{
    {Label::result, "Kết quả phân hạng", "Rating"},
    {Label::to_next_star, "Muốn đạt {} cần", "What {} still need"},
    {Label::missing, "Còn thiếu", "What is missing"},
    {Label::points_by_part, "Điểm theo phần và mục", "Points by part and section"},
    {Label::points_by_criterion, "Điểm theo tiêu chí", "Points by criterion"},
    {Label::steps, "Từ tổng điểm đến số sao", "From the total to the stars"},
    {Label::minima, "Yêu cầu tối thiểu theo số sao", "Minima of each star"},
    {Label::gates, "Điều kiện loại, dừng và giới hạn", "Gates"},
    {Label::readings, "Những chỗ quyết định không nói rõ và cách hiểu đã chọn", "Where the decision is silent: the readings chosen"},
    {Label::facts, "Dữ kiện", "Facts"},
    {Label::findings, "Lưu ý", "Findings"},
    {Label::provenance, "Nguồn gốc và căn cứ", "Provenance"},
    {Label::sheets, "Phiếu chấm của Hội đồng", "The council's sheets"},

    {Label::id, "Mã", "Id"},
    {Label::content, "Nội dung", "Content"},
    {Label::points, "Điểm", "Points"},
    {Label::maximum, "Tối đa", "Max"},
    {Label::state, "Kết quả", "State"},
    {Label::minimum, "Tối thiểu", "Minimum"},
    {Label::share, "So với tối đa", "Of the maximum"},
    {Label::by_sheet, "Từng phiếu", "By sheet"},
    {Label::required, "Cần", "Needs"},
    {Label::reached, "Có", "Has"},
    {Label::needs, "cần", "needs"},
    {Label::has, "có", "has"},
    {Label::sheet, "phiếu", "sheet"},
    {Label::total, "Tổng điểm", "Total"},

    {Label::asked_by, "cần cho", "asked by"},
    {Label::note, "ghi chú", "note"},
    {Label::misprint, "Chỗ in nhầm", "Misprint"},
    {Label::evidence_missing, "thiếu minh chứng", "evidence missing"},
    {Label::holds, "đúng", "true"},
    {Label::holds_not, "sai", "false"},
    {Label::not_known, "chưa biết", "not known"},
    {Label::chosen_here, "đã chọn", "chosen"},
    {Label::marked, "đã chấm", "marked"},

    {Label::met, "đạt", "met"},
    {Label::missed, "chưa đạt", "missed"},
    {Label::waived, "không bắt buộc", "waived"},
    {Label::blocks, "đang chặn", "blocks"},
    {Label::works, "xảy ra", "holds"},
    {Label::works_not, "không xảy ra", "does not hold"},
    {Label::if_it_held, "nếu xảy ra", "if it held"},
    {Label::reject, "loại hồ sơ", "the dossier is rejected"},
    {Label::stop, "dừng đánh giá", "the assessment stops"},
    {Label::cap, "giới hạn số sao", "the stars are capped"},
    {Label::after, "sau mục", "after"},
    {Label::before_all, "trước khi chấm", "before anything is assessed"},

    {Label::unchanged, "kết quả không đổi", "same result"},
    {Label::changed, "kết quả khác", "another result"},
    {Label::no_alternatives, "không có cách hiểu khác được nêu", "no other way to read it is declared"},
    {Label::assumed, "mặc nhiên, hồ sơ không nêu", "assumed, not stated on the scorecard"},

    {Label::rule_set, "Bộ tiêu chí", "Rule set"},
    {Label::decision, "Căn cứ", "Decision"},
    {Label::in_force, "Hiệu lực", "In force"},
    {Label::from_day, "từ ngày", "from"},
    {Label::until_day, "đến trước ngày", "until before"},
    {Label::new_dossiers, "nhận hồ sơ mới đến trước ngày", "new dossiers until before"},
    {Label::scorecard, "Hồ sơ chấm điểm", "Scorecard"},
    {Label::product, "Sản phẩm", "Product"},
    {Label::maker, "Chủ thể", "Maker"},
    {Label::level, "Cấp đánh giá", "Level"},
    {Label::filed_on, "Ngày nộp hồ sơ", "Filed on"},
    {Label::assessed_on, "Ngày đánh giá", "Assessed on"},
    {Label::evidence, "Minh chứng", "Evidence"},
    {Label::council, "Quy tắc của Hội đồng", "Council rules"},
    {Label::own_rules, "của chính bộ tiêu chí", "the rule set's own"},
    {Label::combine, "gộp điểm bằng", "combined by"},
    {Label::quorum, "số phiếu tối thiểu so với số thành viên", "quorum"},
    {Label::spread, "chênh lệch tối đa", "largest spread"},
    {Label::members, "Số thành viên", "Members"},
    {Label::digest, "Mã băm SHA-256", "SHA-256"},
    {Label::engine, "Chương trình", "Engine"},
    {Label::citations, "Trích dẫn không ghi tên quyết định là của", "Citations without a decision's name are of"},
    {Label::none, "không có", "none"},
    {Label::not_given, "không ghi", "not stated"},
    {Label::notes, "Ghi chú của bộ tiêu chí", "Notes of the rule set"},
    {Label::incomplete, "Bộ tiêu chí còn thiếu", "The rule set is incomplete"},

    {Label::case_of, "trường hợp", "case"},
    {Label::option, "mức", "option"},
    {Label::when, "khi", "when"},
    {Label::applies, "chỉ áp dụng khi", "applies only when"},
    {Label::choose_any, "được chọn nhiều mức, cộng điểm đến tối đa", "any number may be chosen; points add up to the maximum"},
    {Label::free_points, "cho điểm tự do trong khoảng", "free points within"},
    {Label::step, "bước điểm", "in steps of"},
    {Label::minimum_for, "tối thiểu của hạng", "least for"},
    {Label::domain, "miền giá trị", "domain"},
    {Label::values, "giá trị", "values"},
    {Label::if_missing, "khi không nêu, lấy là", "taken where not stated"},
    {Label::stars_and_bands, "Hạng sao theo tổng điểm", "Stars by total"},
    {Label::recognition, "Thẩm quyền công nhận", "Recognition"},
    {Label::certificate, "giấy chứng nhận có giá trị", "certificate valid for"},
    {Label::criteria, "Các tiêu chí", "Criteria"},
    {Label::succeeds, "Thay cho", "Succeeds"},
    {Label::attainable, "đạt được nhiều nhất", "attainable"},
    {Label::and_word, "và", "and"},
    {Label::criterion, "Tiêu chí", "Criterion"},
}};

constexpr bool in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].label != static_cast<Label>(i)) return false;
    return true;
}
static_assert(in_order(), "the table has the labels in the order of the enumeration");

}  // namespace

Text label_text(Label label) {
    const Entry& entry = table[static_cast<std::size_t>(label)];
    return {entry.vi, entry.en};
}

}  // namespace ocop::report
