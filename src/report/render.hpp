// Documents to what people open: lines for a terminal, a Markdown page, an HTML file.
#pragma once

#include <span>
#include <string>

#include <ocop/report.hpp>

#include "report/document.hpp"

namespace ocop::report {

std::string as_text(const Document& document, const Style& style);

// GitHub-flavoured, a line a block; no character of a text takes effect as Markdown or HTML.
std::string as_markdown(const Document& document);

// One file that needs nothing else: all documents one after the other, each on a new page in print. With more than one, a
// table of them stands first.
std::string as_html(std::span<const Document> documents, Language language);

// The style sheet of the HTML.
extern const char* const style_sheet;

}  // namespace ocop::report
