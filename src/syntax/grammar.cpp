// The grammar of conditions, one page, in the order of precedence; text in place to a tree. The only file that knows
// Boost.Spirit: what its actions build is in condition_builder.cpp, its words in terminals.cpp, its advice in
// explain_condition.cpp.
#include <boost/spirit/home/x3.hpp>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "syntax/condition_builder.hpp"
#include "syntax/explain_condition.hpp"
#include "syntax/terminals.hpp"

namespace ocop::syntax {
namespace {

namespace x3 = boost::spirit::x3;
using Kind = ConditionNode::Kind;
using Ids = std::vector<NodeId>;

struct builder_tag {};
template <class Context>
ConditionBuilder& builder(const Context& context) { return x3::get<builder_tag>(context); }

std::string_view view(const char* first, const char* last) { return {first, static_cast<std::size_t>(last - first)}; }

// ---- parsers ---------------------------------------------------------------------------------------------------------

// A function of terminals.hpp as a parser; blanks before it are skipped.
template <std::size_t (*scan)(std::string_view)>
struct terminal : x3::parser<terminal<scan>> {
    using attribute_type = Lexeme;
    static constexpr bool has_attribute = true;
    template <class Iterator, class Context, class RContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context&, RContext&, Attribute& attribute) const {
        const char* at = first + scan_blank(view(first, last));
        const std::size_t size = scan(view(at, last));
        if (size == 0) return false;
        x3::traits::move_to(Lexeme{at, at + size}, attribute);
        first = at + size;
        return true;
    }
};

// A keyword or a sign. A sign ends where a longer one does not begin. An opening sign's place is kept for the node that
// it opens.
struct token : x3::parser<token> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    explicit constexpr token(std::string_view text, std::string_view not_before = {}, bool opens = false) : text_(text), not_before_(not_before), opens_(opens) {}
    template <class Iterator, class Context, class RContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RContext&, Attribute&) const {
        const char* at = first + scan_blank(view(first, last));
        const std::string_view rest = view(at, last);
        const bool word = text_[0] >= 'a' && text_[0] <= 'z';
        if (word ? scan_word(rest, text_) == 0 : rest.substr(0, text_.size()) != text_) return false;
        if (rest.size() > text_.size() && not_before_.find(rest[text_.size()]) != std::string_view::npos) return false;
        if (opens_) builder(context).open(at);
        first = at + text_.size();
        return true;
    }
    std::string_view text_, not_before_;
    bool opens_;
};
constexpr token opener(std::string_view text, std::string_view not_before = {}) { return token(text, not_before, true); }

// Counts how deep its subject stands.
template <class Subject>
struct nested_directive : x3::unary_parser<Subject, nested_directive<Subject>> {
    using base_type = x3::unary_parser<Subject, nested_directive<Subject>>;
    static constexpr bool is_pass_through_unary = true;
    static constexpr bool handles_container = Subject::handles_container;
    explicit constexpr nested_directive(const Subject& subject) : base_type(subject) {}
    template <class Iterator, class Context, class RContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RContext& rcontext, Attribute& attribute) const {
        builder(context).enter(first + scan_blank(view(first, last)));
        const bool matched = this->subject.parse(first, last, context, rcontext, attribute);
        builder(context).leave();
        return matched;
    }
};
struct {
    template <class Subject>
    constexpr auto operator[](const Subject& subject) const {
        return nested_directive<typename x3::extension::as_parser<Subject>::value_type>{x3::as_parser(subject)};
    }
} constexpr nested;

// Gives any parser a name for errors, as a rule has. Behind `>` a parser without one would be called by its C++ type.
template <class Subject>
struct named_directive : x3::unary_parser<Subject, named_directive<Subject>> {
    using base_type = x3::unary_parser<Subject, named_directive<Subject>>;
    static constexpr bool is_pass_through_unary = true;
    static constexpr bool handles_container = Subject::handles_container;
    constexpr named_directive(const Subject& subject, const char* what) : base_type(subject), name(what) {}
    template <class Iterator, class Context, class RContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RContext& rcontext, Attribute& attribute) const {
        return this->subject.parse(first, last, context, rcontext, attribute);
    }
    const char* name;
};
struct named {
    const char* name;
    template <class Subject>
    constexpr auto operator[](const Subject& subject) const {
        return named_directive<typename x3::extension::as_parser<Subject>::value_type>{x3::as_parser(subject), name};
    }
};

}  // namespace
}  // namespace ocop::syntax

template <class Subject>
struct boost::spirit::x3::get_info<ocop::syntax::named_directive<Subject>> {
    using result_type = std::string;
    std::string operator()(const ocop::syntax::named_directive<Subject>& directive) const { return directive.name; }
};

namespace ocop::syntax {
namespace {

// ---- actions: `_val` is what the rule has so far, `_attr` what was just read ----------------------------------------

template <int index, class Context>
auto& part(const Context& ctx) { return boost::fusion::at_c<index>(x3::_attr(ctx)); }
// Where reading stands.
template <class Context>
const char* here(const Context& ctx) { return x3::_where(ctx).begin(); }

constexpr auto keep = [](auto& ctx) { x3::_val(ctx) = x3::_attr(ctx); };
template <Kind kind>
constexpr auto fold = [](auto& ctx) { x3::_val(ctx) = builder(ctx).join(kind, {x3::_val(ctx), x3::_attr(ctx)}); };
constexpr auto make_between = [](auto& ctx) { x3::_val(ctx) = builder(ctx).join(Kind::between, {x3::_val(ctx), part<0>(ctx), part<1>(ctx)}); };
constexpr auto make_bare_range = [](auto& ctx) { x3::_val(ctx) = builder(ctx).join(Kind::range, {x3::_val(ctx), x3::_attr(ctx)}); };
constexpr auto make_in = [](auto& ctx) { x3::_val(ctx) = builder(ctx).in(x3::_val(ctx), x3::_attr(ctx)); };
constexpr auto first_test = [](auto& ctx) { x3::_val(ctx) = {x3::_attr(ctx)}; };
constexpr auto make_tests = [](auto& ctx) { x3::_val(ctx) = builder(ctx).several(x3::_val(ctx)[0], x3::_attr(ctx), here(ctx)); };
constexpr auto make_range_test = [](auto& ctx) { x3::_val(ctx) = {builder(ctx).range(x3::_val(ctx)[0], part<0>(ctx), part<1>(ctx))}; };
template <Kind which>
constexpr auto make_test = [](auto& ctx) { x3::_val(ctx) = builder(ctx).single(Kind::test, x3::_attr(ctx), which); };
constexpr auto make_negative = [](auto& ctx) { x3::_val(ctx) = builder(ctx).negative(x3::_attr(ctx)); };
constexpr auto make_range = [](auto& ctx) { x3::_val(ctx) = builder(ctx).range(x3::_val(ctx), part<0>(ctx), part<1>(ctx)); };
constexpr auto make_group = [](auto& ctx) { x3::_val(ctx) = builder(ctx).group(x3::_val(ctx), here(ctx)); };
constexpr auto make_empty_list = [](auto& ctx) { x3::_val(ctx) = builder(ctx).list({}, here(ctx)); };
constexpr auto make_list = [](auto& ctx) {
    Ids items = x3::_attr(ctx);
    items.insert(items.begin(), x3::_val(ctx));
    x3::_val(ctx) = builder(ctx).list(std::move(items), here(ctx));
};
constexpr auto make_number = [](auto& ctx) { x3::_val(ctx) = builder(ctx).number(x3::_attr(ctx)); };
constexpr auto make_string = [](auto& ctx) { x3::_val(ctx) = builder(ctx).string(x3::_attr(ctx)); };
template <Kind kind, bool truth = false>
constexpr auto make_word = [](auto& ctx) { x3::_val(ctx) = builder(ctx).word(x3::_attr(ctx), kind, truth); };
constexpr auto make_name = [](auto& ctx) { x3::_val(ctx) = builder(ctx).name(x3::_attr(ctx)); };
constexpr auto make_labelled = [](auto& ctx) { x3::_val(ctx) = builder(ctx).label(part<0>(ctx), part<1>(ctx)); };
constexpr auto make_call = [](auto& ctx) { x3::_val(ctx) = builder(ctx).call(part<0>(ctx), part<1>(ctx), here(ctx)); };
constexpr auto make_if = [](auto& ctx) { x3::_val(ctx) = builder(ctx).conditional(part<0>(ctx), {part<1>(ctx), part<2>(ctx), part<3>(ctx)}); };
template <Kind kind>
constexpr auto make_loop = [](auto& ctx) { x3::_val(ctx) = builder(ctx).loop(part<0>(ctx), kind, part<1>(ctx), part<2>(ctx)); };

// ---- words -----------------------------------------------------------------------------------------------------------

template <const char* word>
std::size_t scan_keyword(std::string_view text) { return scan_word(text, word); }
constexpr char null_word[] = "null", true_word[] = "true", false_word[] = "false", if_word[] = "if", some_word[] = "some", every_word[] = "every";
std::size_t scan_name(std::string_view text) {
    if (const std::size_t quoted = scan_quoted_name(text)) return quoted;
    const std::size_t size = scan_identifier(text);
    return is_keyword(text.substr(0, size)) ? 0 : size;
}
std::size_t scan_closing(std::string_view text) { return !text.empty() && std::string_view("])[").find(text[0]) != std::string_view::npos ? 1 : 0; }
const terminal<scan_quantity> quantity;
const terminal<scan_string> string;
const terminal<scan_name> name;
const terminal<scan_function> function;
const terminal<scan_parameter> parameter;
const terminal<scan_keyword<null_word>> null_;
const terminal<scan_keyword<true_word>> true_;
const terminal<scan_keyword<false_word>> false_;
const terminal<scan_keyword<if_word>> if_;
const terminal<scan_keyword<some_word>> some;
const terminal<scan_keyword<every_word>> every;

// ---- the grammar -----------------------------------------------------------------------------------------------------
// A rule's name is what an error says was expected.

template <class Tag, class Attribute = NodeId>
using rule = x3::rule<Tag, Attribute>;
using Quiet = x3::unused_type;

const rule<class expression_> expression = "a value";
const rule<class disjunction_> disjunction = "a value";
const rule<class conjunction_> conjunction = "a value";
const rule<class comparison_> comparison = "a value";
const rule<class sum_> sum = "a value";
const rule<class product_> product = "a value";
const rule<class negation_> negation = "a value";
const rule<class negated_> negated = "a value";
const rule<class primary_> primary = "a value";
const rule<class tests_, Ids> tests = "a value, a range, or tests in brackets";
const rule<class more_tests_, Ids> more_tests = "tests";
const rule<class test_> test = "a value, a range, or a comparison";
const rule<class bare_test_> bare_test = "a value, a range, or a comparison";
const rule<class compared_> compared = "a comparison";
const rule<class arguments_, Ids> arguments = "values";
const rule<class argument_> argument = "a value";
const rule<class values_, Ids> values = "values";
const rule<class iterations_, Ids> iterations = "a name";
const rule<class iteration_> iteration = "a name";
const rule<class iterated_> iterated = "a list";
const rule<class closing_, Lexeme> closing = "`]`, `)` or `[` after the upper end of the range";
const rule<class variable_, Lexeme> variable = "a name";
const rule<class then_, Quiet> then_ = "`then`";
const rule<class else_, Quiet> else_ = "`else`";
const rule<class and_, Quiet> and_ = "`and` and the upper end";
const rule<class in_, Quiet> in_ = "`in`";
const rule<class dots_, Quiet> dots = "`..`";
const rule<class satisfies_, Quiet> satisfies = "`satisfies`";
const rule<class close_paren_, Quiet> close_paren = "`,` or `)`";
const rule<class close_square_, Quiet> close_square = "`,` or `]`";

const auto expression_def = nested[
      ((if_ > expression) > then_ > expression > else_ > expression)[make_if]
    | ((some > iterations) > satisfies > expression)[make_loop<Kind::some>]
    | ((every > iterations) > satisfies > expression)[make_loop<Kind::every>]
    | disjunction[keep]];

const auto iterations_def = iteration >> *(token(",") > iteration);
const auto iteration_def = (variable > in_ > iterated)[make_labelled];
const auto iterated_def = sum[keep] >> -(dots > sum)[make_bare_range];

const auto disjunction_def = conjunction[keep] >> *(token("or") > conjunction)[fold<Kind::or_>];
const auto conjunction_def = comparison[keep] >> *(token("and") > comparison)[fold<Kind::and_>];

const auto comparison_def = sum[keep] >> *(
      (token("<=") > sum)[fold<Kind::at_most>]
    | (token(">=") > sum)[fold<Kind::at_least>]
    | (token("<", ">") > sum)[fold<Kind::less>]
    | (token(">") > sum)[fold<Kind::more>]
    | (token("!=") > sum)[fold<Kind::unequal>]
    | (token("=", "=<>!") > sum)[fold<Kind::equal>]
    | ((token("between") > sum) > and_ > sum)[make_between]
    | (token("in") > tests)[make_in]);

// After `in`: one test, or several in brackets. A round bracket may also open a range.
const auto tests_def =
      (opener("(") > named{"a value, a range, or a comparison"}[test[first_test]]
                   > named{"`,`, `)` or `..`"}[(dots > sum > closing)[make_range_test] | (more_tests > close_paren)[make_tests]])
    | bare_test[first_test];
const auto more_tests_def = *(token(",") > test);
const auto test_def = compared[keep] | expression[keep];
const auto bare_test_def = compared[keep] | sum[keep];
const auto compared_def =
      (opener("<=") > sum)[make_test<Kind::at_most>]
    | (opener(">=") > sum)[make_test<Kind::at_least>]
    | (opener("<", ">") > sum)[make_test<Kind::less>]
    | (opener(">") > sum)[make_test<Kind::more>]
    | (opener("!=") > sum)[make_test<Kind::unequal>]
    | (opener("=", "=<>!") > sum)[make_test<Kind::equal>];

const auto sum_def = product[keep] >> *((token("+") > product)[fold<Kind::add>] | (token("-") > product)[fold<Kind::subtract>]);
const auto product_def = negation[keep] >> *((token("*", "*") > negation)[fold<Kind::multiply>] | (token("/", "/*") > negation)[fold<Kind::divide>]);
const auto negation_def = (opener("-") > negated)[make_negative] | primary[keep];
const auto negated_def = nested[negation[keep]];

const auto inner = named{"a value"}[expression[keep]];
const auto primary_def =
      quantity[make_number]
    | string[make_string]
    | null_[make_word<Kind::null>]
    | true_[make_word<Kind::truth, true>]
    | false_[make_word<Kind::truth, false>]
    | ((function >> opener("(")) > arguments > close_paren)[make_call]
    | name[make_name]
    | (opener("[") > named{"a value or `]`"}[close_square[make_empty_list]
                                             | (inner > named{"`,`, `]` or `..`"}[(dots > sum > closing)[make_range] | (values > close_square)[make_list]])])
    | (opener("(") > inner > named{"`)`"}[(dots > sum > closing)[make_range] | close_paren[make_group]])
    | (opener("]") > inner > named{"`..`"}[(dots > sum > closing)[make_range]]);

const auto arguments_def = -(argument >> *(token(",") > argument));
const auto argument_def = ((parameter >> token(":")) > expression)[make_labelled] | expression[keep];
const auto values_def = *(token(",") > expression);

const auto closing_def = terminal<scan_closing>{};
const auto variable_def = name;
const auto then__def = token("then");
const auto else__def = token("else");
const auto and__def = token("and");
const auto in__def = token("in");
const auto dots_def = token("..");
const auto satisfies_def = token("satisfies");
const auto close_paren_def = token(")");
const auto close_square_def = token("]");

BOOST_SPIRIT_DEFINE(expression, disjunction, conjunction, comparison, sum, product, negation, negated, primary, tests, more_tests, test,
                    bare_test, compared, argument, iteration, iterated, arguments, values, iterations, closing, variable, then_, else_,
                    and_, in_, dots, satisfies, close_paren, close_square)

// ---- one condition ---------------------------------------------------------------------------------------------------

class Parse {
public:
    Parse(const base::SourcePtr& source, base::Span span, base::Report& report)
        : source_(source), span_(span), report_(report), builder_(source->text().data()), text_(source->text(span)) {}

    std::optional<Condition> run() {
        if (text_.size() > base::limits::condition_bytes)
            return refuse({text_.data(), end()}, "condition-too-long",
                          fmt::format("a condition may have at most {} bytes, this has {}", base::limits::condition_bytes, text_.size()), {});
        const char* at = text_.data();
        NodeId root = 0;
        try {
            if (!x3::parse(at, end(), x3::with<builder_tag>(builder_)[expression], root)) return expected(at, "a value");
            if (at + scan_blank(view(at, end())) != end()) return expected(at, "the end, or an operator");
        } catch (const x3::expectation_failure<const char*>& failure) {
            return expected(failure.where(), failure.which());
        } catch (const GiveUp& why) {
            return refuse({why.at.begin, std::max(why.at.end, std::min(end(), why.at.begin + 1))}, why.code, why.message, why.help);
        }
        return Condition{source_, span_, builder_.take(), root};
    }

private:
    const char* end() const { return text_.data() + text_.size(); }

    std::optional<Condition> refuse(Lexeme at, std::string_view code, std::string message, std::string help) {
        report_.error(code, source_->place(builder_.span(at.begin, at.end)), std::move(message), std::move(help));
        return std::nullopt;
    }

    std::optional<Condition> expected(const char* at, const std::string& what) {
        at += scan_blank(view(at, end()));
        const std::string_view rest = view(at, end());
        const std::size_t word = word_at(rest);
        const std::string found = rest.empty() ? "the condition ends here" : fmt::format("found `{}`", rest.substr(0, word));
        return refuse({at, at + word}, "condition-syntax", fmt::format("expected {}, {}", what, found), help_for(view(text_.data(), at), rest));
    }

    base::SourcePtr source_;
    base::Span span_;
    base::Report& report_;
    ConditionBuilder builder_;
    std::string_view text_;
};

}  // namespace

std::optional<Condition> parse_condition(const base::SourcePtr& source, base::Span span, base::Report& report) {
    return Parse(source, span, report).run();
}

}  // namespace ocop::syntax
