// The form with its options as comments (YAML), or as a wide row (CSV).
#include "card/form.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ocop::card {
namespace {

std::size_t index(int i) { return static_cast<std::size_t>(i); }

// Titles come from outside: in a comment they must stay on their line.
std::string line(std::string text) {
    std::replace_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return text;
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (char c : line(text)) out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return out + "\"";
}

class YamlForm {
public:
    YamlForm(const program::Program& program, Language language, const std::string& assessor)
        : rules_(*program.rules), language_(language), assessor_(assessor) {}

    std::string write() {
        head();
        facts();
        evidence();
        sheet();
        return std::move(out_);
    }

private:
    std::string_view say(std::string_view vi, std::string_view en) const { return language_ == Language::vi ? vi : en; }
    std::string title(const Text& text) const { return line(text.in(language_)); }
    template <class... Args>
    void add(fmt::format_string<Args...> format, Args&&... args) {
        out_ += fmt::format(format, std::forward<Args>(args)...) + "\n";
    }

    void head() {
        add("# {}: {}", say("Phiếu chấm điểm", "Scorecard"), title(rules_.title));
        add("# {}", say("Ghi sau dấu hai chấm; để trống nghĩa là chưa biết hoặc chưa chấm.", "Write behind the colons; what is left empty is not known, or not assessed yet."));
        add("# {}", say("Điểm chấm là mã của mức (a, b, …) hoặc số điểm của mức; 0 nghĩa là không đạt mức nào.", "A mark is an option's letter or its points; 0 means no option is reached."));
        add("scorecard: {}", say("ho-so-1", "card-1"));
        add("rule_set: {}", rules_.id);
        add("product: {{name: , maker: , commune: , province: }}");
        add("level:        # commune | district | province | ministry");
        add("filed_on:     # 2026-05-30");
        add("assessed_on:  # 2026-06-20");
    }

    std::string kind(const model::Fact& fact) const {
        using Kind = model::Type::Kind;
        const model::Type& type = fact.type.element ? *fact.type.element : fact.type;
        std::string out;
        if (type.kind == Kind::boolean) out = "true | false";
        if (type.kind == Kind::number) out = std::string(say("số", "number")) + (type.unit().empty() ? "" : " " + type.unit());
        if (type.kind == Kind::date) out = "2026-06-20";
        if (type.kind == Kind::string) out = say("văn bản", "text");
        if (type.values) out = fmt::format("{}", fmt::join(*type.values, " | "));
        if (fact.type.element) out = fmt::format("[{}, …]", out);
        if (!fact.domain_text.empty()) out += fmt::format(", {} {}", say("trong", "in"), fact.domain_text);
        if (fact.missing) out += fmt::format(", {} {}", say("bỏ trống là", "left empty:"), base::text(*fact.missing, fact.type.unit()));
        return out;
    }

    void facts() {
        if (rules_.facts.size() == model::slot_declared) return;
        add("facts:");
        for (std::size_t i = model::slot_declared; i < rules_.facts.size(); ++i) {
            const model::Fact& fact = rules_.facts[i];
            const bool plain = fact.name.find_first_of(" .'#:") == std::string::npos;
            add("  {}:  # {} ({})", plain ? fact.name : quoted(fact.name), title(fact.title), line(kind(fact)));
        }
    }

    void evidence() {
        if (rules_.evidence.empty()) return;
        add("evidence:  # {}", say("bỏ dấu # ở trước những minh chứng có trong hồ sơ", "take the # away before what the dossier has"));
        for (const model::Evidence& each : rules_.evidence) add("  # - {}  # {}", each.id, title(each.title));
    }

    void sheet() {
        add("members:      # {}", say("số thành viên hội đồng", "members of the council"));
        add("sheets:");
        add("  - assessor: {}", assessor_.empty() ? "" : quoted(assessor_));
        add("    marks:");
        for (std::size_t i = 0; i < rules_.nodes.size(); ++i) node(rules_.nodes[i]);
    }

    void node(const model::Node& node) {
        const std::string most = (node.max ? *node.max : node.best).text();
        const bool shown = node.kind == TrailNode::Kind::part || !node.leaf();
        if (shown) add("      # ---- {} {} ({} {})", line(node.id), title(node.title), most, say("điểm", "points"));
        if (!node.leaf()) return;
        if (!shown) add("      # {} {} ({} {} {})", line(node.id), title(node.title), say("tối đa", "at most"), most, say("điểm", "points"));
        if (node.applies) add("      #   {} {}", say("chỉ chấm khi", "only where"), line(node.applies->text));
        if (node.score) add("      #   {} [{}..{}]", say("cho điểm trong", "points in"), node.score->low.text(), node.score->high.text());
        if (node.choose_any) add("      #   {}", say("có thể chọn nhiều mức: [a, c]", "several may be ticked: [a, c]"));
        for (const model::Case& each : node.cases) {
            if (!each.id.empty()) add("      #   {}: {}", each.id, title(each.title));
            for (const model::Option& option : each.options) this->option(each, option);
        }
        add("      {}:", quoted(node.id));
    }

    void option(const model::Case& of, const model::Option& option) {
        std::string minima;
        for (const model::Minimum& minimum : option.minima) minima += fmt::format("; {} {} {}", say("tối thiểu cho", "least for"), minimum.star, say("sao", minimum.star == 1 ? "star" : "stars"));
        const std::string id = of.id.empty() ? option.id : of.id + "." + option.id;
        add("      #   {} = {} {}: {}{}", id, option.points.text(), say("điểm", option.points == Number(1) ? "point" : "points"), title(option.title), minima);
    }

    const model::RuleSet& rules_;
    Language language_;
    const std::string& assessor_;
    std::string out_;
};

std::string cell(const std::string& text) {
    if (text.find_first_of(",;\"\n\r") == std::string::npos) return text;
    std::string out = "\"";
    for (char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

}  // namespace

std::string yaml_form(const program::Program& program, Language language, const std::string& assessor) {
    return YamlForm(program, language, assessor).write();
}

std::string csv_form(const program::Program& program, const std::string& assessor) {
    const model::RuleSet& rules = *program.rules;
    std::string header = "scorecard,rule_set,name,maker,commune,province,level,filed_on,assessed_on,members,evidence";
    std::string row = "card-1," + cell(rules.id) + ",,,,,,,,,";
    for (std::size_t i = model::slot_declared; i < rules.facts.size(); ++i) {
        header += "," + cell("fact:" + rules.facts[i].name);
        row += ",";
    }
    header += ",assessor";
    row += "," + cell(assessor);
    for (const program::Leaf& leaf : program.leaves) {
        header += "," + cell(rules.nodes[index(leaf.node)].id);
        row += ",";
    }
    return header + "\n" + row + "\n";
}

}  // namespace ocop::card
