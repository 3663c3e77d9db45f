// The one file that knows yaml-cpp: feeds its events to the builder and its exceptions to those who explain them.
// Events rather than YAML::Load: exact marks for keys, tags and anchors seen, nothing built that is refused.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <stdexcept>
#include <streambuf>

#include "yaml/builder.hpp"
#include "yaml/bytes.hpp"
#include "yaml/explain.hpp"
#include "yaml/tree.hpp"

namespace ocop::yaml {
namespace {

// Reads from memory without a copy.
class View : public std::streambuf {
public:
    explicit View(std::string_view text) {
        char* begin = const_cast<char*>(text.data());  // never written to: there is no put area
        setg(begin, begin, begin + text.size());
    }
};

class Events : public YAML::EventHandler {
public:
    Events(Builder& builder, std::size_t shift) : builder_(builder), shift_(shift) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { builder_.null(at(mark)); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { builder_.alias(at(mark)); }
    void OnAnchor(const YAML::Mark& mark, const std::string&) override { builder_.anchor(at(mark)); }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string& value) override {
        builder_.scalar(at(mark), value);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value style) override {
        builder_.start_list(at(mark), style == YAML::EmitterStyle::Flow);
    }
    void OnSequenceEnd() override { builder_.end(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value style) override {
        builder_.start_map(at(mark), style == YAML::EmitterStyle::Flow);
    }
    void OnMapEnd() override { builder_.end(); }

    std::size_t at(const YAML::Mark& mark) const { return shift_ + static_cast<std::size_t>(std::max(0, mark.pos)); }

private:
    Builder& builder_;
    std::size_t shift_;
};

// What follows the document, if anything does: its first event ends the search.
class Afterwards : public YAML::EventHandler {
public:
    struct Found {
        YAML::Mark mark;
    };
    void OnDocumentStart(const YAML::Mark& mark) override { throw Found{mark}; }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}
};

void refuse_more(YAML::Parser& parser, const base::Source& source, std::size_t shift, base::Report& report) {
    try {
        Afterwards afterwards;
        parser.HandleNextDocument(afterwards);
    } catch (const Afterwards::Found& found) {
        report_text_after(source, shift + static_cast<std::size_t>(std::max(0, found.mark.pos)), report);
    }
}

void read(const base::SourcePtr& source, std::size_t shift, Builder& builder, base::Report& report) {
    View view(source->text().substr(shift));
    std::istream stream(&view);
    Events events(builder, shift);
    try {
        YAML::Parser parser(stream);
        if (parser.HandleNextDocument(events)) refuse_more(parser, *source, shift, report);
    } catch (const Builder::Stop&) {
    } catch (const YAML::Exception& fault) {
        explain({fault.msg, events.at(fault.mark)}, *source, builder, report);
    } catch (const std::runtime_error& fault) {  // its inner contradictions
        explain({fault.what(), builder.last_end()}, *source, builder, report);
    }
}

Node empty_document(const base::SourcePtr& source) {
    Node node;
    node.source = source;
    return node;
}

}  // namespace

std::optional<Node> parse(const base::SourcePtr& source, base::Report& report) {
    const std::size_t before = report.errors();
    const auto shift = check_bytes(*source, report);
    if (!shift) return std::nullopt;
    Builder builder(source, report);
    read(source, *shift, builder, report);
    auto root = report.errors() > before ? std::nullopt : builder.take();
    if (report.errors() > before) return std::nullopt;
    return root ? std::move(root) : empty_document(source);
}

}  // namespace ocop::yaml
