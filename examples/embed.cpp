#include <iostream>

#include <ocop/ocop.hpp>

int main() {
    const ocop::Library rules = ocop::Library::open({"rules"}).value();  // .value() throws LoadError; or look at .diagnostics
    const ocop::RuleSet tea = rules.load("26-2026/food/tea").value();    // immutable; share it between threads
    const ocop::Scorecard card = ocop::Scorecard::load("examples/scorecards/che-shan-tuyet.yaml", tea).value();
    const ocop::Rating rating = tea.rate(card);                          // never throws for what a card can contain

    if (rating.stars()) std::cout << *rating.stars() << " stars\n";
    std::cout << ocop::report::text(rating, ocop::Language::vi);
    std::cout << ocop::report::json_line(rating.summary()) << "\n";
}
