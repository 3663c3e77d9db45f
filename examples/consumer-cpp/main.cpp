// Rates a scorecard by a rule set that is part of this program, and says why.
#include <iostream>

#include <ocop/ocop.hpp>
#include <ocop_rules.hpp>

int main(int count, char** words) {
    if (count != 2) return 2;
    try {
        const ocop::RuleSet rules = ocop_rules::library().load("26-2026/food/fresh-produce").value();
        const ocop::Scorecard card = ocop::Scorecard::load(words[1], rules).value();
        const ocop::Rating rating = rules.rate(card);
        std::cout << ocop::report::json_line(rating.summary()) << '\n' << ocop::report::text(rating, ocop::Language::en);
    } catch (const ocop::LoadError& error) {
        std::cerr << error.what();
        return 1;
    }
}
