// Labels that people must tell apart: options of a list, cases of a criterion, items of a section.
#include <fmt/format.h>

#include <map>

#include "analysis/review.hpp"
#include "base/text.hpp"

namespace ocop::analysis {
namespace {

// What has been seen in one list, by language.
class Labels {
public:
    Labels(std::string where, base::Report& report) : where_(std::move(where)), report_(report) {}

    void add(const std::string& id, const Text& title, const syntax::Written* written, bool is_explained) {
        if (written == nullptr) return;
        const bool repeated = is_repeated("vi", id, title.vi, *written, is_explained);
        is_repeated("en", id, title.en, *written, is_explained, repeated);
    }

private:
    bool is_repeated(const char* language, const std::string& id, const std::string& label, const syntax::Written& written, bool is_explained, bool told = false) {
        const auto [first, added] = seen_.emplace(std::string(language) + base::lower(label), id);
        if (added || told) return !added;
        const syntax::Written* title = written.find("title");
        doubt(report_, is_explained, "label-repeated", title != nullptr ? place_of(*title, language) : written.place(),
              fmt::format("in {} both `{}` and `{}` are called “{}”", where_, first->second, id, label), "say what sets them apart");
        return true;
    }

    std::string where_;
    base::Report& report_;
    std::map<std::string, std::string> seen_;  // label to id
};

}  // namespace

void review_labels(const Subject& subject, base::Report& report) {
    const auto& nodes = subject.rules->nodes;
    std::map<int, Labels> below;  // by parent
    for (const model::Node& node : nodes) {
        const std::string where = node.parent < 0 ? "the parts" : fmt::format("`{}`", nodes[static_cast<std::size_t>(node.parent)].id);
        below.try_emplace(node.parent, where, report).first->second.add(node.id, node.title, subject.item(node.id), explained(node));
        Labels cases(fmt::format("`{}`", node.id), report);
        for (std::size_t k = 0; k < node.cases.size(); ++k) {
            if (node.several_cases()) cases.add(node.cases[k].id, node.cases[k].title, subject.case_(node, k), explained(node));
            Labels options(fmt::format("`{}`", node.id), report);
            for (std::size_t i = 0; i < node.cases[k].options.size(); ++i) {
                const model::Option& option = node.cases[k].options[i];
                options.add(option.id, option.title, subject.option(node, k, i), explained(node) || explained(option));
            }
        }
    }
}

}  // namespace ocop::analysis
