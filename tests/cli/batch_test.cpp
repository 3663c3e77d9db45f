// `ocop batch` as a process: files and pipes, exit statuses, and that a run which ended early can be continued.
#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <thread>

#include <nlohmann/json.hpp>

#include "cli/sample_rules.hpp"
#include "sanitized.hpp"

namespace ocop::test {
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

long lines(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }

std::string many(int cards) {
    std::string out;
    for (int i = 0; i < cards; ++i) out += card_line("T-" + std::to_string(i), i % 3 == 0 ? "a" : "b");
    return out;
}

// An escape in the id: such cards are read the general way, which takes a while.
std::string slow(int cards) {
    std::string out;
    for (int i = 0; i < cards; ++i) out += card_line("\\u0054-" + std::to_string(i), i % 3 == 0 ? "a" : "b");
    return out;
}

const std::string mixed = card_line("T-1", "b") + "nonsense\n" + card_line("T-2", "a") + card_line("T-3", "z");
const std::string reasons = "cards.ndjson:2:2: this is not JSON\ncards.ndjson:4:92: `1` has no option `z`\n";

TEST(Batch, GivesALineAScorecardAndASummary) {
    const Kitchen kitchen;
    kitchen.write("cards.ndjson", many(3));
    const Ran ran = kitchen.run("batch cards.ndjson");
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.out, kitchen.run("rate --format ndjson cards.ndjson").out);
    EXPECT_TRUE(ran.err.starts_with("SUMMARY OF RATINGS\n3 scorecards · 3 rated\n")) << ran.err;
    EXPECT_TRUE(has(ran.err, "All                       3    2    0    1          0\nof 3 rated: 5 ★ 66.7% · 3 ★ 33.3%\n")) << ran.err;
    EXPECT_EQ(kitchen.run("batch --quiet cards.ndjson").err, "");
    EXPECT_TRUE(has(kitchen.run("batch --lang vi cards.ndjson").err, "TỔNG HỢP KẾT QUẢ PHÂN HẠNG\n3 hồ sơ · 3 được phân hạng\n"));
}

TEST(Batch, ReadsFilesAndPipes) {
    const Kitchen kitchen;
    kitchen.write("cards.ndjson", many(3));
    const std::string expected = kitchen.run("batch cards.ndjson").out;
    EXPECT_EQ(kitchen.run("batch -", {}, "< cards.ndjson").out, expected);
    EXPECT_EQ(kitchen.run("batch cards.ndjson -o results.ndjson").out, "");
    EXPECT_EQ(kitchen.read("results.ndjson"), expected);
    EXPECT_EQ(kitchen.run("batch cards.ndjson -o - --threads 1").out, expected);
    EXPECT_EQ(kitchen.run("rate --format ndjson cards.ndjson", {}, "> /dev/null; cat cards.ndjson | '" OCOP_COMMAND "' batch --quiet -").out, expected);
}

TEST(Batch, WritesCsvWhereTheFileIsOne) {
    const Kitchen kitchen;
    kitchen.write("cards.csv", "scorecard,rule_set,1,2\na,small/tea,b,b\n");
    kitchen.write("cards", "scorecard,rule_set,1,2\na,small/tea,b,b\n");
    const std::string csv = "scorecard,rule_set,outcome,stars,band,total,parts,blocked_by,authority,final,findings,message\n"
                            "a,small/tea,rated,5,5,100,A=100,,,,date-unknown; level-unknown,\n";
    const auto plain = [](std::string text) { return text.erase(std::min(text.find('"'), text.size() - 1), 1).erase(std::min(text.find('"'), text.size() - 1), 1); };
    kitchen.run("batch cards.csv -o results.csv");
    EXPECT_EQ(plain(kitchen.read("results.csv")), csv);
    EXPECT_EQ(plain(kitchen.run("batch cards.csv --format csv").out), csv);
    EXPECT_EQ(plain(kitchen.run("batch cards --format csv").out), csv) << "known by how it begins";
    EXPECT_EQ(plain(kitchen.run("batch cards --input-format csv --format csv").out), csv);
    kitchen.run("batch cards.csv -o results.csv --format ndjson");
    EXPECT_TRUE(kitchen.read("results.csv").starts_with("{\"scorecard\":\"a\""));
}

TEST(Batch, ExitsWithOneWhereSomeCouldNotBeRead) {
    const Kitchen kitchen;
    kitchen.write("cards.ndjson", mixed);
    const Ran ran = kitchen.run("batch cards.ndjson --errors errors.txt");
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(lines(ran.out), 4);
    EXPECT_TRUE(ran.err.starts_with("ocop: cards.ndjson:2:2: this is not JSON\nocop: cards.ndjson:4:92: `1` has no option `z`\n")) << ran.err;
    EXPECT_EQ(kitchen.read("errors.txt"), reasons);
}

TEST(Batch, ExitsWithTwoWhereNothingCouldBeRead) {
    const Kitchen kitchen;
    kitchen.write("empty.ndjson", "");
    kitchen.write("bad.ndjson", "x\ny\n");
    kitchen.write("bad.csv", "scorecard,rule_set,1,3\na,small/tea,b,b\n");
    kitchen.write("card.yaml", card("T-1", "a", "a"));
    EXPECT_EQ(kitchen.run("batch empty.ndjson").status, 2);
    EXPECT_TRUE(has(kitchen.run("batch empty.ndjson").err, "ocop: there is no scorecard to rate"));
    EXPECT_EQ(kitchen.run("batch bad.ndjson").status, 2);
    const Ran header = kitchen.run("batch bad.csv");
    EXPECT_EQ(header.status, 2);
    EXPECT_EQ(header.out, "");
    EXPECT_TRUE(has(header.err, "bad.csv:1:22: error: no rule set has a column `3` [csv-column-unknown]")) << header.err;
    EXPECT_TRUE(has(kitchen.run("batch card.yaml").err, "a portfolio is NDJSON (a scorecard a line) or wide CSV"));
    EXPECT_TRUE(has(kitchen.run("batch nowhere.ndjson").err, "cannot read `nowhere.ndjson`: No such file or directory"));
    EXPECT_TRUE(has(kitchen.run("batch rules").err, "cannot read `rules`: Is a directory"));
    for (const char* each : {"batch", "batch bad.csv --format text", "batch bad.csv --threads 0", "batch nowhere.ndjson", "batch rules", "batch card.yaml"}) EXPECT_EQ(kitchen.run(each).status, 2) << each;
}

TEST(Batch, ShowsTheFirstErrorsOnly) {
    const Kitchen kitchen;
    std::string text = card_line("T-1", "b");
    for (int i = 0; i < 50; ++i) text += "x\n";
    kitchen.write("cards.ndjson", text);
    const std::string some = kitchen.run("batch cards.ndjson").err;
    EXPECT_TRUE(has(some, "cards.ndjson:11:1")) << some;
    EXPECT_FALSE(has(some, "cards.ndjson:12:1"));
    EXPECT_TRUE(has(some, "ocop: more scorecards cannot be read; --errors FILE keeps them all"));
    EXPECT_TRUE(has(kitchen.run("batch cards.ndjson --errors e.txt").err, "ocop: more scorecards cannot be read; `e.txt` has them all"));
    EXPECT_EQ(lines(kitchen.read("e.txt")), 50);
}

TEST(Batch, NeverWritesOverWhatItReads) {
    const Kitchen kitchen;
    kitchen.write("cards.ndjson", mixed);
    kitchen.write("council.yaml", "council: {combine: median}\n");
    const std::string told = "` is read in this call and is not overwritten; write to another file";
    for (const char* each : {"batch cards.ndjson -o ./cards.ndjson", "batch cards.ndjson -o o --errors cards.ndjson", "batch cards.ndjson --summary cards.ndjson", "batch cards.ndjson -o cards.ndjson --continue",
                             "batch cards.ndjson --council council.yaml -o council.yaml"}) {
        const Ran ran = kitchen.run(each);
        EXPECT_EQ(ran.status, 2) << each;
        EXPECT_TRUE(has(ran.err, told)) << ran.err;
    }
    EXPECT_TRUE(has(kitchen.run("batch - -o cards.ndjson", {}, "< cards.ndjson").err, told));
    EXPECT_EQ(kitchen.read("cards.ndjson"), mixed);
    EXPECT_TRUE(has(kitchen.run("batch cards.ndjson -o a.txt --errors ./a.txt").err, "`./a.txt` is named twice in this call; write to another file"));
}

TEST(Batch, LeavesAnOlderFileAloneWhereNothingIsRated) {
    const Kitchen kitchen;
    kitchen.write("results.ndjson", "older");
    kitchen.write("bad.csv", "scorecard,1\na,b\n");
    EXPECT_EQ(kitchen.run("batch bad.csv -o results.ndjson").status, 2);
    EXPECT_EQ(kitchen.read("results.ndjson"), "older");
    EXPECT_EQ(kitchen.run("batch bad.csv -o new.ndjson").status, 2);
    EXPECT_FALSE(std::filesystem::exists(kitchen.path("new.ndjson")));
    kitchen.write("cards.ndjson", card_line("T-1", "b"));
    EXPECT_EQ(kitchen.run("batch cards.ndjson -o results.ndjson").status, 0);
    EXPECT_EQ(lines(kitchen.read("results.ndjson")), 1);
}

TEST(Batch, TellsOfAFullDisk) {
    const Kitchen kitchen;
    kitchen.write("cards.ndjson", many(2000));
    const Ran ran = kitchen.run("batch cards.ndjson", {}, "> /dev/full");
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.err, "ocop: cannot write the result: No space left on device\n");
    EXPECT_EQ(kitchen.run("batch cards.ndjson -o /dev/full").err, "ocop: cannot write `/dev/full`: No space left on device\n");
    EXPECT_EQ(kitchen.run("batch cards.ndjson", {}, ">&-").status, 2);
    EXPECT_EQ(kitchen.run("batch cards.ndjson -o nowhere/results").err, "ocop: cannot write `nowhere/results`: No such file or directory\n");
    kitchen.write("bad.ndjson", "x\n" + many(1));
    EXPECT_TRUE(has(kitchen.run("batch bad.ndjson --errors /dev/full").err, "ocop: cannot write `/dev/full`: No space left on device"));
}

// A limit on the size of files does what a full disk does.
TEST(Batch, KeepsWholeLinesWhereTheDiskIsFull) {
    const Kitchen kitchen;
    kitchen.write("cards.ndjson", many(20'000));
    const std::string whole = kitchen.run("batch cards.ndjson").out;
    const Ran ran = kitchen.run("batch --quiet cards.ndjson -o results.ndjson", "sh -c 'trap \"\" XFSZ; ulimit -f 2000; exec \"$@\"' sh");
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.err, "ocop: cannot write `results.ndjson`: File too large\n");
    const std::string part = kitchen.read("results.ndjson");
    EXPECT_GT(part.size(), 0U);
    EXPECT_TRUE(part.ends_with("\n") && whole.starts_with(part));
    EXPECT_EQ(kitchen.run("batch cards.ndjson -o results.ndjson --continue").status, 0);
    EXPECT_EQ(kitchen.read("results.ndjson"), whole);
}

TEST(Batch, TellsWhereTheFileCannotBeReadOn) {
    const Kitchen kitchen;
    const Ran ran = kitchen.run("batch --input-format ndjson /proc/self/mem -o results.ndjson");
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.err, "ocop: cannot read `/proc/self/mem`: Input/output error\n");
}

TEST(Batch, SpeaksVietnamese) {
    const Kitchen kitchen;
    kitchen.write("bad.ndjson", "x\n");
    kitchen.write("empty.ndjson", "");
    EXPECT_TRUE(has(kitchen.run("batch --lang vi empty.ndjson").err, "ocop: không có hồ sơ nào để phân hạng"));
    const Ran ran = kitchen.run("batch --lang vi bad.ndjson");
    EXPECT_TRUE(has(ran.err, "ocop: bad.ndjson:1:1: tệp JSON kết thúc giữa chừng")) << ran.err;
    EXPECT_TRUE(has(ran.err, "không đọc được          1  100,0%")) << ran.err;
}

TEST(Batch, DiesQuietlyWhereNobodyReads) {
    const Kitchen kitchen;
    kitchen.write("cards.ndjson", many(5000));
    const Ran ran = kitchen.run("batch cards.ndjson", {}, "| head -n 1");
    EXPECT_EQ(ran.err, "");
    EXPECT_EQ(lines(ran.out), 1);
    const Ran ignored = kitchen.run("batch cards.ndjson", "sh -c 'trap \"\" PIPE; \"$@\"; echo $? > status' sh", "| head -n 1");
    EXPECT_EQ(ignored.err, "");
    EXPECT_EQ(kitchen.read("status"), "2\n");
}

// ---- --summary, --plan ----

// The tea of the kitchen as a product of a group.
std::string food_line(const std::string& id, const std::string& origin) {
    std::string out = card_line(id, origin);
    return out.replace(out.find("small/tea"), 9, "1/food/tea");
}

void write_food(const Kitchen& kitchen) {
    std::string rules = tea_rules;
    rules.replace(rules.find("small/tea"), 9, "1/food/tea");
    rules.replace(rules.find("../shared.yaml"), 14, "../../shared.yaml");
    kitchen.write("rules/1/food/tea.yaml", rules);
    kitchen.write("cards.ndjson", food_line("T-1", "b") + food_line("T-2", "a") + food_line("T-3", "b"));
    kitchen.write("plan.yaml", "plan: {vi: \"Kế hoạch 2026\", en: \"Plan of 2026\"}\ntargets: [{group: food, stars: 4, products: 3}, {stars: 3, products: 3}]\n");
}

TEST(BatchSummary, IsWhatItsFileEndsIn) {
    const Kitchen kitchen;
    write_food(kitchen);
    for (const char* each : {"s.html", "s.md", "s.json", "s.txt", "s"}) EXPECT_EQ(kitchen.run("batch --quiet cards.ndjson -o o --lang en --summary " + std::string(each)).status, 0) << each;
    EXPECT_TRUE(kitchen.read("s.html").starts_with("<!DOCTYPE html>"));
    EXPECT_TRUE(kitchen.read("s.md").starts_with("# Summary of ratings"));
    EXPECT_TRUE(kitchen.read("s.txt").starts_with("SUMMARY OF RATINGS"));
    EXPECT_EQ(kitchen.read("s"), kitchen.read("s.txt"));
    const auto told = nlohmann::json::parse(kitchen.read("s.json"));
    EXPECT_EQ(told["scorecards"], 3);
    EXPECT_EQ(told["groups"][0]["group"], "food");
    EXPECT_EQ(told["groups"][0]["stars"]["5"], 2);
    EXPECT_EQ(told["plan"], nullptr);
    kitchen.run("batch --quiet cards.ndjson -o o --lang vi --summary s.html");
    EXPECT_TRUE(has(kitchen.read("s.html"), "<html lang=\"vi\">"));
    EXPECT_EQ(kitchen.run("batch --quiet cards.ndjson -o o --summary nowhere/s.html").status, 2);
}

TEST(BatchSummary, IsThatOfTheWholeAfterAnInterruption) {
    const Kitchen kitchen;
    write_food(kitchen);
    kitchen.run("batch --quiet cards.ndjson -o whole.ndjson --summary whole.json --plan plan.yaml");
    const std::string results = kitchen.read("whole.ndjson");
    kitchen.write("part.ndjson", results.substr(0, results.find('\n') + 9));
    EXPECT_EQ(kitchen.run("batch --quiet cards.ndjson -o part.ndjson --summary part.json --plan plan.yaml --continue").status, 0);
    EXPECT_EQ(kitchen.read("part.json"), kitchen.read("whole.json"));
}

TEST(BatchPlan, IsHeldAgainstThePortfolio) {
    const Kitchen kitchen;
    write_food(kitchen);
    const Ran ran = kitchen.run("batch cards.ndjson -o o --lang en --plan plan.yaml --summary s.json");
    EXPECT_EQ(ran.status, 0);
    EXPECT_TRUE(has(ran.err, "THE PLAN: PLAN OF 2026\n")) << ran.err;
    EXPECT_TRUE(has(ran.err, "Food: 4 stars or more            3      2   66.7%        1\n")) << ran.err;
    EXPECT_TRUE(has(ran.err, "1 of 2 targets attained.")) << ran.err;
    const auto told = nlohmann::json::parse(kitchen.read("s.json"))["plan"]["targets"];
    EXPECT_EQ(told[0]["share"], "2/3");
    EXPECT_EQ(told[0]["missing"], 1);
    EXPECT_EQ(told[1]["missing"], 0);
    EXPECT_TRUE(has(kitchen.run("batch cards.ndjson -o o --lang vi --plan plan.yaml").err, "Thực phẩm: từ 4 sao trở lên"));
}

TEST(BatchPlan, IsReadBeforeAnythingIsRated) {
    const Kitchen kitchen;
    write_food(kitchen);
    kitchen.write("bad.yaml", "plan: P\ntargets: [{group: fod, stars: 4, products: 3}]\n");
    const Ran ran = kitchen.run("batch cards.ndjson -o o --lang en --plan bad.yaml");
    EXPECT_EQ(ran.status, 2);
    EXPECT_TRUE(has(ran.err, "bad.yaml:2:19: error: no rule set is of the group `fod` [unknown-group]")) << ran.err;
    EXPECT_TRUE(has(ran.err, "did you mean `food`?")) << ran.err;
    EXPECT_FALSE(std::filesystem::exists(kitchen.path("o")));
    EXPECT_EQ(kitchen.run("batch cards.ndjson --plan nowhere.yaml").err, "ocop: cannot read the plan `nowhere.yaml`\n");
    EXPECT_TRUE(has(kitchen.run("batch cards.ndjson -o plan.yaml --plan plan.yaml").err, "`plan.yaml` is read in this call and is not overwritten"));
}

// ---- --continue ----

TEST(BatchContinue, GivesWhatOneRunWouldHaveGiven) {
    const Kitchen kitchen;
    kitchen.write("cards.ndjson", mixed);
    const Ran whole = kitchen.run("batch cards.ndjson -o whole.ndjson --errors whole.txt");
    const std::string results = kitchen.read("whole.ndjson");
    for (const std::size_t cut : {std::size_t(0), std::size_t(10), results.find('\n') + 1, results.find('\n') + 9, results.size() - 1, results.size()}) {
        kitchen.write("part.ndjson", results.substr(0, cut));
        kitchen.write("part.txt", "of the earlier run");
        const Ran rest = kitchen.run("batch cards.ndjson -o part.ndjson --errors part.txt --continue");
        EXPECT_EQ(rest.status, 1);
        EXPECT_EQ(rest.err, whole.err) << cut;
        EXPECT_EQ(kitchen.read("part.ndjson"), results) << cut;
        EXPECT_EQ(kitchen.read("part.txt"), reasons) << cut;
    }
}

TEST(BatchContinue, BeginsWhereThereIsNothingYet) {
    const Kitchen kitchen;
    kitchen.write("cards.ndjson", mixed);
    EXPECT_EQ(kitchen.run("batch cards.ndjson -o results.csv --continue").status, 1);
    EXPECT_EQ(lines(kitchen.read("results.csv")), 5);
    EXPECT_EQ(kitchen.run("batch cards.ndjson -o results.csv --continue").status, 1);
    EXPECT_EQ(lines(kitchen.read("results.csv")), 5);
}

TEST(BatchContinue, NeedsAFileOfTheSameScorecards) {
    const Kitchen kitchen;
    kitchen.write("cards.ndjson", mixed);
    EXPECT_EQ(kitchen.run("batch cards.ndjson --continue").err, "ocop: --continue needs the results of the earlier run: name their file with -o\n");
    kitchen.write("notes.txt", "my notes, of which\nnot a byte may be lost");
    const Ran ran = kitchen.run("batch cards.ndjson -o notes.txt --continue");
    EXPECT_EQ(ran.status, 2);
    EXPECT_TRUE(has(ran.err, "what stands in the earlier results for this scorecard is no result line")) << ran.err;
    EXPECT_EQ(kitchen.read("notes.txt"), "my notes, of which\nnot a byte may be lost");
    kitchen.write("cards.csv", "scorecard,rule_set,1,2\na,small/tea,b,b\n");
    kitchen.run("batch cards.csv -o other.ndjson");
    EXPECT_TRUE(has(kitchen.run("batch cards.ndjson -o other.ndjson --continue").err, "the earlier results have the scorecard `a` where this is `T-1`"));
    EXPECT_TRUE(has(kitchen.run("batch cards.ndjson -o /dev/null --continue").err, "`/dev/null` is no file that could be continued"));
}

// Writes to a pipe with a name until its reader has gone.
std::jthread feeding(const Kitchen& kitchen, const std::string& text, std::chrono::milliseconds then_wait) {
    const std::string pipe = kitchen.path("pipe").string();
    mkfifo(pipe.c_str(), 0600);
    return std::jthread([pipe, text, then_wait] {
        std::ofstream out(pipe, std::ios::binary);
        out << text << std::flush;
        std::this_thread::sleep_for(then_wait);
    });
}

TEST(BatchContinue, GoesOnAfterAnInterruption) {
    using namespace std::chrono_literals;
    const Kitchen kitchen;
    kitchen.write("cards.ndjson", many(100));
    const std::string whole = kitchen.run("batch cards.ndjson").out;
    Ran ran;
    {
        const auto feeder = feeding(kitchen, many(50) + "{\"scorecard\": ", 2s);
        ran = kitchen.run("batch - -o results.ndjson", "timeout --preserve-status -s INT 1", "< pipe");
    }
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.err, "ocop: interrupted after 50 scorecards; the same call with --continue goes on from there\n");
    EXPECT_EQ(lines(kitchen.read("results.ndjson")), 50);
    EXPECT_EQ(kitchen.run("batch cards.ndjson -o results.ndjson --continue").status, 0);
    EXPECT_EQ(kitchen.read("results.ndjson"), whole);
}

TEST(Batch, ShowsHowFarItHasComeOnATerminalOnly) {
    if (std::system("command -v script > /dev/null") != 0) GTEST_SKIP() << "needs `script`";
    const Kitchen kitchen;
    kitchen.write("cards.ndjson", slow(sanitized ? 10'000 : 30'000));
    const auto long_run = [&](const std::string& more) { return kitchen.run("list", {}, "> /dev/null; script -qec \"'" OCOP_COMMAND "' batch --rules rules cards.ndjson --threads 1 -o results.ndjson" + more + "\" /dev/null").out; };
    const std::string seen = long_run("");
    EXPECT_TRUE(has(seen, "%  ")) << seen;
    EXPECT_TRUE(has(seen, " a second")) << seen;
    EXPECT_TRUE(has(seen, "\r\x1b[K")) << "it is cleared";
    EXPECT_EQ(long_run(" --quiet"), "");
}

// ---- memory ----

// Kilobytes at the most, of a command that was fed so many lines.
long peak(const Kitchen& kitchen, int cards, const std::string& bad) {
    int pipe_ends[2];
    if (pipe(pipe_ends) != 0) return -1;
    const std::string rules = kitchen.path("rules").string();
    const pid_t child = fork();
    if (child == 0) {
        dup2(pipe_ends[0], STDIN_FILENO);
        const int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        close(pipe_ends[1]);
        execl(OCOP_COMMAND, OCOP_COMMAND, "batch", "--quiet", "--input-format", "ndjson", "--threads", "2", "--errors", "/dev/null", "--rules", rules.c_str(), "-", nullptr);
        _exit(127);
    }
    close(pipe_ends[0]);
    const auto before = std::signal(SIGPIPE, SIG_IGN);  // a command that ends early fails the test, and does not end it
    std::string block;
    for (int i = 0; i < cards; ++i) {
        const std::string id = std::to_string(i);
        block += i % 2 == 0 && !bad.empty() ? bad : R"({"scorecard": ")" + id + R"(", "rule_set": "small/tea", "product": {"maker": "HTX )" + std::to_string(i % 500) + R"("}, "sheets": [{"marks": {"1": "b", "2": "b"}}]})" "\n";
        if (block.size() < 60'000 && i + 1 < cards) continue;
        if (write(pipe_ends[1], block.data(), block.size()) != static_cast<ssize_t>(block.size())) break;
        block.clear();
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    std::ifstream status("/proc/" + std::to_string(child) + "/status");
    long found = -1;
    for (std::string word; status >> word;)
        if (word == "VmHWM:") status >> found;
    close(pipe_ends[1]);
    std::signal(SIGPIPE, before);
    int ended = 0;
    waitpid(child, &ended, 0);
    return WIFEXITED(ended) && WEXITSTATUS(ended) < 2 ? found : -1;
}

TEST(BatchMemory, DoesNotGrowWithTheNumberOfScorecards) {
    if (sanitized) GTEST_SKIP() << "sanitizers keep what was freed";
    const Kitchen kitchen;
    for (const std::string& bad : {std::string(), std::string("x\n")}) {
        const long few = peak(kitchen, 10'000, bad), more = peak(kitchen, 100'000, bad);
        ASSERT_GT(few, 0);
        EXPECT_LT(more, few + 8'000) << few << " and " << more << " kB";
        EXPECT_LT(more, 100'000);
    }
}

}  // namespace
}  // namespace ocop::test
