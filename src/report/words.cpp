// Numbers, stars, dates and names as each language has them.
#include "report/words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/labels.hpp"
#include "trail/written.hpp"

namespace ocop::report {
namespace {

constexpr std::size_t longest_fraction = 25;

// Rounded so far that it does not look like another whole number: 69.9999 is never "70".
std::string approximately(const Number& number) {
    for (int places = 2; places <= 12; places += 2) {
        const std::string text = number.rounded(places);
        if (text.find('.') != std::string::npos) return text;
    }
    return number.rounded(12);
}

bool is_date(const std::string& text) {
    if (text.size() != 10) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (i == 4 || i == 7 ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
    return true;
}

std::string repeated(const char* text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

}  // namespace

std::string Words::operator()(Label label) const { return label_text(label).in(language_); }

std::string Words::number(const Number& number) const {
    const std::string exact = number.text();
    const bool fraction = exact.find('/') != std::string::npos;
    if (!fraction && exact.size() <= longest_fraction) return trail::written_number(exact, language_);
    const std::string near = "≈ " + trail::written_number(approximately(number), language_);
    return exact.size() > longest_fraction ? near : exact + " (" + near + ")";
}

std::string Words::rounded(const Number& number) const {
    const std::string exact = number.text(), near = approximately(number);
    return (exact == near ? "" : "≈ ") + trail::written_number(near, language_);
}

std::string Words::number(const std::optional<Number>& number) const { return number ? this->number(*number) : "–"; }

std::string Words::points(const Number& number) const {
    return this->number(number) + " " + pick("điểm", number == Number(1) ? "point" : "points");
}

std::string Words::stars(int stars) const {
    if (stars == 0) return pick("không có sao", "no star");
    return fmt::format("{} {}", stars, pick("sao", stars == 1 ? "star" : "stars"));
}

std::string Words::star_row(int stars, int most) const {
    return repeated("★", std::min(stars, most)) + repeated("☆", std::max(0, most - stars));
}

std::string Words::interval(const TrailBand& band) const {
    const std::string low = number(band.low), high = number(band.high);
    return fmt::format("{} {} {} {}", pick(band.low_open ? "trên" : "từ", band.low_open ? "above" : "from"), low,
                       pick(band.high_open ? "đến dưới" : "đến", band.high_open ? "to under" : "to"), high);
}

std::string Words::date(const std::string& iso) const { return trail::written_date(iso, language_); }

std::string Words::list(const std::vector<std::string>& words) const {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += i + 1 == words.size() ? pick(" và ", " and ") : ", ";
        out += words[i];
    }
    return out;
}

std::string Words::yes_no(std::optional<bool> value) const {
    return (*this)(!value ? Label::not_known : (*value ? Label::holds : Label::holds_not));
}

// A number, alone or as a percentage, and a day; all else as it is.
std::string Words::value(const std::string& value) const {
    if (value == "null") return yes_no(std::nullopt);
    if (value == "true" || value == "false") return yes_no(value == "true");
    if (language_ == Language::en) return value;
    // A unit follows the number without a blank: 50%, 2.25kg.
    const std::size_t end = value.find_first_not_of("-.0123456789");
    const std::string number = value.substr(0, end);
    if (Number::parse(number) && !is_date(value)) return trail::written_number(number, language_) + (end == std::string::npos ? "" : value.substr(end));
    return is_date(value) ? date(value) : value;
}

std::string Words::option(const std::string& id) const {
    if (id == "none") return pick("không mức nào", "no option");
    const auto free = Number::parse(id);
    return free ? points(*free) : (*this)(Label::option) + " " + id;
}

std::string Words::sheet(const Trail& trail, int sheet) const {
    const std::string numbered = fmt::format("{} {}", (*this)(Label::sheet), sheet + 1);
    const auto at = static_cast<std::size_t>(sheet);
    return sheet < 0 || at >= trail.sheets.size() || trail.sheets[at].assessor.empty() ? numbered : numbered + " (" + trail.sheets[at].assessor + ")";
}

std::string Words::sheets(const std::vector<int>& numbers) const {
    std::string out = numbers.size() == 1 ? (*this)(Label::sheet) : pick("phiếu", "sheets");
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
        if (last - i < 2) last = i;  // two alone are no run
        out += (i == 0 ? " " : ", ") + std::to_string(numbers[i]) + (last == i ? "" : "–" + std::to_string(numbers[last]));
        i = last + 1;
    }
    return out;
}

std::string Words::outcome(Outcome outcome) const {
    switch (outcome) {
        case Outcome::rated: return pick("được phân hạng", "rated");
        case Outcome::undecided: return pick("chưa thể phân hạng", "undecided");
        case Outcome::stopped: return pick("dừng đánh giá", "assessment stopped");
        case Outcome::rejected: return pick("hồ sơ bị loại", "dossier rejected");
    }
    return {};
}

std::string Words::authority(Authority authority) const {
    switch (authority) {
        case Authority::commune: return pick("cấp xã", "the commune");
        case Authority::district: return pick("cấp huyện", "the district");
        case Authority::province: return pick("cấp tỉnh", "the province");
        case Authority::ministry: return pick("cấp trung ương", "the ministry");
    }
    return {};
}

std::string Words::level(const std::string& name) const {
    for (const Authority each : {Authority::commune, Authority::district, Authority::province, Authority::ministry})
        if (name == ocop::name(each)) return language_ == Language::vi ? authority(each) : name;
    return name;
}

std::string Words::combine(const std::string& how) const {
    if (how == "mean") return pick("trung bình cộng", "mean");
    if (how == "median") return pick("trung vị", "median");
    if (how == "trimmed mean") return pick("trung bình sau khi bỏ điểm cao nhất và thấp nhất", "trimmed mean");
    return how;
}

std::string Words::effect(TrailGate::Effect effect) const {
    switch (effect) {
        case TrailGate::Effect::reject: return (*this)(Label::reject);
        case TrailGate::Effect::stop: return (*this)(Label::stop);
        case TrailGate::Effect::cap: return (*this)(Label::cap);
    }
    return {};
}

std::string Words::duration(const std::string& certificate) const {
    const std::size_t months = certificate.find(" month");
    return language_ == Language::vi && months != std::string::npos ? certificate.substr(0, months) + " tháng" : certificate;
}

std::string Words::product_key(const std::string& key) const {
    if (key == "name") return (*this)(Label::product);
    if (key == "maker") return (*this)(Label::maker);
    if (key == "commune") return pick("Xã", "Commune");
    if (key == "district") return pick("Huyện", "District");
    if (key == "province") return pick("Tỉnh", "Province");
    return key;
}

std::string Words::fact_type(const std::string& name) const {
    if (name.starts_with("list of ")) return pick("danh sách: ", "list: ") + fact_type(name.substr(8));
    if (name == "boolean") return pick("đúng hoặc sai", "true or false");
    if (name == "number") return pick("số", "number");
    if (name == "string") return pick("chữ", "text");
    if (name == "date") return pick("ngày", "date");
    return name;
}

std::string Words::reading(const TrailReading& reading) const {
    const std::string own = reading.title.in(language_);
    const std::string title = own.empty() ? trail::reading_title(reading.name).in(language_) : own;
    return title.empty() ? reading.name : fmt::format("{} ({})", title, reading.name);
}

std::string Words::choice(const std::string& reading, const std::string& value) const {
    const std::string meaning = trail::choice_meaning(reading, value).in(language_);
    return meaning.empty() ? value : fmt::format("{} ({})", value, meaning);
}

}  // namespace ocop::report
