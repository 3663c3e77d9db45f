// A card that was read fast to its result line, byte for byte as in general: pieces written once are found again.
#pragma once

#include "portfolio/counted.hpp"
#include "portfolio/fast_card.hpp"

namespace ocop::portfolio {

// Not thread-safe.
class FastResults {
public:
    // False: only the general way knows; `out` is as it was.
    bool write(const FastCard& card, std::string& out, Counted& counted);

private:
    // What findings and recognition of one rule set have been written as.
    struct Pieces {
        Interned<std::string> findings{8192};
        Interned<std::string> recognitions{512};
        std::vector<std::vector<const std::string*>> lacking;  // by leaf, by paper
        std::deque<std::string> kept;
    };

    bool readings();
    bool can_change(const FastReading& reading) const;
    void line(std::string& out);
    void figure(program::Scaled numerator, std::int64_t denominator, std::string& out);
    void parts(std::string& out);
    void blocked_by(std::string& out);
    void recognition(std::string& out);

    void findings(std::string& out);
    void dates();
    void council();
    void criterion(int leaf);
    void facts_against(int leaf, int sheet, int choice);
    int implied(int leaf, int of_case, int sheet) const;  // the option that facts imply; `none`: no option; `unclear`
    void evidence(int leaf, int sheet, int choice);
    void lacking(int leaf, const FastForm::Needs& needs);
    void readings_found();
    batch::Answer answer(int code, int sheet) const;
    int choice_of(int leaf, int sheet) const;
    int case_of(int leaf, int sheet) const;
    bool applies(int leaf, int sheet) const;

    // A finding, unless the card has it already. `a`, `b`, `c` and `sheet` tell it from others of its kind.
    template <class Make>
    void add(Finding::Kind kind, int a, int b, int c, int sheet, Make make);

    const FastCard* card_ = nullptr;
    Counted* counted_ = nullptr;
    Pieces* pieces_ = nullptr;
    batch::Working working_, other_;
    batch::Verdict verdict_;
    std::vector<int> blocked_, changes_;  // minima; readings that change stars
    std::vector<batch::Verdict> others_;  // as FastForm::readings
    std::vector<const std::string*> found_;
    std::vector<std::uint8_t> answers_;
    std::uint64_t told_ = 0;              // papers, of one criterion
    std::string key_;
    std::map<const FastForm*, Pieces> by_form_;
    std::map<std::string, std::string> ids_;
    Interned<std::string> numbers_{65'536};
};

}  // namespace ocop::portfolio
