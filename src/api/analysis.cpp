// Reviews of rule sets.
#include <ocop/analysis.hpp>

#include "analysis/reviewing.hpp"
#include "api/state.hpp"

namespace ocop {

struct Review::State {
    analysis::Reviewing reviewing;
};

Review::Review(const Library& library) : state_(std::make_shared<State>(State{analysis::Reviewing(library.state().library)})) {}

void Review::add(std::string_view id) { state_->reviewing.add(std::string(id)); }
void Review::add_file(const std::filesystem::path& file) { state_->reviewing.add_file(file); }
void Review::add_below(const std::filesystem::path& directory) { state_->reviewing.add_below(directory); }
std::vector<Reviewed> Review::run() { return state_->reviewing.run(); }

}  // namespace ocop
