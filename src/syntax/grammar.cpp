// The grammar of conditions, one page, in the order of precedence. The only file that knows Boost.Spirit.
#include <boost/spirit/home/x3.hpp>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "syntax/condition.hpp"
#include "syntax/terminals.hpp"

namespace ocop::syntax {
namespace {

namespace x3 = boost::spirit::x3;
using Kind = ConditionNode::Kind;
using Ids = std::vector<NodeId>;

struct Lexeme {
    const char* begin = nullptr;
    const char* end = nullptr;
    std::string_view text() const { return {begin, static_cast<std::size_t>(end - begin)}; }
};

// Why a parse was given up for a reason that is not in the grammar.
struct GiveUp {
    const char* at;
    std::string code, message, help;
};

// Appends nodes, children first.
struct Builder {
    const char* file = nullptr;  // first byte of the source
    std::vector<ConditionNode> nodes;
    std::vector<const char*> opened;  // brackets not yet closed
    std::size_t depth = 0;

    base::Span span(const char* begin, const char* end) const {
        return {static_cast<std::uint32_t>(begin - file), static_cast<std::uint32_t>(end - file)};
    }
    NodeId add(ConditionNode node, const char* begin, const char* end) {
        if (nodes.size() >= base::limits::condition_nodes)
            throw GiveUp{begin, "condition-too-large", fmt::format("a condition may have at most {} parts", base::limits::condition_nodes), ""};
        node.span = span(begin, end);
        nodes.push_back(std::move(node));
        return static_cast<NodeId>(nodes.size() - 1);
    }
    const char* begin_of(NodeId id) const { return file + nodes[id].span.begin; }
    const char* end_of(NodeId id) const { return file + nodes[id].span.end; }
    const char* close() {
        const char* begin = opened.back();
        opened.pop_back();
        return begin;
    }
};

struct builder_tag {};
template <class Context>
Builder& builder(const Context& context) { return x3::get<builder_tag>(context); }

std::string_view view(const char* first, const char* last) { return {first, static_cast<std::size_t>(last - first)}; }

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

// A keyword or a sign. A sign ends where a longer one does not begin.
struct token : x3::parser<token> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    constexpr token(std::string_view text, std::string_view not_before = {}) : text_(text), not_before_(not_before) {}
    template <class Iterator, class Context, class RContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context&, RContext&, Attribute&) const {
        const char* at = first + scan_blank(view(first, last));
        const std::string_view rest = view(at, last);
        const bool word = text_[0] >= 'a' && text_[0] <= 'z';
        if (word ? scan_word(rest, text_) == 0 : rest.substr(0, text_.size()) != text_) return false;
        if (rest.size() > text_.size() && not_before_.find(rest[text_.size()]) != std::string_view::npos) return false;
        first = at + text_.size();
        return true;
    }
    std::string_view text_, not_before_;
};

// Where a bracket opens.
struct opener : x3::parser<opener> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    explicit constexpr opener(char sign) : sign_(sign) {}
    template <class Iterator, class Context, class RContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RContext&, Attribute&) const {
        const char* at = first + scan_blank(view(first, last));
        if (at == last || *at != sign_) return false;
        builder(context).opened.push_back(at);
        first = at + 1;
        return true;
    }
    char sign_;
};

// Counts how deep its subject stands.
template <class Subject>
struct nested_directive : x3::unary_parser<Subject, nested_directive<Subject>> {
    using base_type = x3::unary_parser<Subject, nested_directive<Subject>>;
    static constexpr bool is_pass_through_unary = true;
    static constexpr bool handles_container = Subject::handles_container;
    explicit constexpr nested_directive(const Subject& subject) : base_type(subject) {}
    template <class Iterator, class Context, class RContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RContext& rcontext, Attribute& attribute) const {
        Builder& built = builder(context);
        if (built.depth >= base::limits::condition_depth)
            throw GiveUp{first, "condition-too-deep", fmt::format("brackets and operators may nest at most {} deep", base::limits::condition_depth),
                         "split the condition, or name a part of it as a fact"};
        ++built.depth;
        const bool matched = this->subject.parse(first, last, context, rcontext, attribute);
        --built.depth;
        return matched;
    }
};
struct nested_generator {
    template <class Subject>
    constexpr auto operator[](const Subject& subject) const {
        return nested_directive<typename x3::extension::as_parser<Subject>::value_type>{x3::as_parser(subject)};
    }
};
constexpr nested_generator nested{};

// Gives alternatives a name for errors, as a rule has one.
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

// ---- what the grammar's actions build --------------------------------------------------------------------------------

constexpr auto keep = [](auto& ctx) { x3::_val(ctx) = x3::_attr(ctx); };

// `_val` and the attribute become the two sides.
template <Kind kind>
constexpr auto fold = [](auto& ctx) {
    Builder& b = builder(ctx);
    ConditionNode node;
    node.kind = kind;
    node.children = {x3::_val(ctx), x3::_attr(ctx)};
    const char* begin = b.begin_of(node.children[0]);
    const char* end = b.end_of(node.children[1]);
    x3::_val(ctx) = b.add(std::move(node), begin, end);
};

constexpr auto make_between = [](auto& ctx) {
    Builder& b = builder(ctx);
    ConditionNode node;
    node.kind = Kind::between;
    node.children = {x3::_val(ctx), boost::fusion::at_c<0>(x3::_attr(ctx)), boost::fusion::at_c<1>(x3::_attr(ctx))};
    const char* begin = b.begin_of(node.children[0]);
    const char* end = b.end_of(node.children[2]);
    x3::_val(ctx) = b.add(std::move(node), begin, end);
};

// The tests came as one node: a list of tests in brackets, or a single one.
constexpr auto make_in = [](auto& ctx) {
    Builder& b = builder(ctx);
    const NodeId tests = x3::_attr(ctx);
    ConditionNode node;
    node.kind = Kind::in;
    node.children = {x3::_val(ctx)};
    const char* begin = b.begin_of(x3::_val(ctx));
    const char* end = b.end_of(tests);
    if (tests + 1 == b.nodes.size() && b.nodes[tests].kind == Kind::in && b.nodes[tests].several && b.nodes[tests].names.size() == 1) {
        const ConditionNode list = std::move(b.nodes.back());
        b.nodes.pop_back();
        node.several = true;
        node.children.insert(node.children.end(), list.children.begin(), list.children.end());
    } else {
        node.children.push_back(tests);
    }
    x3::_val(ctx) = b.add(std::move(node), begin, end);
};

constexpr auto make_tests = [](auto& ctx) {
    Builder& b = builder(ctx);
    ConditionNode node;
    node.kind = Kind::in;  // taken apart by make_in
    node.several = true;
    node.names = {"tests"};
    node.children = {x3::_val(ctx)};
    const Ids& more = x3::_attr(ctx);
    node.children.insert(node.children.end(), more.begin(), more.end());
    const char* begin = b.close();
    x3::_val(ctx) = b.add(std::move(node), begin, x3::_where(ctx).begin());
};

template <Kind which>
constexpr auto make_test = [](auto& ctx) {
    Builder& b = builder(ctx);
    ConditionNode node;
    node.kind = Kind::test;
    node.test = which;
    node.children = {x3::_attr(ctx)};
    const char* begin = b.begin_of(node.children[0]);
    const char* end = b.end_of(node.children[0]);
    x3::_val(ctx) = b.add(std::move(node), begin, end);
};

constexpr auto make_negative = [](auto& ctx) {
    Builder& b = builder(ctx);
    ConditionNode node;
    node.kind = Kind::negate;
    node.children = {x3::_attr(ctx)};
    const char* begin = b.close();
    const char* end = b.end_of(node.children[0]);
    x3::_val(ctx) = b.add(std::move(node), begin, end);
};

// `..`, the upper end and its bracket; `_val` is the lower end. Tells whether the bracket leaves the end out.
constexpr auto make_range = [](auto& ctx) {
    Builder& b = builder(ctx);
    ConditionNode node;
    node.kind = Kind::range;
    node.children = {x3::_val(ctx), boost::fusion::at_c<0>(x3::_attr(ctx))};
    const Lexeme closing = boost::fusion::at_c<1>(x3::_attr(ctx));
    const char* begin = b.close();
    node.low_open = *begin != '[';
    node.high_open = *closing.begin != ']';
    x3::_val(ctx) = b.add(std::move(node), begin, closing.end);
};

constexpr auto make_empty_list = [](auto& ctx) {
    Builder& b = builder(ctx);
    ConditionNode node;
    node.kind = Kind::list;
    const char* begin = b.close();
    x3::_val(ctx) = b.add(std::move(node), begin, x3::_where(ctx).begin());
};

constexpr auto make_list = [](auto& ctx) {
    Builder& b = builder(ctx);
    ConditionNode node;
    node.kind = Kind::list;
    node.children = {x3::_val(ctx)};
    const Ids& more = x3::_attr(ctx);
    node.children.insert(node.children.end(), more.begin(), more.end());
    const char* begin = b.close();
    x3::_val(ctx) = b.add(std::move(node), begin, x3::_where(ctx).begin());
};

// Parentheses only group, but the place shown is theirs.
constexpr auto make_group = [](auto& ctx) {
    Builder& b = builder(ctx);
    const char* begin = b.close();
    b.nodes[x3::_val(ctx)].span = b.span(begin, x3::_where(ctx).begin());
};

// A number with its unit right behind it.
std::size_t scan_quantity(std::string_view text) {
    const std::size_t number = scan_number(text);
    return number == 0 ? 0 : number + scan_unit(text.substr(number));
}

constexpr auto make_number = [](auto& ctx) {
    const Lexeme lexeme = x3::_attr(ctx);
    const std::size_t digits = scan_number(lexeme.text());
    const auto number = Number::parse(lexeme.text().substr(0, digits));
    if (!number)
        throw GiveUp{lexeme.begin, "number-too-large", fmt::format("a number may have at most {} digits", base::limits::number_digits), ""};
    ConditionNode node;
    node.kind = Kind::number;
    node.number = *number;
    node.unit = base::nfc(lexeme.text().substr(digits));
    x3::_val(ctx) = builder(ctx).add(std::move(node), lexeme.begin, lexeme.end);
};

constexpr auto make_string = [](auto& ctx) {
    const Lexeme lexeme = x3::_attr(ctx);
    auto text = unescaped(lexeme.text());
    if (!text)
        throw GiveUp{lexeme.begin, "bad-escape", "this text has an escape that means nothing",
                     "the escapes are \\\" \\\\ \\n \\t \\r \\uXXXX and \\UXXXXXX"};
    ConditionNode node;
    node.kind = Kind::string;
    node.text = base::nfc(*text);
    x3::_val(ctx) = builder(ctx).add(std::move(node), lexeme.begin, lexeme.end);
};

template <Kind kind, bool truth = false>
constexpr auto make_word = [](auto& ctx) {
    const Lexeme lexeme = x3::_attr(ctx);
    ConditionNode node;
    node.kind = kind;
    node.truth = truth;
    x3::_val(ctx) = builder(ctx).add(std::move(node), lexeme.begin, lexeme.end);
};

constexpr auto make_name = [](auto& ctx) {
    const Lexeme lexeme = x3::_attr(ctx);
    std::string_view text = lexeme.text();
    if (text.front() == '\'') text = text.substr(1, text.size() - 2);
    ConditionNode node;
    node.kind = Kind::name;
    node.text = base::nfc(text);
    x3::_val(ctx) = builder(ctx).add(std::move(node), lexeme.begin, lexeme.end);
};

// An argument keeps its name in a node of its own until the call takes it up.
constexpr auto make_named = [](auto& ctx) {
    Builder& b = builder(ctx);
    const Lexeme lexeme = boost::fusion::at_c<0>(x3::_attr(ctx));
    ConditionNode node;
    node.kind = Kind::test;
    node.text = folded(lexeme.text());
    node.children = {boost::fusion::at_c<1>(x3::_attr(ctx))};
    const char* end = b.end_of(node.children[0]);
    x3::_val(ctx) = b.add(std::move(node), lexeme.begin, end);
};

constexpr auto make_call = [](auto& ctx) {
    Builder& b = builder(ctx);
    const Lexeme lexeme = boost::fusion::at_c<0>(x3::_attr(ctx));
    b.close();
    ConditionNode node;
    node.kind = Kind::call;
    node.text = folded(lexeme.text());
    for (const NodeId argument : boost::fusion::at_c<1>(x3::_attr(ctx))) {
        const ConditionNode& given = b.nodes[argument];
        const bool named = given.kind == Kind::test && !given.text.empty();
        if (named && node.names.empty()) node.names.resize(node.children.size());
        if (named || !node.names.empty()) node.names.push_back(named ? given.text : std::string());
        node.children.push_back(named ? given.children[0] : argument);
    }
    if (node.text == "not" && node.children.size() == 1 && node.names.empty()) node.kind = Kind::not_;
    x3::_val(ctx) = b.add(std::move(node), lexeme.begin, x3::_where(ctx).begin());
};

constexpr auto make_if = [](auto& ctx) {
    ConditionNode node;
    node.kind = Kind::if_;
    node.children = {boost::fusion::at_c<1>(x3::_attr(ctx)), boost::fusion::at_c<2>(x3::_attr(ctx)), boost::fusion::at_c<3>(x3::_attr(ctx))};
    x3::_val(ctx) = builder(ctx).add(std::move(node), boost::fusion::at_c<0>(x3::_attr(ctx)).begin, x3::_where(ctx).begin());
};

// `some x in xs, y in ys satisfies …`: the variables, then the lists and what they satisfy.
template <Kind kind>
constexpr auto make_loop = [](auto& ctx) {
    Builder& b = builder(ctx);
    ConditionNode node;
    node.kind = kind;
    for (const NodeId iteration : boost::fusion::at_c<1>(x3::_attr(ctx))) {
        node.names.push_back(b.nodes[iteration].text);
        node.children.push_back(b.nodes[iteration].children[0]);
    }
    node.children.push_back(boost::fusion::at_c<2>(x3::_attr(ctx)));
    x3::_val(ctx) = b.add(std::move(node), boost::fusion::at_c<0>(x3::_attr(ctx)).begin, x3::_where(ctx).begin());
};

// `1..5` after `in`: a range without brackets has both its ends.
constexpr auto make_bare_range = [](auto& ctx) {
    Builder& b = builder(ctx);
    ConditionNode node;
    node.kind = Kind::range;
    node.children = {x3::_val(ctx), x3::_attr(ctx)};
    const char* begin = b.begin_of(node.children[0]);
    const char* end = b.end_of(node.children[1]);
    x3::_val(ctx) = b.add(std::move(node), begin, end);
};

template <const char* word>
std::size_t scan_keyword(std::string_view text) { return scan_word(text, word); }
constexpr char null_word[] = "null", true_word[] = "true", false_word[] = "false", if_word[] = "if", some_word[] = "some", every_word[] = "every";

std::size_t scan_name(std::string_view text) {
    if (const std::size_t quoted = scan_quoted_name(text)) return quoted;
    const std::size_t size = scan_identifier(text);
    return is_keyword(text.substr(0, size)) ? 0 : size;
}
std::size_t scan_closing(std::string_view text) { return !text.empty() && std::string_view("])[").find(text[0]) != std::string_view::npos ? 1 : 0; }

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
const rule<class primary_> primary = "a value";
const rule<class tests_> tests = "a value, a range, or tests in brackets";
const rule<class test_> test = "a value, a range, or a comparison";
const rule<class argument_> argument = "a value";
const rule<class iteration_> iteration = "a name, `in` and a list";
const rule<class iterated_> iterated = "a list";
const rule<class arguments_, Ids> arguments = "values";
const rule<class values_, Ids> values = "values";
const rule<class more_tests_, Ids> more_tests = "tests";
const rule<class iterations_, Ids> iterations = "a name, `in` and a list";
const rule<class closing_, Lexeme> closing = "`]`, `)` or `[` after the upper end of the range";
const rule<class variable_, Lexeme> variable = "a name";
const rule<class then_, Quiet> then_ = "`then`";
const rule<class else_, Quiet> else_ = "`else`";
const rule<class and_, Quiet> and_ = "`and` and the upper end";
const rule<class in_, Quiet> in_ = "`in`";
const rule<class dots_, Quiet> dots = "`..`";
const rule<class satisfies_, Quiet> satisfies = "`satisfies`";
const rule<class close_paren_, Quiet> close_paren = "`)`";
const rule<class close_square_, Quiet> close_square = "`]` or `,`";

const auto closing_def = terminal<scan_closing>{};
const auto variable_def = terminal<scan_name>{};
const auto then__def = token("then");
const auto else__def = token("else");
const auto and__def = token("and");
const auto in__def = token("in");
const auto dots_def = token("..");
const auto satisfies_def = token("satisfies");
const auto close_paren_def = token(")");
const auto close_square_def = token("]");
const token comma(",");

const auto expression_def = nested[
      ((terminal<scan_keyword<if_word>>{} > expression) > then_ > expression > else_ > expression)[make_if]
    | ((terminal<scan_keyword<some_word>>{} > iterations) > satisfies > expression)[make_loop<Kind::some>]
    | ((terminal<scan_keyword<every_word>>{} > iterations) > satisfies > expression)[make_loop<Kind::every>]
    | disjunction[keep]];

const auto iterations_def = iteration >> *(comma > iteration);
const auto iterated_def = sum[keep] >> -(dots > sum)[make_bare_range];
const auto iteration_def = (variable > in_ > iterated)[([](auto& ctx) {
    Builder& b = builder(ctx);
    const Lexeme lexeme = boost::fusion::at_c<0>(x3::_attr(ctx));
    ConditionNode node;
    node.kind = Kind::test;
    node.text = base::nfc(lexeme.text().front() == '\'' ? lexeme.text().substr(1, lexeme.text().size() - 2) : lexeme.text());
    node.children = {boost::fusion::at_c<1>(x3::_attr(ctx))};
    x3::_val(ctx) = b.add(std::move(node), lexeme.begin, lexeme.end);
})];

const auto disjunction_def = conjunction[keep] >> *(token("or") > conjunction)[fold<Kind::or_>];
const auto conjunction_def = comparison[keep] >> *(token("and") > comparison)[fold<Kind::and_>];

const auto comparison_def = sum[keep] >> *(
      (token("<=") > sum)[fold<Kind::at_most>]
    | (token(">=") > sum)[fold<Kind::at_least>]
    | (token("<", ">") > sum)[fold<Kind::less>]
    | (token(">") > sum)[fold<Kind::more>]
    | (token("!=") > sum)[fold<Kind::unequal>]
    | (token("=", "=>") > sum)[fold<Kind::equal>]
    | ((token("between") > sum) > and_ > sum)[make_between]
    | (token("in") > tests)[make_in]);

const auto tests_def =
      (opener('(') > test[keep] > named{"`,`, `)` or `..`"}[  (dots > sum > closing)[make_range]
                                                          | (more_tests > close_paren)[make_tests]])
    | test[keep];
const auto more_tests_def = *(comma > test);
const auto test_def =
      (token("<=") > sum)[make_test<Kind::at_most>]
    | (token(">=") > sum)[make_test<Kind::at_least>]
    | (token("<") > sum)[make_test<Kind::less>]
    | (token(">") > sum)[make_test<Kind::more>]
    | (token("!=") > sum)[make_test<Kind::unequal>]
    | (token("=") > sum)[make_test<Kind::equal>]
    | sum[keep];

const auto sum_def = product[keep] >> *((token("+") > product)[fold<Kind::add>] | (token("-") > product)[fold<Kind::subtract>]);
const auto product_def = negation[keep] >> *((token("*", "*") > negation)[fold<Kind::multiply>] | (token("/", "/*") > negation)[fold<Kind::divide>]);
const auto negation_def = nested[(opener('-') > negation)[make_negative] | primary[keep]];

const auto primary_def =
      terminal<scan_quantity>{}[make_number]
    | terminal<scan_string>{}[make_string]
    | terminal<scan_keyword<null_word>>{}[make_word<Kind::null>]
    | terminal<scan_keyword<true_word>>{}[make_word<Kind::truth, true>]
    | terminal<scan_keyword<false_word>>{}[make_word<Kind::truth, false>]
    | ((terminal<scan_function>{} >> opener('(')) > arguments > close_paren)[make_call]
    | terminal<scan_name>{}[make_name]
    | (opener('[') > named{"a value or `]`"}[close_square[make_empty_list]
                                             | (expression[keep] > ((dots > sum > closing)[make_range] | (values > close_square)[make_list]))])
    | (opener('(') > expression[keep] > named{"`)`"}[(dots > sum > closing)[make_range] | close_paren[make_group]])
    | (opener(']') > expression[keep] > (dots > sum > closing)[make_range]);

const auto arguments_def = -(argument >> *(comma > argument));
const auto argument_def = ((terminal<scan_parameter>{} >> token(":")) > expression)[make_named] | expression[keep];
const auto values_def = *(comma > expression);

BOOST_SPIRIT_DEFINE(expression, disjunction, conjunction, comparison, sum, product, negation, primary, tests, test, argument,
                    iteration, iterated, arguments, values, more_tests, iterations, closing, variable, then_, else_, and_, in_, dots,
                    satisfies, close_paren, close_square)


// Usual slips, by what stands where the parse stopped.
struct Slip {
    std::string_view sign, help;
};
constexpr Slip slips[] = {
    {"==", "equality is written with one `=`"},
    {"=>", "write `>=`"},
    {"=<", "write `<=`"},
    {"<>", "inequality is written `!=`"},
    {"&&", "write `and`"},
    {"||", "write `or`"},
    {"!", "write `not(…)`"},
    {"**", "powers are not part of this language"},
    {"\u2265", "write `>=`"},
    {"\u2264", "write `<=`"},
    {"\u2260", "write `!=`"},
    {"\u201C", "texts stand in straight quotes: \"…\""},
    {"\u201D", "texts stand in straight quotes: \"…\""},
    {"\u2018", "names with spaces stand in straight quotes: '…'"},
    {"{", "contexts are not part of this language"},
    {"for", "`for` is not part of this language; see `some` and `every`"},
};

std::string help_for(std::string_view rest) {
    for (const Slip& slip : slips)
        if (rest.substr(0, slip.sign.size()) == slip.sign) return std::string(slip.help);
    if (!rest.empty() && rest[0] == '"') return "this text is not closed";
    if (!rest.empty() && rest[0] == '\'') return "this name is not closed";
    return {};
}

// What stands at a place, as its author would name it.
std::size_t word_at(std::string_view rest) {
    if (const std::size_t name = scan_identifier(rest)) return name;
    if (const std::size_t number = scan_number(rest)) return number;
    std::size_t size = rest.empty() ? 0 : 1;
    while (size < rest.size() && (static_cast<unsigned char>(rest[size]) & 0xC0U) == 0x80U) ++size;
    for (const Slip& slip : slips)
        if (rest.substr(0, slip.sign.size()) == slip.sign) size = slip.sign.size();
    return size;
}

class Parse {
public:
    Parse(const base::SourcePtr& source, base::Span span, base::Report& report) : source_(source), span_(span), report_(report) {
        builder_.file = source->text().data();
        text_ = source->text(span);
    }

    std::optional<Condition> run() {
        if (text_.size() > base::limits::condition_bytes) {
            report_.error("condition-too-long", source_->place(span_),
                          fmt::format("a condition may have at most {} bytes, this has {}", base::limits::condition_bytes, text_.size()));
            return std::nullopt;
        }
        const char* at = text_.data();
        const char* end = at + text_.size();
        NodeId root = 0;
        try {
            if (!x3::parse(at, end, x3::with<builder_tag>(builder_)[expression], root)) return expected(at, "a value");
            at += scan_blank(view(at, end));
            if (at != end) return expected(at, "the end, or an operator");
        } catch (const x3::expectation_failure<const char*>& failure) {
            return expected(failure.where(), failure.which());
        } catch (const GiveUp& why) {
            report_.error(why.code, source_->place(builder_.span(why.at, std::min(end, why.at + 1))), why.message, why.help);
            return std::nullopt;
        }
        return Condition{source_, span_, std::move(builder_.nodes), root};
    }

private:
    std::optional<Condition> expected(const char* at, const std::string& what) {
        const char* end = text_.data() + text_.size();
        at += scan_blank(view(at, end));
        const std::string_view rest = view(at, end);
        const std::size_t word = word_at(rest);
        const std::string found = rest.empty() ? "the condition ends here" : fmt::format("found `{}`", rest.substr(0, word));
        report_.error("condition-syntax", source_->place(builder_.span(at, at + word)),
                      fmt::format("expected {}, {}", what, found), help_for(rest));
        return std::nullopt;
    }

    base::SourcePtr source_;
    base::Span span_;
    base::Report& report_;
    Builder builder_;
    std::string_view text_;
};

}  // namespace

std::optional<Condition> parse_condition(const base::SourcePtr& source, base::Span span, base::Report& report) {
    return Parse(source, span, report).run();
}

}  // namespace ocop::syntax
