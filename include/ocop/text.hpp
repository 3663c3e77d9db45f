// Words in the two languages of the programme.
#pragma once

#include <string>

namespace ocop {

enum class Language { vi, en };

// One text in Vietnamese and English (UTF-8, NFC). Either may be empty; `in` then gives the other one.
struct Text {
    std::string vi;
    std::string en;

    const std::string& in(Language language) const {
        const std::string& wanted = language == Language::vi ? vi : en;
        return wanted.empty() ? (language == Language::vi ? en : vi) : wanted;
    }
    bool operator==(const Text&) const = default;
};

}  // namespace ocop
