// Every code that loading or reviewing a rule set can give, explained.
#include <algorithm>
#include <vector>

#include <ocop/analysis.hpp>

#include "base/diagnostics.hpp"

namespace ocop {
namespace {

using Severity = Diagnostic::Severity;
constexpr Severity error = Severity::error, warning = Severity::warning, note = Severity::note;

// By code. Summaries are a line; explanations say why it matters and what to do.
const std::vector<Check>& table() {
    static const std::vector<Check> all = {
        {"after-cycle", error,
         {"các `after` chờ nhau thành vòng", "entries stand after each other in a circle"},
         {"Các phần tử trong danh sách dùng `after` để đứng sau nhau, nhưng lại thành một vòng nên không có phần tử nào đứng trước. Bỏ hoặc sửa một "
          "`after` trong vòng đó.",
          "Entries of a list place each other by `after`, and the chain comes back to where it began, so none can come first. Take one `after` of "
          "the circle out, or let it name another entry."}},
        {"after-unknown", error,
         {"`after` chỉ tới phần tử không có", "`after` names an entry that is not in the list"},
         {"`after` đặt một phần tử mới sau phần tử có `id` ấy trong cùng danh sách, nhưng ở đó không có `id` này. Danh sách không ghi `id` thì cũng "
          "không dùng `after` được. Sửa lại `id`, hoặc ghi `id` cho mọi phần tử.",
          "`after` places a new entry behind the one with that `id` in the same list, and there is none. A list without ids cannot use `after` "
          "either. Correct the id, or write an `id` in every entry."}},
        {"argument-count", error,
         {"số đối số của hàm không đúng", "a function is given too few or too many values"},
         {"Hàm trong điều kiện nhận một số đối số nhất định; thông báo liệt kê các đối số đó. Đối số có dấu `?` thì được bỏ qua, có dấu `…` thì "
          "nhận một danh sách hoặc nhiều giá trị. Thêm giá trị còn thiếu hoặc bỏ giá trị thừa.",
          "A function of a condition takes certain values, which the message lists: one with `?` may be left out, one with `…` takes a list or "
          "several values. Add what is missing, or take out what is too much."}},
        {"argument-name", error,
         {"tên đối số không đúng", "a named value of a call does not fit"},
         {"Hàm không có đối số mang tên này, hoặc trong cùng một lời gọi có đối số ghi tên, có đối số không. Dùng tên nêu trong thông báo, và ghi "
          "tên cho tất cả hoặc không ghi tên nào.",
          "The function has no parameter of this name, or only some of the values of a call are named. Use the names that the message lists, and "
          "name all values or none."}},
        {"bad-date", error,
         {"`date` không nhận được ngày này", "the text given to `date` is no day"},
         {"Ngày trong điều kiện viết là `date(\"2026-05-22\")`: năm, tháng, ngày, và ngày đó phải có trong lịch. Viết kiểu 22/05/2026 hoặc ngày 30 "
          "tháng 2 thì không hiểu được. Viết lại ngày.",
          "A day in a condition is written `date(\"2026-05-22\")`: year, month and day, and it must exist. Neither 22/05/2026 nor a 30th of "
          "February can be read. Write the day anew."}},
        {"bad-escape", error,
         {"chuỗi trong điều kiện có ký hiệu thoát không hiểu được", "a text in a condition has an escape that means nothing"},
         {"Trong chuỗi của điều kiện, dấu `\\` chỉ đứng trong các ký hiệu thoát đã định, như `\\\"`, `\\\\`, `\\n`, `\\t` hay `\\u` kèm bốn chữ số "
          "hệ 16. Nếu cần chính dấu gạch chéo ngược thì viết `\\\\`.",
          "In the text of a condition a `\\` stands only in the escapes there are, such as `\\\"`, `\\\\`, `\\n`, `\\t`, or `\\u` with four "
          "hexadecimal digits. For a backslash itself write `\\\\`."}},
        {"bad-id", error,
         {"mã không hợp lệ", "this cannot be an id"},
         {"Mã của mức và trường hợp bắt đầu bằng chữ cái, ngoài `-` và `_` không có dấu nào khác, và mức không được tên là `none` (nghĩa là không "
          "chọn mức nào). Mã của bộ tiêu chí hay của quy tắc Hội đồng là đường dẫn tính từ thư mục của thư viện, không có `.yaml`, không có tên nào "
          "bắt đầu bằng dấu chấm. Đổi lại mã.",
          "The id of an option or a case begins with a letter and has no signs but `-` and `_`; no option is called `none`, which means that "
          "nothing is ticked. The id of a rule set or of a council's rules is its path from the library's directory, without `.yaml`, and no name "
          "in it begins with a dot. Choose another id."}},
        {"bad-interval", error,
         {"khoảng điểm viết không đúng", "this is no interval of points"},
         {"Khoảng của hạng sao viết là `\"[70..90)\"`: ngoặc vuông lấy cả đầu mút, ngoặc tròn thì không. `score` luôn lấy cả hai đầu mút, như "
          "`\"[0..5]\"`. Đầu dưới không âm và không lớn hơn đầu trên.",
          "A band is written `\"[70..90)\"`: a square bracket takes its end in, a round one leaves it out. A `score` takes both ends in: "
          "`\"[0..5]\"`. The lower end is not negative and not above the upper one."}},
        {"bad-name", error,
         {"tên dữ kiện không hợp lệ", "this cannot be the name of a fact"},
         {"Điều kiện gọi dữ kiện bằng tên, nên tên chỉ gồm chữ cái, chữ số và `_`, và không trùng từ khóa như `and` hay `if`. Tên có dấu cách thì "
          "trong điều kiện phải đặt trong dấu nháy đơn. Đổi lại tên.",
          "Conditions call a fact by its name, so a name has letters, digits and `_`, and is none of the language's own words, such as `and` or "
          "`if`. A name with spaces stands in single quotes in a condition. Choose another name."}},
        {"bad-path", error,
         {"đường dẫn không hợp lệ", "this is no relative path"},
         {"Đường dẫn trong `extends` tính từ tệp đang viết và dùng dấu `/`, ví dụ `../decision.yaml`. Không dùng đường dẫn tuyệt đối hay dấu gạch "
          "chéo ngược. Bộ tiêu chí không đọc từ tệp nào thì chỉ dùng mã của bộ khác.",
          "A path in `extends` leads from this very file and uses `/`, such as `../decision.yaml`; it is neither absolute nor written with "
          "backslashes. A rule set that was not read from a file can only name others by id."}},
        {"bad-unit", error,
         {"đơn vị không hợp lệ", "this cannot be a unit"},
         {"Đơn vị của dữ kiện là `%` hoặc một từ toàn chữ cái, vì trong điều kiện nó viết liền ngay sau số, như `50%`. Không dùng dấu cách, dấu "
          "khác hay từ khóa. Đổi lại `unit`.",
          "The `unit` of a fact is `%` or one word of letters, for in conditions it stands right behind the number, as in `50%`. It has no spaces "
          "or other signs and is none of the language's own words. Write another."}},
        {"bad-utf8", error,
         {"tệp không phải UTF-8", "the file is not UTF-8"},
         {"Tệp có byte không thuộc mã UTF-8, thường do lưu bằng bảng mã cũ (TCVN3, VISCII, Windows-1258…). Chữ Việt sẽ bị đọc sai nên tệp bị từ "
          "chối. Lưu lại tệp bằng UTF-8.",
          "The file has a byte that is not UTF-8, mostly because it was saved in an older encoding. Vietnamese letters would be misread, so the "
          "file is refused. Save it as UTF-8."}},
        {"bands-end", error,
         {"khoảng điểm cao nhất không kết thúc ở tổng điểm", "the bands do not end at the total of the parts"},
         {"Hạng cao nhất phải kết thúc đúng ở tổng điểm tối đa của các phần và lấy cả điểm đó. Nếu không, hồ sơ đạt điểm cao nhất sẽ không có hạng, "
          "hoặc hạng có điểm không ai đạt được. Đối chiếu `stars` và `max` của các phần.",
          "The highest band ends exactly at what the parts add up to and takes that in. Otherwise a card with full points has no star, or a band "
          "has points that nobody can get. Hold `stars` and the parts' `max` against the source."}},
        {"bands-gap", error,
         {"có điểm không thuộc hạng sao nào", "some points lie in no band"},
         {"Các khoảng trong `stars` phải phủ kín từ 0 đến tổng điểm; tổng rơi vào chỗ hở thì không có hạng. Thường do hai khoảng kề nhau cùng dùng "
          "ngoặc tròn, hoặc văn bản in số nguyên trong khi điểm trung bình là số lẻ. Nối lại hai khoảng, ví dụ `[50..70)` và `[70..90)`.",
          "The bands of `stars` cover everything from 0 to the total; a total in a gap would have no star. Usually two neighbours both leave "
          "their common end out, or whole numbers were printed while a mean is not whole. Let them meet: `[50..70)` and `[70..90)`."}},
        {"bands-overlap", error,
         {"hai hạng sao cùng nhận một số điểm", "two bands have points in common"},
         {"Một tổng điểm chỉ được thuộc một hạng sao, nếu không thì không biết chọn hạng nào. Thường do cả hai khoảng đều dùng ngoặc vuông ở đầu "
          "mút chung. Để một bên dùng ngoặc tròn: `[50..70)` và `[70..90)`.",
          "A total lies in exactly one band, else nobody can say which star it has. Usually both bands take their common end in. Leave it out of "
          "one of them: `[50..70)` and `[70..90)`."}},
        {"case-unreachable", warning,
         {"trường hợp không bao giờ được chọn", "no facts lead to this case"},
         {"Điều kiện `when` của trường hợp không bao giờ đúng với các giá trị mà dữ kiện có thể nhận. Thường do sai ngưỡng, sai đơn vị hay `domain` "
          "hẹp quá. Sửa điều kiện hoặc `domain`, hoặc bỏ trường hợp này.",
          "The case's `when` is never true within the values that its facts can have. Usually a limit is mistyped or a `domain` is too narrow. "
          "Correct one of them, or take the case out."}},
        {"circle", error,
         {"các tiêu chí chờ nhau thành vòng", "criteria wait for each other in a circle"},
         {"Điều kiện của một tiêu chí hỏi đến điểm hoặc mức của tiêu chí khác, và tiêu chí kia lại hỏi ngược về nó, có thể qua nhiều bước; vì vậy "
          "không tính được cái nào trước. Thông báo nêu cả vòng. Sửa một điều kiện để `applies`, `cases` và `options` chỉ đọc những gì không phụ "
          "thuộc vào chính chúng.",
          "A criterion's condition asks for points or options of another, which in turn asks for the first, perhaps over several steps; so "
          "neither can be worked out. The message names the whole circle. Change one condition: `applies`, cases and options only read what does "
          "not read them."}},
        {"citation-missing", error,
         {"thiếu căn cứ trích dẫn", "this cites no decision"},
         {"Mỗi tiêu chí, mức, điều kiện trong `gates`, khoảng điểm và cách hiểu phải truy về được một quyết định, để ai đọc kết quả cũng kiểm tra "
          "được. Ghi `basis: {decision: …, place: …}` ở đầu tệp, hoặc `cite: {decision: …, place: …}` ngay tại chỗ này. `cite` chỉ có chỗ thì phải "
          "nằm dưới một `basis`.",
          "Every criterion, option, gate, band and reading leads to a decision, so that whoever reads a rating can look it up. Give the file a "
          "`basis: {decision: …, place: …}`, or this a `cite` of its own with both. A `cite` that names only a place needs a `basis` above it, in "
          "the same file."}},
        {"condition-constant", warning,
         {"điều kiện luôn đúng hoặc luôn sai", "a condition is always true, or always false"},
         {"Với mọi giá trị mà dữ kiện có thể nhận, điều kiện này cho cùng một kết quả nên không phân biệt được gì. Thường do sai ngưỡng, nhầm `and` "
          "với `or`, hoặc `domain` hẹp quá. Sửa điều kiện; nếu đúng ý như vậy thì bỏ nó đi.",
          "Whatever values its facts have, this condition comes out the same, so it decides nothing. Usually a limit is mistyped, `and` stands "
          "for `or`, or a `domain` is too narrow. Correct it; if it is meant so, leave it out."}},
        {"condition-syntax", error,
         {"điều kiện viết sai cú pháp", "a condition cannot be read"},
         {"Tại chỗ đánh dấu, điều kiện không đúng cú pháp; thông báo nêu cái đang chờ và cái gặp phải. Hay gặp: `==` thay cho `=`, `&&` thay cho "
          "`and`, `not` thiếu ngoặc, số lẻ viết dấu phẩy, tên có dấu cách mà không đặt trong nháy đơn. Sửa theo gợi ý.",
          "At the mark the condition is not written as the language has it; the message says what was expected and what was found. Usual slips: "
          "`==` for `=`, `&&` for `and`, `not` without brackets, a decimal comma, a name with spaces that is not in single quotes. Correct it as "
          "the help says."}},
        {"condition-too-deep", error,
         {"điều kiện lồng ngoặc quá sâu", "brackets nest too deep in a condition"},
         {"Điều kiện lồng quá 64 tầng; giới hạn này giữ cho việc tính luôn nhanh và an toàn. Tách điều kiện, hoặc đưa một phần thành dữ kiện có tên "
          "riêng.",
          "A condition nests more than 64 levels deep; the limit keeps it safe to work out, and nobody could read it. Split the condition, or "
          "name a part of it as a fact."}},
        {"condition-too-large", error,
         {"điều kiện có quá nhiều thành phần", "a condition has too many parts"},
         {"Điều kiện có hơn 1.024 thành phần (giá trị, tên, phép tính). Điều kiện dài như vậy không ai kiểm tra được. Tách thành nhiều mức hay "
          "trường hợp, hoặc hỏi một dữ kiện thay cho cả phần dài.",
          "A condition has more than 1,024 parts: values, names and operators. Nobody could check one so large. Split it over several options or "
          "cases, or let a fact stand for the long part."}},
        {"condition-too-long", error,
         {"điều kiện quá dài", "a condition is too long"},
         {"Điều kiện dài hơn 4.096 byte. Kiểm tra xem có văn bản khác bị dán nhầm hay dấu nháy đóng sai chỗ không. Nếu không, rút gọn hoặc tách "
          "điều kiện.",
          "A condition has more than 4,096 bytes. See whether other text was pasted in, or a quote closed in the wrong place. If not, shorten or "
          "split it."}},
        {"condition-type", error,
         {"kiểu giá trị trong điều kiện không khớp", "kinds of values do not go together in a condition"},
         {"Một phép tính, phép so sánh hay hàm gặp giá trị khác kiểu nó nhận, ví dụ so số với chữ; hoặc cả điều kiện không cho ra đúng hay sai. "
          "Viết như vậy thì không bao giờ có kết quả đúng ý, nên bị từ chối ngay khi đọc. Sửa chỗ đánh dấu, hoặc xem lại `type` của dữ kiện.",
          "An operator or function meets a value of a kind that it does not take, such as a number compared with a text, or the condition as a "
          "whole is neither true nor false. It could never come out as meant, so it is refused at once. Correct what is marked, or look at the "
          "fact's `type`."}},
        {"condition-unit", error,
         {"đơn vị trong điều kiện không khớp", "units do not go together in a condition"},
         {"Đơn vị là một phần của kiểu số và không bao giờ tự đổi: 50 và `50%` là hai loại khác nhau. So sánh, khoảng, cộng trừ cần cùng đơn vị, "
          "chỉ số 0 thì hợp với mọi đơn vị; nhân chỉ có một bên mang đơn vị. Viết đơn vị ngay sau số, hoặc xem lại `unit` của dữ kiện.",
          "A unit is part of a number's type and nothing is converted: 50 and `50%` are different. Comparisons, ranges and sums want the same "
          "unit, and only a bare 0 fits all; in a product one side alone has a unit. Write the unit right behind the number, or look at the "
          "fact's `unit`."}},
        {"condition-value", error,
         {"so với một giá trị không bao giờ có", "a text is compared with what it can never be"},
         {"Vế kia chỉ nhận các giá trị đã khai (`values` của dữ kiện, mã các mức, các cách hiểu), mà chuỗi này không nằm trong đó, nên điều kiện "
          "không bao giờ như ý. Thường là lỗi gõ. Dùng một giá trị trong thông báo, hoặc bổ sung vào `values`.",
          "The other side has only the values that are declared (a fact's `values`, ids of options, the ways of a reading), and this text is none "
          "of them, so the condition could never come out as meant. Usually a slip of typing. Use one that the message lists, or add it to "
          "`values`."}},
        {"control-character", error,
         {"tệp có ký tự điều khiển", "the file has a control character"},
         {"Ký tự điều khiển không nhìn thấy được và làm sai cách đọc, cách hiện văn bản; nó thường lọt vào khi dán từ nơi khác, hoặc do một ký hiệu "
          "thoát trong dấu nháy kép. Xóa ký tự ấy. Kết thúc dòng bằng LF hoặc CR LF, không bằng CR một mình.",
          "A control character cannot be seen and spoils how a text is read and shown; mostly it was pasted in, or an escape in double quotes "
          "makes it. Remove it. Lines end with LF, or with CR LF, never with CR alone."}},
        {"dates-order", error,
         {"ngày kết thúc không sau ngày bắt đầu", "a day of ending is not after the beginning"},
         {"Trong `in_force`, `until` và `new_dossiers_until` là ngày đầu tiên không còn áp dụng, nên phải sau `from`. Nếu không thì bộ tiêu chí "
          "chẳng bao giờ có hiệu lực. Đối chiếu các ngày với quyết định.",
          "In `in_force`, `until` and `new_dossiers_until` are the first days on which it no longer applies, so they come after `from`; else it "
          "would never be in force. Hold the days against the decision."}},
        {"differs-from-siblings", warning,
         {"khác với đa số bộ tiêu chí cùng quyết định", "most rule sets of the decision have this otherwise"},
         {"Phần lớn tiêu chí tương ứng trong các bộ của cùng quyết định có điểm khác, có hay không có dấu sao tối thiểu, hoặc có thêm một mức. Có "
          "thể là gõ nhầm điểm, sót dấu sao hoặc sót mức. Đối chiếu với biểu mẫu; nếu chính biểu mẫu khác, ghi rõ trong `erratum`.",
          "Most like criteria in the rule sets of this decision give other points here, mark a minimum differently, or have one option more. A "
          "point may be mistyped, a mark lost or an option left out. Hold it against the form; where the form itself differs, say so in an "
          "`erratum`."}},
        {"division-by-zero", error,
         {"chia cho 0", "division by zero"},
         {"Số chia là hằng số bằng 0, nên phép chia (hoặc `modulo`) không bao giờ có kết quả. Sửa số chia. Nếu số chia là dữ kiện và có thể bằng 0 "
          "thì kết quả là chưa biết, kèm một lưu ý.",
          "The divisor is a constant 0, so the division, or the `modulo`, never has a result. Correct it. Where a divisor is a fact that happens "
          "to be 0, the result is not known, with a finding."}},
        {"duplicate-id", error,
         {"mã bị trùng", "an id is used twice"},
         {"Phiếu chấm, điều kiện và phần giải thích gọi tiêu chí, mức, trường hợp hay điều kiện trong `gates` bằng mã, nên mã không được trùng; mã "
          "của phần, mục và tiêu chí là duy nhất trong cả bộ. Đổi một trong hai mã. Nếu biểu mẫu in trùng số, dùng số tiếp theo còn trống và ghi "
          "`erratum`.",
          "Sheets, conditions and explanations call criteria, options, cases and gates by their ids, so ids must not repeat; those of parts, "
          "sections and criteria are unique in the whole rule set. Change one. Where the form prints a number twice, take the next free one and "
          "add an `erratum`."}},
        {"duplicate-key", error,
         {"khóa bị ghi hai lần", "a key is written twice"},
         {"Cùng một khóa xuất hiện hai lần trong một nhóm, nên không biết lấy giá trị nào; YAML thường lặng lẽ bỏ một giá trị. Xóa hoặc đổi tên một "
          "khóa; nếu đó là hai phần tử thì viết thành danh sách.",
          "The same key stands twice in one map, so it is open which value counts; YAML usually drops one without a word. Take one out or rename "
          "it; if they are two entries, write a list."}},
        {"empty", error,
         {"chỗ này không được để trống", "something has to stand here"},
         {"`parts`, `items`, `options`, `stars` và `values` cần ít nhất một phần tử, `cases` cần ít nhất hai; `cite`, `basis` và `chosen` phải nói "
          "điều gì đó. Điền nội dung, hoặc bỏ hẳn khóa nếu không cần.",
          "`parts`, `items`, `options`, `stars` and `values` have at least one entry and `cases` at least two; `cite`, `basis` and `chosen` have "
          "to say something. Fill it in, or leave the key out where it is not needed."}},
        {"empty-file", error,
         {"tệp trống", "the file is empty"},
         {"Tệp không có nội dung nào, hoặc chỉ có chú thích. Bộ tiêu chí bắt đầu bằng `rule_set:`. Có thể tệp chưa được lưu, hoặc `extends` chỉ "
          "nhầm tệp.",
          "The file holds nothing, or comments alone. A rule set begins with `rule_set:`. Perhaps the file was not saved, or `extends` names the "
          "wrong one."}},
        {"erratum", note,
         {"chỗ in nhầm đã được ghi rõ", "a misprint, and what is taken instead"},
         {"Bộ tiêu chí ghi rõ rằng văn bản in nhầm ở đây và cho biết giá trị nào được dùng. Đây chỉ là ghi chú, không phải sửa gì. Khi có bản ký "
          "chính thức, hãy đối chiếu lại chỗ này trước.",
          "The rule set declares that the source is misprinted here, and says what is taken instead. This is a note; nothing has to be changed. "
          "When the signed text is at hand, look at these places first."}},
        {"erratum-missing", error,
         {"có `printed` mà thiếu `erratum`", "`printed` without an `erratum`"},
         {"`printed` giữ nguyên điều văn bản in, khác với giá trị được dùng. Người đọc cần biết vì sao khác, nên phải có `erratum` nói giá trị nào "
          "được dùng và lý do. Thêm `erratum: {vi: …, en: …}`.",
          "`printed` keeps what the source prints where another value is taken. Readers need to know why, so an `erratum` says what was taken "
          "instead, and for what reason. Add `erratum: {vi: …, en: …}`."}},
        {"evidence-unused", warning,
         {"minh chứng không dùng đến", "nothing requires this evidence"},
         {"Minh chứng được khai trong `evidence`, nhưng không mức nào, mục nào đòi hỏi và không điều kiện nào hỏi đến `evidence`. Có thể đã quên "
          "ghi nó ở mức cần minh chứng. Ghi vào chỗ cần, hoặc bỏ phần khai.",
          "It is declared under `evidence`, but no option or item requires it and no condition asks for `evidence`. Perhaps it was forgotten at "
          "the option that needs it. Use it there, or take the declaration out."}},
        {"extends-cycle", error,
         {"`extends` thành vòng", "`extends` goes round in a circle"},
         {"Tệp này, trực tiếp hoặc qua các tệp khác, lại kế thừa chính nó nên không thể ghép được. Thông báo nêu cả vòng. Bỏ một `extends`, hoặc "
          "đưa phần dùng chung ra một tệp riêng.",
          "Through one file or several, this file extends itself, so it can never be put together. The message names the circle. Take one "
          "`extends` out, or move what is shared to a file of its own."}},
        {"extends-repeated", error,
         {"`extends` nêu một tệp hai lần", "`extends` names a file twice"},
         {"Cùng một tệp có hai lần trong danh sách `extends`, có thể dưới hai cách viết (đường dẫn và mã). Tệp sau ghi đè tệp trước nên lặp lại sẽ "
          "đổi thứ tự ghi đè. Chỉ nêu một lần.",
          "The same file stands twice in a list of `extends`, perhaps once as a path and once as an id. Later files go over earlier ones, so "
          "naming it again would change what wins. Name it once."}},
        {"fact-unused", warning,
         {"dữ kiện không dùng đến", "no condition asks for this fact"},
         {"Dữ kiện được khai nhưng không điều kiện nào hỏi đến, nên người lập hồ sơ điền cũng vô ích. Có thể thiếu một `when`, `applies` hoặc một "
          "điều kiện trong `gates`. Dùng nó, hoặc bỏ đi; nếu nó đến từ tệp dùng chung thì ghi `remove: true`.",
          "The fact is declared and no condition asks for it, so whoever fills it in does so for nothing. Perhaps a `when`, an `applies` or a "
          "gate was left out. Use it, or take it out; one from a shared file goes by `remove: true`."}},
        {"fact-values", error,
         {"`missing` không thuộc `values` của dữ kiện", "`missing` is none of the fact's values"},
         {"`missing` là giá trị được lấy khi hồ sơ không nêu dữ kiện, nên phải là một trong các `values` đã khai. Sửa lại giá trị, hoặc bổ sung vào "
          "`values`.",
          "`missing` is taken where a card does not give the fact, so it has to be one of the `values` declared. Correct it, or add it to "
          "`values`."}},
        {"fragment-unused", warning,
         {"tệp dùng chung không bộ nào kế thừa", "no rule set extends this fragment"},
         {"Tệp không có `rule_set:`, và không bộ tiêu chí nào đọc được kế thừa nó, nên nội dung của nó không được kiểm tra cũng không có tác dụng "
          "gì. Nếu đây là bộ tiêu chí thì ghi `rule_set:`; nếu không thì kế thừa nó bằng `extends`, hoặc bỏ tệp.",
          "The file has no `rule_set:`, and no rule set that can be loaded extends it, so what it says is neither checked nor used. If it is a "
          "rule set, write its `rule_set:`; if not, let one extend it, or delete the file."}},
        {"gate-never", warning,
         {"điều kiện trong `gates` không bao giờ xảy ra", "this gate never acts"},
         {"`when` của điều kiện này không bao giờ đúng với các giá trị mà dữ kiện có thể nhận, nên nó không loại, không dừng, không giới hạn được "
          "hồ sơ nào. Thường do sai ngưỡng hay `domain` hẹp quá. Sửa `when` hoặc `domain`.",
          "The gate's `when` is never true within the values that its facts can have, so it rejects, stops or caps nothing. Usually a limit is "
          "mistyped or a `domain` is too narrow. Correct `when` or the `domain`."}},
        {"id-missing", error,
         {"thiếu `id`", "an `id` is missing"},
         {"Phần, mục, tiêu chí, trường hợp và điều kiện trong `gates` cần `id` để phiếu chấm, điều kiện và phần giải thích gọi đến. Với phần, mục, "
          "tiêu chí hãy dùng số của biểu mẫu, viết trong dấu nháy, như `\"1.1\"`. Chỉ mức là có thể bỏ `id`.",
          "Parts, sections, criteria, cases and gates need an `id`, by which sheets, conditions and explanations call them. For items take the "
          "form's own number, in quotes: `\"1.1\"`. Only options can do without."}},
        {"in-force-gap", warning,
         {"có ngày không bộ tiêu chí nào nhận hồ sơ mới", "on some days no rule set takes new dossiers"},
         {"Bộ trước (nêu trong `succeeds`) thôi nhận hồ sơ mới trước ngày bộ này có hiệu lực, nên hồ sơ nộp ở giữa không theo bộ nào. Đối chiếu "
          "`from`, `until` và `new_dossiers_until` của hai bộ với quyết định: bộ này bắt đầu đúng ngày bộ kia kết thúc.",
          "The rule set named in `succeeds` stops taking new dossiers before this one begins, so those filed in between fall under neither. Hold "
          "`from`, `until` and `new_dossiers_until` of both against the decisions: the one ends on the day on which the other begins."}},
        {"in-force-missing", warning,
         {"chưa ghi ngày có hiệu lực", "it is not said since when the rule set is in force"},
         {"Không có `in_force` với `from` thì không báo được khi hồ sơ nộp vào lúc bộ tiêu chí chưa có hay không còn hiệu lực. Ghi `in_force: "
          "{from: 2026-05-22}`, ngày lấy từ quyết định.",
          "Without an `in_force` with `from`, nobody can be told that a dossier was filed when the rule set did not hold. Write `in_force: {from: "
          "2026-05-22}`, with the day that the decision gives."}},
        {"in-force-overlap", warning,
         {"có ngày hai bộ tiêu chí cùng nhận hồ sơ mới", "on some days two rule sets take new dossiers"},
         {"Bộ trước (nêu trong `succeeds`) vẫn nhận hồ sơ mới khi bộ này đã có hiệu lực, nên không rõ hồ sơ theo bộ nào. Ghi cho bộ trước `until` "
          "hoặc `new_dossiers_until` đúng ngày bộ này bắt đầu.",
          "The rule set named in `succeeds` still takes new dossiers when this one has begun, so it is open which holds. Give the earlier one an "
          "`until`, or a `new_dossiers_until`, on the day on which this one begins."}},
        {"incomplete", note,
         {"bộ tiêu chí tự khai là còn thiếu", "something is declared missing"},
         {"Bộ tiêu chí ghi trong `incomplete` rằng nguồn thiếu một phần, và mỗi kết quả chịu ảnh hưởng cũng mang lưu ý ấy. Đây chỉ là ghi chú. Khi "
          "có đủ văn bản, bổ sung rồi bỏ `incomplete`.",
          "The rule set says in `incomplete` that something could not be had from its sources, and the ratings concerned say so too. This is a "
          "note. When the text turns up, enter it and take `incomplete` out."}},
        {"item-content", error,
         {"nội dung chấm không rõ: thiếu hoặc có nhiều hơn một loại", "nothing to mark here, or more than one kind of it"},
         {"Mỗi mục hoặc có `items`, hoặc là tiêu chí và có đúng một trong `options`, `cases`, `score`; mỗi trường hợp có `options`. Thiếu thì không "
          "có gì để chấm, thừa thì không biết chấm theo cái nào. Giữ lại đúng một.",
          "An item has `items`, or it is a criterion and has exactly one of `options`, `cases` and `score`; a case has `options`. With none there "
          "is nothing to mark, with two it is open which counts. Leave exactly one."}},
        {"key-missing", error,
         {"thiếu một khóa bắt buộc", "a key that has to be there is missing"},
         {"Thiếu khóa nêu trong thông báo, ví dụ `points` của mức, `type` của dữ kiện, `when` và `effect` trong `gates`, `chosen` của cách hiểu, "
          "hay `stars` của cả bộ. Không đoán giá trị thay cho người viết. Bổ sung khóa đó.",
          "The key that the message names is missing, such as an option's `points`, a fact's `type`, a gate's `when` or `effect`, a reading's "
          "`chosen` or the rule set's `stars`. Nothing is guessed in its place. Write it."}},
        {"label-repeated", warning,
         {"hai tên gọi giống nhau", "two labels are the same"},
         {"Hai mức, hai trường hợp hoặc hai mục cạnh nhau có cùng `title` nên người chấm không phân biệt được. Thường do sao chép mà quên sửa, hoặc "
          "rút gọn quá mức. Ghi rõ điểm khác nhau; nếu biểu mẫu in như vậy thì nói trong `erratum`.",
          "Two options, two cases or two neighbouring items have the same `title`, so assessors cannot tell them apart. Usually one was copied "
          "and not changed, or shortened too far. Say what sets them apart; where the form prints it so, say it in an `erratum`."}},
        {"list-mixed", error,
         {"danh sách chỉ có một phần ghi `id`", "only some entries of a list have an `id`"},
         {"Danh sách chỉ ghép theo `id` khi mọi phần tử đều ghi `id`, ở đây và ở tệp được kế thừa; không ghi `id` thì thay cả danh sách. Lẫn lộn "
          "hai cách thì không rõ ý. Ghi `id` cho tất cả, hoặc không ghi cho phần tử nào.",
          "A list merges by `id` only if all its entries have one, here and in the file it extends; without ids it replaces the other list. A "
          "mixture does not say which is meant. Write an `id` in every entry, or in none."}},
        {"minima-fall", error,
         {"yêu cầu tối thiểu của hạng cao lại thấp hơn", "a higher star asks for fewer points"},
         {"Trong một tiêu chí, mức tối thiểu của hạng cao không được ít điểm hơn mức của hạng thấp. Thường do đặt nhầm dấu sao hoặc gõ nhầm điểm. "
          "Đối chiếu `minimum_for` và `points` với biểu mẫu.",
          "In one criterion the minimum of a higher star is not worth less than that of a lower one. Usually a mark stands at the wrong option, "
          "or points are mistyped. Hold `minimum_for` and `points` against the form."}},
        {"minimum-implied", warning,
         {"yêu cầu tối thiểu không đòi hỏi gì thêm", "a minimum asks for nothing"},
         {"Mức tối thiểu này đáng 0 điểm, hoặc hạng thấp hơn đã đòi bằng thế, hoặc không đạt nó thì cũng không đủ điểm vào hạng. Thường do dấu sao "
          "đặt nhầm mức. Đối chiếu với biểu mẫu; nếu đúng như in thì ghi trong `erratum`.",
          "The option is worth 0 points, a lower star asks for as much already, or whoever falls short of it cannot have the points for the star "
          "anyway. Usually the mark stands at the wrong option. Hold it against the form; where it is printed so, say it in an `erratum`."}},
        {"minimum-twice", error,
         {"một hạng có hai yêu cầu tối thiểu trong một tiêu chí", "two options are the minimum for one star"},
         {"Trong một tiêu chí, mỗi hạng sao chỉ có một mức tối thiểu luôn bắt buộc, nếu không thì không biết mức nào quyết định. Đối chiếu với biểu "
          "mẫu và bỏ một `minimum_for`. Nếu tùy trường hợp thì ghi kèm điều kiện.",
          "In one criterion each star has one option that is always its minimum; with two it is open which decides. Hold it against the form and "
          "take one `minimum_for` out. Where it depends, write under which condition each binds."}},
        {"minimum-unreachable", warning,
         {"yêu cầu tối thiểu cho một hạng không thể đạt", "a minimum for a star that cannot be attained"},
         {"Hạng sao này bắt đầu ở số điểm cao hơn mức tối đa có thể đạt, nên yêu cầu tối thiểu của nó vô nghĩa. Có thể sai khoảng trong `stars`, "
          "sai điểm của tiêu chí hoặc sai số sao ở dấu. Đối chiếu với biểu mẫu.",
          "The star begins above what can be attained in all, so its minimum can never matter. A band in `stars`, the points of a criterion or "
          "the number at the mark may be wrong. Hold them against the form."}},
        {"misplaced-key", error,
         {"khóa này không dùng được ở đây", "this key does not belong here"},
         {"Khóa đúng tên nhưng chỉ có nghĩa bên cạnh khóa khác: `unit` đi với số, `values` với chuỗi, `stars` với `effect: cap`, `after` với "
          "`effect: stop`, `choose` với `options`, `step` với `score`, `incomplete_from` với `incomplete`. Để yên thì bị bỏ qua mà không ai hay, "
          "nên bị từ chối. Bỏ khóa, hoặc thêm cái nó cần.",
          "The key exists, but means something beside another one alone: `unit` for numbers, `values` for strings, `stars` with `effect: cap`, "
          "`after` with `effect: stop`, `choose` with `options`, `step` with `score`, `incomplete_from` with `incomplete`. It would do nothing, "
          "and nobody would notice. Take it out, or add what it needs."}},
        {"no-directory", error,
         {"không có thư mục này", "there is no such directory"},
         {"`--rules` gọi tên một thư mục không có. Sửa tên, hoặc chạy lệnh ở thư mục chứa nó.",
          "`--rules` names a directory that is not there. Correct the name, or run the command where it is."}},
        {"no-form", error,
         {"hàm này cần một bộ tiêu chí", "this function needs a rule set"},
         {"`points`, `option` và `reading` hỏi về việc chấm điểm, mà ở đây không có bộ tiêu chí nào, ví dụ trong `domain` hay khi chạy `ocop eval`. "
          "Chỉ dùng chúng trong `when`, `applies` và `minimum_for` của bộ tiêu chí.",
          "`points`, `option` and `reading` ask about a rating, and here there is no rule set to ask: in a `domain`, or in `ocop eval`. Use them "
          "in `when`, `applies` and `minimum_for` of a rule set only."}},
        {"not-found", error,
         {"không tìm thấy tệp hoặc bộ tiêu chí", "there is no such file or rule set"},
         {"Không có tệp, bộ tiêu chí, quy tắc Hội đồng hay thư mục với tên này. Thường do gõ nhầm, đổi chỗ tệp, hoặc thiếu thư mục thư viện. Sửa "
          "tên; mã tính từ thư mục của thư viện, đường dẫn tính từ tệp đang viết.",
          "There is no file, rule set, council or directory of this name. Usually it is mistyped, the file was moved, or a library's directory "
          "was not given. Correct the name: an id leads from the library's directory, a path from this file."}},
        {"not-literal", error,
         {"đối số phải là chuỗi viết sẵn trong dấu nháy", "the name has to stand there in quotes"},
         {"`points`, `option` và `reading` nhận một chuỗi viết sẵn, như `points(\"5.1\")`, để kiểm tra được ngay khi đọc bộ tiêu chí. Dữ kiện hay "
          "biểu thức thì không được; quên dấu nháy là lỗi hay gặp. Viết mã hoặc tên trong dấu nháy kép.",
          "`points`, `option` and `reading` take a text as it stands, such as `points(\"5.1\")`, so that it can be checked when the rule set "
          "loads. A fact or an expression will not do, and quotes are easily forgotten. Write the id or name in double quotes."}},
        {"null-test", error,
         {"không được hỏi dữ kiện đã biết hay chưa", "a rule set may not ask whether something is known"},
         {"Phép so với `null` hỏi dữ kiện đã biết hay chưa; trong bộ tiêu chí như vậy thì im lặng sẽ thành có lợi hay có hại. Điều chưa biết tự làm "
          "điều kiện thành chưa biết. Bỏ phép so; nếu có giá trị mặc nhiên đúng thì ghi `missing` cho dữ kiện.",
          "A comparison with `null` asks whether a fact is known, and then saying nothing would decide something. What is not known makes a "
          "condition not known by itself. Take the comparison out; where a value can rightly be assumed, give the fact a `missing`."}},
        {"number-exponent", error,
         {"số viết có số mũ", "a number is written with an exponent"},
         {"Số trong điều kiện viết đầy đủ; `1e3` có thể bị hiểu là số 1 với đơn vị `e3`. Viết `1000`.",
          "Numbers in a condition are written out; in `1e3` the `e3` could as well be a unit. Write `1000`."}},
        {"number-too-large", error,
         {"số có quá nhiều chữ số", "a number has too many digits"},
         {"Số trong điều kiện dài quá 400 chữ số, chắc chắn không phải điều muốn viết. Xem có dán nhầm không và viết lại số.",
          "A number in a condition has more than 400 digits, which can hardly be meant. See whether something was pasted in, and write the number "
          "anew."}},
        {"numbering-jump", warning,
         {"số thứ tự không liền nhau", "form numbers do not follow each other"},
         {"Số của phần, mục, tiêu chí hay mức nhảy cách, lặp lại, hoặc không bắt đầu từ đầu. Có thể sót một dòng khi chép, hoặc gõ nhầm số. Đối "
          "chiếu với biểu mẫu; nếu biểu mẫu đánh số sai thì ghi trong `erratum`.",
          "Numbers of parts, sections, criteria or options jump, repeat, or do not begin where they should. Something may have been left out in "
          "copying, or a number is mistyped. Hold them against the form; where the form itself is wrong, say so in an `erratum`."}},
        {"option-here", error,
         {"không hỏi `option` ở đây được", "`option` cannot be asked here"},
         {"Điều kiện trong `gates` và trong `minimum_for` được quyết một lần cho cả Hội đồng: điểm các phiếu gộp lại được, còn các mức đã chọn thì "
          "không. Hỏi điểm thay cho mức: `points(\"5.1\")`.",
          "Gates and minima are decided once for the whole council: the points of its sheets are combined, the options ticked are not. Ask for "
          "the points instead: `points(\"5.1\")`."}},
        {"option-unreachable", warning,
         {"mức không bao giờ khớp dữ kiện", "no facts lead to this option"},
         {"`when` của mức không bao giờ đúng với các giá trị mà dữ kiện có thể nhận, nên dữ kiện không bao giờ dẫn tới mức này. Thường do sai "
          "ngưỡng hoặc `domain` hẹp quá. Sửa `when` hoặc `domain`.",
          "The option's `when` is never true within the values that its facts can have, so facts never lead to it. Usually a limit is mistyped or "
          "a `domain` is too narrow. Correct `when` or the `domain`."}},
        {"out-of-range", error,
         {"số nằm ngoài phạm vi cho phép", "a number is out of range"},
         {"Số này nhỏ hơn hay lớn hơn phạm vi nêu trong thông báo, hoặc viết dài quá số chữ số cho phép. Xem có gõ nhầm hay dán nhầm không, rồi "
          "viết lại.",
          "The number is below or above what the message allows, or has more digits than a number may have. See whether it was mistyped, and "
          "write it anew."}},
        {"outside-library", error,
         {"đường dẫn ra ngoài thư viện", "this leads out of the library's directory"},
         {"Tệp trong thư viện chỉ được kế thừa tệp trong cùng thư mục thư viện, kể cả khi đi qua liên kết tượng trưng; nhờ vậy thư viện tự đủ và "
          "không đọc nhầm tệp khác trên máy. Đưa tệp vào thư viện, hoặc nêu bộ tiêu chí bằng mã.",
          "A rule set extends only what lies in its own library's directory, symbolic links resolved; so a library is whole in itself and reads "
          "nothing else of the machine. Move the file into it, or name another rule set by its id."}},
        {"parts-missing", error,
         {"bộ tiêu chí không có `parts`", "the rule set has no `parts`"},
         {"`parts` chứa các phần, mục và tiêu chí; không có nó thì không có gì để chấm. Viết `parts`, hoặc kế thừa bằng `extends` một tệp có "
          "`parts`.",
          "`parts` holds the parts, sections and criteria; without it there is nothing to mark. Write it, or extend a file that has it."}},
        {"points-order", warning,
         {"điểm giảm dần trong danh sách mức", "points fall within a list of options"},
         {"Các mức viết từ ít điểm đến nhiều điểm; điểm tụt xuống thường là gõ nhầm, hoặc hai danh sách bị ghép làm một. Đối chiếu với biểu mẫu. "
          "Nếu đúng là hai danh sách thì viết thành `cases`; nếu biểu mẫu in như vậy thì ghi trong `erratum`.",
          "Options are written from the fewest points to the most; where points fall, one is usually mistyped, or two lists were run together. "
          "Hold them against the form. Two lists in one are `cases`; where the form prints it so, say it in an `erratum`."}},
        {"points-range", error,
         {"điểm ngoài phạm vi cho phép", "points are out of range"},
         {"Điểm không âm, không quá 1.000.000 và có nhiều nhất bốn chữ số thập phân; `step` lớn hơn 0. Giới hạn này giữ cho phép cộng luôn chính "
          "xác. Thường do gõ nhầm; sửa lại số.",
          "Points are 0 or more, at most 1,000,000 in all, and have at most four decimals; a `step` is above 0. So sums stay exact. Usually "
          "something is mistyped: correct the number."}},
        {"points-repeated", warning,
         {"hai mức của một tiêu chí cùng điểm", "two options of one criterion have the same points"},
         {"Chấm bằng số điểm thì không biết là mức nào. Thường là lỗi chép: 1 hai lần thay vì 0 và 1. Đối chiếu với biểu mẫu; nếu biểu mẫu in như "
          "vậy, ghi rõ trong `erratum`.",
          "A mark given as points cannot tell which option is meant. Usually a slip of transcription: 1 twice instead of 0 and 1. Hold it against "
          "the form; where the form prints it so, say it in an `erratum`."}},
        {"quorum-range", error,
         {"`quorum` không phải tỷ lệ hợp lệ", "`quorum` is no share of the members"},
         {"`quorum` là tỷ lệ số phiếu so với số thành viên Hội đồng, lớn hơn 0% và không quá 100%, viết kèm dấu phần trăm. Viết `quorum: 75%`.",
          "`quorum` is the share of the council's members whose sheets there have to be: above 0% and up to 100%, with its percent sign. Write "
          "`quorum: 75%`."}},
        {"reading-unused", warning,
         {"cách hiểu không dùng đến", "no condition asks for this reading"},
         {"Cách hiểu riêng của bộ tiêu chí được khai nhưng không điều kiện nào hỏi đến bằng `reading(\"…\")`, nên chọn cách nào cũng không đổi kết "
          "quả. Dùng nó trong một điều kiện, hoặc bỏ đi.",
          "A reading of the rule set's own is declared, and no condition asks for it by `reading(\"…\")`, so its choice changes nothing. Ask for "
          "it in a condition, or take it out."}},
        {"remove-missing", error,
         {"`remove` một thứ không có", "there is nothing to remove"},
         {"`remove: true` bỏ một phần tử của tệp được kế thừa, nhưng ở đó không có khóa hay `id` này; hoặc phần tử không có `id` nên không bỏ được. "
          "Có thể gõ nhầm, hoặc tệp kia đã đổi. Sửa tên, hoặc xóa dòng này.",
          "`remove: true` drops an entry of the file that is extended, and there is none with this key or `id`; an entry without an `id` cannot "
          "be removed at all. Perhaps it is mistyped, or that file has changed. Correct the name, or take this out."}},
        {"remove-value", error,
         {"`remove` viết không đúng", "`remove` is not written as it should be"},
         {"`remove` chỉ nhận `true`, đứng một mình trong phần tử bị bỏ (thêm `id` nếu trong danh sách), và không dùng cho cả tệp. Muốn giữ thì bỏ "
          "`remove`; muốn thay thì viết giá trị mới.",
          "`remove` can only be `true`; it stands alone in the entry that goes, beside the `id` in a list, and never for a whole file. Leave it "
          "out to keep the entry; to change the entry write the new values."}},
        {"repeated", error,
         {"nêu hai lần cùng một giá trị", "the same is named twice"},
         {"Một giá trị có hai lần trong danh sách, cách hiểu có `chosen` lặp lại trong `also`, hoặc hai phần tử của `recognition` bắt đầu cùng "
          "ngày. Thường là gõ nhầm cho một giá trị khác. Sửa hoặc bỏ một chỗ.",
          "A list has one value twice, a reading has its `chosen` in `also` as well, or two entries of `recognition` begin on one day. Often "
          "another value was meant. Correct one, or take it out."}},
        {"reserved-name", error,
         {"tên này đã có nghĩa riêng", "this name has a meaning of its own"},
         {"`level`, `assessed_on`, `filed_on`, `evidence` và `total` đã có sẵn trong mọi điều kiện, nên dữ kiện không được trùng tên. Đặt tên khác "
          "cho dữ kiện.",
          "`level`, `assessed_on`, `filed_on`, `evidence` and `total` are there in every condition, so no fact may be called so. Call the fact "
          "otherwise."}},
        {"rule-set-id", error,
         {"`rule_set` không khớp chỗ của tệp", "`rule_set` does not agree with the file's place"},
         {"Trong thư viện, mã của bộ tiêu chí chính là đường dẫn của tệp tính từ thư mục thư viện, không có `.yaml`; `rule_set` ghi lại mã đó cho "
          "người đọc. Thường do sao chép tệp mà quên sửa. Sửa `rule_set`, hoặc chuyển tệp.",
          "In a library the id of a rule set is the file's path from the library's directory, without `.yaml`; `rule_set` repeats it for people "
          "to see. Usually a file was copied and this not changed. Correct `rule_set`, or move the file."}},
        {"rule-set-missing", error,
         {"tệp không có `rule_set:`", "the file has no `rule_set:`"},
         {"Tệp không có `rule_set:` là tệp dùng chung, chỉ để bộ khác kế thừa và được kiểm tra qua các bộ ấy. Nếu đây là một bộ tiêu chí, ghi mã "
          "của nó ở đầu tệp: `rule_set: nhóm/tên`.",
          "A file without `rule_set:` is a fragment: others extend it, and it is checked through them. If it is to be a rule set, let it name "
          "itself at the top: `rule_set: group/name`."}},
        {"rule-set-repeated", warning,
         {"hai bộ tiêu chí có cùng biểu mẫu", "two rule sets have the same form"},
         {"Hai bộ giống nhau từng chữ, từng điểm, nên có lẽ một biểu mẫu được nhập hai lần và biểu mẫu kia bị sót. Đối chiếu cả hai với văn bản.",
          "Two rule sets agree word by word and point by point, so one form was probably entered twice, and another not at all. Hold both against "
          "their source."}},
        {"shortfall", note,
         {"tổng điểm được khai là không khớp", "a sum is declared not to close"},
         {"Bộ tiêu chí ghi bằng `attainable` và `shortfall` rằng điểm trong văn bản không cộng đủ `max`. Đây chỉ là ghi chú. Khi có bản chính thức, "
          "đối chiếu lại chỗ này.",
          "The rule set says by `attainable` and `shortfall` that the points of the source do not add up to its `max`. This is a note. When the "
          "signed text is at hand, look at it again."}},
        {"shortfall-missing", error,
         {"có `attainable` mà thiếu `shortfall`", "`attainable` without a `shortfall`"},
         {"`attainable` nói rằng điểm thực tế có thể đạt khác với `max` đã in. Người đọc cần biết lý do, nên phải có `shortfall`. Thêm `shortfall: "
          "\"…\"` nói rõ vì sao; nếu điểm thật ra khớp thì bỏ `attainable`.",
          "`attainable` says that less or more can be attained than the printed `max`. Readers need to know why, so a `shortfall` says it. Add "
          "one; or take `attainable` out if the points do close."}},
        {"star-unreachable", warning,
         {"hạng sao không hồ sơ nào đạt được", "no card can get this star"},
         {"Hạng này bắt đầu ở số điểm cao hơn mức tối đa có thể đạt. Có thể sai khoảng trong `stars`, hoặc sót hay gõ nhầm điểm của tiêu chí. Đối "
          "chiếu cả hai với văn bản.",
          "The star begins above what can be attained in all. A band in `stars` may be wrong, or points were mistyped or left out. Hold both "
          "against the source."}},
        {"stop-reads-ahead", error,
         {"điều kiện dừng hỏi đến phần chưa chấm", "a stop gate reads what comes later"},
         {"Điều kiện có `effect: stop` được quyết ngay sau mục nêu ở `after` (không có `after` thì trước khi chấm), nên không thể hỏi điểm của mục "
          "đến sau, hay `total` khi chưa chấm hết. Đổi `after`, hoặc chỉ hỏi những gì đã chấm tới đó.",
          "A gate with `effect: stop` is decided right after the item that `after` names, or before everything, so it cannot ask for points of "
          "what comes later, or for `total` before all is marked. Change `after`, or ask only for what has been marked by then."}},
        {"succeeds-unknown", warning,
         {"không có bộ tiêu chí nêu trong `succeeds`", "`succeeds` names a rule set that is not there"},
         {"`succeeds` nêu bộ tiêu chí trước của cùng nhóm sản phẩm, dùng để xem ngày hiệu lực có nối tiếp nhau không. Thư viện không có bộ này, có "
          "thể do gõ nhầm mã. Sửa mã, hoặc bỏ đi nếu bộ cũ không có trong thư viện.",
          "`succeeds` names the earlier criteria of the product set, by which it is seen whether their days follow each other. The library has no "
          "such rule set; perhaps the id is mistyped. Correct it, or leave it out if the earlier set is not kept."}},
        {"sum-differs", error,
         {"điểm không cộng đúng `max`", "points do not add up"},
         {"`max` bằng điểm tốt nhất có thể đạt ở bên dưới: tổng các mục con, hoặc mức cao nhất của tiêu chí; có `attainable` thì so với "
          "`attainable`. Lệch nghĩa là có điểm gõ nhầm hoặc sót dòng. Đối chiếu với biểu mẫu; nếu chính văn bản không khớp, ghi `attainable` kèm "
          "`shortfall`.",
          "`max`, or `attainable` where it is given, is the best that can be attained below: the sum of the items, or the highest option of a "
          "criterion. Where it differs, points are mistyped or something was left out. Hold it against the form; where the source itself does not "
          "close, declare `attainable` with a `shortfall`."}},
        {"tests-disagree", warning,
         {"kết quả không như bài kiểm tra chờ đợi", "rule tests expect something else"},
         {"Có bài kiểm tra của bộ này không đạt hoặc không chạy được: bộ tiêu chí và bài kiểm tra nói khác nhau, nên một trong hai sai. Thường do một "
          "mức điểm hay dấu tối thiểu bị sửa nhầm, kể cả trong tệp dùng chung. Chạy `ocop test` để xem chờ đợi gì và được gì, rồi đối chiếu văn bản.",
          "A test for this rule set fails or cannot be run: the two say different things, so one of them is wrong. Often points or a minimum were "
          "changed by mistake, perhaps in a file that is shared. `ocop test` shows what was expected and what came out; hold it against the source."}},
        {"title-missing", error,
         {"thiếu `title`", "a `title` is missing"},
         {"Bộ tiêu chí, phần, mục, tiêu chí, mức, trường hợp, điều kiện trong `gates`, dữ kiện và cách hiểu riêng đều cần tên để hiện trên phiếu và "
          "trong kết quả. Ghi `title: {vi: \"…\", en: \"…\"}`.",
          "The rule set, its items, options, cases, gates and facts, and readings of its own, all need words that sheets and ratings can show. "
          "Write `title: {vi: \"…\", en: \"…\"}`."}},
        {"too-deep", error,
         {"lồng nhau quá nhiều tầng", "lists and maps nest too deep"},
         {"Danh sách và nhóm lồng nhau vượt giới hạn; một bộ tiêu chí bình thường không bao giờ tới đó. Thường do thụt dòng sai, hoặc thừa ngoặc "
          "mở. Xem lại chỗ đánh dấu.",
          "Lists and maps stand inside each other deeper than any rule set needs. Usually lines are indented wrongly, or brackets are opened and "
          "not closed. Look at the place marked."}},
        {"too-large", error,
         {"tệp quá lớn", "the file is too large"},
         {"Tệp vượt dung lượng cho phép; bộ tiêu chí bình thường nhỏ hơn nhiều. Có lẽ nhầm tệp. Nếu đúng, tách phần dùng chung ra tệp khác và dùng "
          "`extends`.",
          "The file has more bytes than are allowed, and far more than a rule set needs. It is probably another file. If not, move what is shared "
          "to files of their own and extend them."}},
        {"too-many-errors", error,
         {"quá nhiều lỗi nên không liệt kê hết", "there are more errors than are listed"},
         {"Chỉ liệt kê một số lỗi đầu, vì nhiều lỗi thường do cùng một nguyên nhân, như thụt dòng sai hay thiếu một dữ kiện. Sửa những lỗi đã nêu "
          "rồi kiểm tra lại.",
          "Only the first are listed, for many errors mostly have one cause, such as a wrong indentation or one fact that is missing. Correct "
          "what is told and check again."}},
        {"too-many-files", error,
         {"kế thừa quá nhiều tệp", "too many files are extended"},
         {"Một bộ tiêu chí kéo theo, trực tiếp và gián tiếp, nhiều tệp hơn mức cho phép. Như vậy khó biết giá trị nào từ đâu đến. Gộp bớt các tệp "
          "dùng chung.",
          "A rule set extends more files than are allowed, directly or through others. Nobody could say where a value comes from. Join some of "
          "the shared files."}},
        {"too-many-items", error,
         {"quá nhiều tiêu chí hoặc quá nhiều mức", "too many items or options"},
         {"Biểu mẫu có nhiều mục, hoặc một tiêu chí có nhiều mức, hơn giới hạn nêu trong thông báo; biểu mẫu thật không bao giờ tới đó. Có lẽ tệp "
          "được sinh ra sai hoặc bị chép lặp. Xem lại; nếu cần thì chia thành nhiều bộ.",
          "The form has more items, or a criterion more options, than the message allows, which no real form does. The file was probably made "
          "wrongly, or something was copied over and over. Look at it, or split the rule set."}},
        {"too-many-nodes", error,
         {"có quá nhiều giá trị", "there are too many values"},
         {"Tệp này, hoặc toàn bộ các tệp được kế thừa, có nhiều giá trị hơn mức cho phép. Có lẽ nhầm tệp, hoặc nội dung bị chép lặp. Xem lại tệp; "
          "bớt những gì thừa.",
          "The file, or all that is extended taken together, holds more values than are allowed. It is probably another file, or something was "
          "copied over and over. Look at it, and take out what is too much."}},
        {"translation-missing", error,
         {"thiếu một trong hai ngôn ngữ", "one of the two languages is missing"},
         {"Văn bản hiện cho người đọc phải có cả tiếng Việt lẫn tiếng Anh và không để trống, vì phiếu và kết quả được in bằng cả hai thứ tiếng. "
          "Viết `{vi: \"…\", en: \"…\"}`.",
          "What people get to read is there in Vietnamese and English, neither of them empty, for sheets and ratings are printed in both. Write "
          "`{vi: \"…\", en: \"…\"}`."}},
        {"unknown-authority", error,
         {"không có cấp công nhận này", "this is no authority"},
         {"`authority` trong `recognition` là một trong `commune`, `district`, `province`, `ministry` (xã, huyện, tỉnh, bộ). Nó quyết định kết quả "
          "là cuối cùng hay mới là đề nghị. Viết đúng một trong bốn từ ấy.",
          "The `authority` of a `recognition` is `commune`, `district`, `province` or `ministry`; it decides whether a rating is final or a "
          "proposal. Write one of these words."}},
        {"unknown-evidence", error,
         {"minh chứng chưa được khai", "no such evidence is declared"},
         {"Mục hoặc mức đòi một minh chứng không có trong `evidence` của bộ tiêu chí, nên hồ sơ không thể nêu nó. Thường do gõ nhầm. Sửa mã, hoặc "
          "khai minh chứng trong `evidence`.",
          "An item or option requires evidence that the rule set's `evidence` does not declare, so no card could name it. Usually it is mistyped. "
          "Correct the id, or declare it under `evidence`."}},
        {"unknown-function", error,
         {"không có hàm này", "there is no such function"},
         {"Điều kiện chỉ gọi được các hàm có sẵn của ngôn ngữ; không tự viết hàm được. Có thể gõ nhầm, hoặc nhớ tên từ ngôn ngữ khác. Dùng tên được "
          "gợi ý, hoặc viết lại bằng các phép có sẵn.",
          "Conditions call the functions that the language has; one cannot write one's own. It may be mistyped, or remembered from another "
          "language. Take the name that is suggested, or say it with operators."}},
        {"unknown-item", error,
         {"biểu mẫu không có mục này", "the form has no such item"},
         {"`points`, `option` hay `after` nêu mã của phần, mục hoặc tiêu chí không có trong bộ tiêu chí; riêng `option` chỉ hỏi được tiêu chí. Có "
          "thể gõ nhầm, hoặc mục đã bị bỏ hay đánh số lại. Sửa mã.",
          "`points`, `option` or `after` names a part, section or criterion that the rule set does not have; `option` asks for criteria only. It "
          "may be mistyped, or the item was removed or renumbered. Correct the id."}},
        {"unknown-key", error,
         {"không có khóa này", "there is no such key here"},
         {"Khóa lạ bị từ chối, vì một khóa gõ nhầm mà bị bỏ qua sẽ làm mất một yêu cầu mà không ai hay. Có thể gõ nhầm, hoặc khóa thụt dòng sai nên "
          "rơi vào nhóm khác. Sửa tên khóa hoặc chỗ đứng của nó.",
          "Unknown keys are refused, for a mistyped key that is passed over would lose a requirement without anybody noticing. It may be "
          "mistyped, or indented so that it falls into another map. Correct its name or its place."}},
        {"unknown-name", error,
         {"điều kiện hỏi một dữ kiện chưa khai", "no fact is called so"},
         {"Tên này không phải dữ kiện trong `facts`, cũng không phải tên có sẵn như `level` hay `total`. Có thể gõ nhầm, quên khai dữ kiện, hoặc "
          "quên dấu nháy kép quanh một chuỗi. Sửa tên, hoặc khai dữ kiện.",
          "The name is neither a fact declared in `facts` nor one that is always there, such as `level` or `total`. It may be mistyped, the fact "
          "not declared, or a text written without its double quotes. Correct the name, or declare the fact."}},
        {"unknown-reading", error,
         {"không có cách hiểu này", "there is no such reading"},
         {"`reading(\"…\")` hỏi một cách hiểu mà bộ tiêu chí không khai trong `readings` và cũng không có sẵn. Sửa tên, hoặc khai cách hiểu với "
          "`chosen` và `also`.",
          "`reading(\"…\")` asks for a reading that the rule set's `readings` do not declare and that is not one of the engine's own. Correct the "
          "name, or declare it with `chosen` and `also`."}},
        {"unknown-star", error,
         {"không có hạng sao này", "this is no star of the rule set"},
         {"Hạng trong `stars` là số nguyên từ 1 đến 20; ở chỗ khác, như `minimum_for`, chỉ nêu được hạng có khoảng điểm trong `stars`. Sửa số sao, "
          "hoặc bổ sung hạng vào `stars`.",
          "Stars are whole numbers from 1 to 20, and elsewhere, as in `minimum_for`, only those that have a band in `stars`. Correct the number, "
          "or add the band."}},
        {"unknown-type", error,
         {"không có kiểu dữ kiện này", "this is no type of a fact"},
         {"`type` là `boolean`, `number`, `string`, `date`, hoặc `list of` kèm một trong bốn kiểu ấy. Kiểu cho biết điều kiện hỏi được gì và hồ sơ "
          "phải điền gì. Viết đúng một kiểu.",
          "A `type` is `boolean`, `number`, `string`, `date`, or `list of` one of these. It says what conditions may ask and what cards have to "
          "give. Write one of them."}},
        {"unknown-value", error,
         {"giá trị không thuộc các từ cho phép", "this is none of the words expected"},
         {"Khóa này chỉ nhận vài từ: `effect` là `reject`, `stop`, `cap`; `choose` là `any`, `one`; `combine` là `mean`, `median`, `trimmed mean`. "
          "Viết đúng một từ nêu trong thông báo.",
          "Only certain words can stand here: `effect` is `reject`, `stop` or `cap`; `choose` is `any` or `one`; `combine` is `mean`, `median` or "
          "`trimmed mean`. Write one that the message lists."}},
        {"unknown-way", error,
         {"cách hiểu không có lựa chọn này", "a reading cannot be taken this way"},
         {"Các cách hiểu có sẵn, như `rounding` hay `minima_missed`, chỉ có những lựa chọn nêu trong thông báo, vì chương trình phải biết làm gì. "
          "Sửa `chosen` hoặc `also`.",
          "The engine's own readings, such as `rounding` or `minima_missed`, can be taken only in the ways that the message lists, for the engine "
          "has to know what to do. Correct `chosen` or `also`."}},
        {"unreadable", error,
         {"không đọc được tệp", "the file cannot be read"},
         {"Tệp không tồn tại, là thư mục, không phải tệp thường, hoặc không có quyền đọc; thông báo nêu lý do. Kiểm tra tên tệp và quyền truy cập.",
          "The file does not exist, is a directory or no regular file, or may not be opened; the message says which. See to its name and its "
          "permissions."}},
        {"untested", warning,
         {"chưa có bài kiểm tra cho bộ tiêu chí", "no rule test is for this rule set"},
         {"Không có tệp `*.test.yaml` nào dành cho bộ này, nên lần sửa sau làm sai kết quả cũng không ai biết. Viết vào một tệp `.test.yaml` bên "
          "cạnh vài phiếu chấm và kết quả phải có.",
          "No `*.test.yaml` is for this rule set, so a later change could spoil its ratings and nobody would know. Write a few sheets and what "
          "must come out of them into a `.test.yaml` beside it."}},
        {"when-gap", warning,
         {"có dữ kiện không khớp mức nào", "some facts fit no option or case"},
         {"Với các dữ kiện nêu trong thông báo, không mức (hay trường hợp) nào có `when` đúng, nên suy từ dữ kiện thì không có mức nào được chọn. "
          "Thường do sót đúng một ngưỡng, như dưới 50 và trên 50 mà không có 50. Sửa một `when` để phủ kín, hoặc giải thích trong `erratum` nếu văn "
          "bản như vậy.",
          "With the facts that the message shows, no option or case has a true `when`, so facts alone lead to none. Usually a limit itself was "
          "left out: below 50 and above 50, but not 50. Widen one `when`; where the source leaves it open, say so in an `erratum`."}},
        {"when-missing", warning,
         {"một mức thiếu `when` trong khi các mức khác có", "one option has no `when`, the others have"},
         {"Chỉ suy được điểm từ dữ kiện khi mọi mức của danh sách đều có `when`. Ở đây chỉ một mức trên 0 điểm không có, thường do sót. Viết `when` cho mức này, "
          "hoặc bỏ ở mọi mức, hoặc giải thích trong `erratum`.",
          "Facts give a mark only where every option of the list has a `when`. Here a single one above 0 points has none, mostly because it was lost. "
          "Write it, take it out of all of them, or explain it in an `erratum`."}},
        {"when-overlap", warning,
         {"có dữ kiện khớp hai mức", "some facts fit two options or cases"},
         {"Với các dữ kiện nêu trong thông báo, hai mức (hay trường hợp) cùng có `when` đúng, nên suy từ dữ kiện thì không chọn được cái nào. "
          "Thường do cả hai cùng nhận ngưỡng chung, như `<= 50%` và `>= 50%`. Sửa một bên; nếu văn bản như vậy, ghi rõ trong `erratum`.",
          "With the facts that the message shows, two options or cases both have a true `when`, so neither can be chosen by facts. Usually both "
          "take their common limit in: `<= 50%` and `>= 50%`. Change one; where the source has it so, say it in an `erratum`."}},
        {"wrong-type", error,
         {"giá trị không đúng loại", "this is not the kind of value expected"},
         {"Ở đây cần loại giá trị khác: số, chuỗi, `true` hay `false`, ngày, danh sách hoặc nhóm khóa; thông báo nêu cái cần và cái gặp phải. Hay "
          "gặp: số đặt trong dấu nháy, số lẻ viết dấu phẩy, `yes` thay cho `true`, ngày viết 22/05/2026. Viết lại theo gợi ý.",
          "Another kind of value belongs here: a number, a text, `true` or `false`, a day, a list or a map; the message says what was wanted and "
          "what was found. Usual slips: a number in quotes, a decimal comma, `yes` for `true`, a day written 22/05/2026. Write it as the help "
          "says."}},
        {"yaml-alias", error,
         {"dùng tham chiếu `*` của YAML", "a YAML alias stands here"},
         {"`*` ở đầu giá trị là tham chiếu của YAML, ở đây không dùng, để mỗi giá trị nằm đúng chỗ người ta đọc nó. Viết lại giá trị tại từng chỗ; "
          "chuỗi bắt đầu bằng `*` thì đặt trong dấu nháy.",
          "A `*` at the beginning of a value is a YAML alias; they are not used here, so that each value stands where it is read. Write the value "
          "out at each place; a text that begins with `*` stands in quotes."}},
        {"yaml-anchor", error,
         {"dùng neo `&` của YAML", "a YAML anchor stands here"},
         {"`&` ở đầu giá trị là neo của YAML, ở đây không dùng. Phần dùng chung giữa các tệp thì dùng `extends`. Viết lại giá trị tại từng chỗ; "
          "chuỗi bắt đầu bằng `&` thì đặt trong dấu nháy.",
          "An `&` at the beginning of a value is a YAML anchor; they are not used here. What files share goes by `extends`. Write the value out "
          "at each place; a text that begins with `&` stands in quotes."}},
        {"yaml-block-text", error,
         {"`>` hoặc `|` ở đầu giá trị mà còn chữ theo sau", "`>` or `|` begins a value and more follows on its line"},
         {"Trong YAML, `>` và `|` mở một đoạn văn ở các dòng dưới, nên không thể có gì khác trên cùng dòng. Thường là một điều kiện như `> 20`. Đặt "
          "cả chuỗi trong dấu nháy.",
          "In YAML `>` and `|` begin a text on the lines below, so nothing else can follow on the line. Mostly a condition such as `> 20` was "
          "meant. Put the whole text in quotes."}},
        {"yaml-directive", error,
         {"dòng bắt đầu bằng `%`", "a line begins with `%`"},
         {"Dòng bắt đầu bằng `%` là chỉ thị của YAML, như `%YAML 1.2`; ở đây không dùng. Xóa dòng đó; nếu nó thuộc một đoạn văn thì thụt vào.",
          "A line that begins with `%` is a YAML directive, such as `%YAML 1.2`; they are not used here. Take it out; if it is part of a text, "
          "indent it."}},
        {"yaml-escape", error,
         {"ký hiệu thoát không có trong dấu nháy kép", "this is no escape in a text in double quotes"},
         {"Trong dấu nháy kép, dấu `\\` mở một ký hiệu thoát, và ký hiệu này không có. Viết `\\\\` nếu muốn chính dấu gạch chéo ngược, hoặc dùng "
          "dấu nháy đơn, ở đó dấu `\\` giữ nguyên.",
          "In double quotes a `\\` begins an escape, and there is none like this. Write `\\\\` for a backslash, or use single quotes, in which a "
          "`\\` is only itself."}},
        {"yaml-indentation", error,
         {"thụt dòng không đúng", "a line is indented wrongly"},
         {"YAML hiểu cấu trúc theo cột đầu dòng; dòng này bắt đầu ở cột không khớp với dòng nào phía trên, hoặc sâu hơn dòng đã có giá trị. Cho các "
          "khóa của một nhóm, và các `- ` của một danh sách, bắt đầu cùng cột.",
          "YAML goes by the column in which a line begins, and this one begins where nothing above it does, or deeper than a line that already "
          "has its value. Begin the keys of one map, and the `- ` of one list, in the same column."}},
        {"yaml-key", error,
         {"khóa không hợp lệ", "this cannot be a key"},
         {"Trước dấu `:` phải là một khóa bằng chữ: thiếu khóa, `~` hay `null`, một danh sách, một nhóm, hoặc khóa quá dài thì không được. Viết "
          "`khóa: giá trị`; chuỗi bắt đầu bằng `[` hay `{` thì đặt trong dấu nháy.",
          "Before a `:` stands a key, which is a text: nothing, `~` or `null`, a list, a map or a very long text will not do. Write `key: value`; "
          "a text that begins with `[` or `{` stands in quotes."}},
        {"yaml-merge-key", error,
         {"dùng khóa gộp `<<` của YAML", "a YAML merge key stands here"},
         {"`<<` là khóa gộp của YAML, ở đây không dùng. Muốn lấy lại nội dung của tệp khác thì dùng `extends`, ghép theo khóa và theo `id`.",
          "`<<` is a YAML merge key; they are not used here. To take over what another file holds, use `extends`, which merges by key and by `id`."}},
        {"yaml-no-value", error,
         {"thiếu giá trị", "a value is missing"},
         {"Một từ đứng một mình không có `:` và giá trị, hoặc giữa hai dấu phẩy không có gì. Thường là quên dấu `:`, thừa dấu phẩy, hoặc chuỗi có "
          "dấu phẩy trong ngoặc mà không đặt trong dấu nháy. Viết `khóa: giá trị`, hoặc thêm dấu nháy.",
          "A word stands alone, without `:` and a value, or there is nothing between two commas. Usually a `:` was forgotten, a comma is too "
          "much, or a text with a comma stands in brackets without quotes. Write `key: value`, or add the quotes."}},
        {"yaml-second-document", error,
         {"tệp có hai tài liệu YAML", "a second document begins in the file"},
         {"Dấu `---` mở một tài liệu YAML mới, mà mỗi tệp chỉ chứa một. Chuyển phần sau sang tệp riêng, hoặc xóa dấu `---` nếu chỉ để ngăn cách.",
          "A `---` begins another YAML document, and a file holds one. Put the rest into a file of its own, or take the `---` out if it was only "
          "to separate."}},
        {"yaml-syntax", error,
         {"không đọc được theo YAML", "this cannot be read as YAML"},
         {"Tại chỗ đánh dấu, tệp không đúng cú pháp YAML. Hay gặp: chuỗi có `: ` mà không đặt trong dấu nháy, chữ còn lại sau dấu nháy hay ngoặc đã "
          "đóng, thừa ngoặc đóng, hoặc `:` không có dấu cách theo sau. Sửa theo gợi ý; nhiều khi chỉ cần đặt cả chuỗi trong dấu nháy.",
          "At the mark the file is not YAML. Usual slips: a text with `: ` that is not in quotes, text after a closed quote or bracket, a bracket "
          "that closes nothing, a `:` without a blank after it. Correct it as the help says; often it is enough to put the whole text in quotes."}},
        {"yaml-tab", error,
         {"thụt dòng bằng tab", "a tab in the indentation"},
         {"YAML không cho thụt dòng bằng tab, vì độ rộng của tab mỗi nơi một khác. Thay tab bằng dấu cách; đặt trình soạn thảo tự chèn dấu cách.",
          "YAML does not take tabs for indentation, for they are not equally wide everywhere. Indent with spaces, and set the editor to write "
          "spaces."}},
        {"yaml-tag", error,
         {"dùng thẻ `!` của YAML", "a YAML tag stands here"},
         {"`!` ở đầu giá trị là thẻ của YAML, ở đây không dùng. Chuỗi bắt đầu bằng `!` thì đặt trong dấu nháy; muốn phủ định một điều kiện thì viết "
          "`not(…)`.",
          "A `!` at the beginning of a value is a YAML tag; they are not used here. A text that begins with `!` stands in quotes; a condition is "
          "negated by `not(…)`."}},
        {"yaml-text-after", error,
         {"còn chữ sau khi tài liệu đã kết thúc", "text stands after the end of the document"},
         {"Theo YAML, tài liệu đã kết thúc ở phía trên mà tệp vẫn còn chữ. Thường do các khóa của một nhóm không bắt đầu cùng cột. Cho chúng bắt "
          "đầu cùng cột.",
          "To YAML the document ended above, and there is more in the file. Usually the keys of one map do not begin in the same column. Begin "
          "them in the same one."}},
        {"yaml-unclosed", error,
         {"dấu nháy hoặc ngoặc không được đóng", "a quote or bracket is not closed"},
         {"Dấu nháy hay ngoặc mở ở chỗ đánh dấu không được đóng, hoặc đóng quá xa phía dưới, nên các dòng sau bị nuốt vào. Đóng lại ngay trên dòng "
          "của nó. Chuỗi bắt đầu bằng `[` hay `{` thì đặt trong dấu nháy; dấu nháy đơn bên trong nháy đơn viết hai lần.",
          "The quote or bracket opened at the mark is not closed, or only far below, so that it swallows the lines after it. Close it on its own "
          "line. A text that begins with `[` or `{` stands in quotes; inside single quotes an apostrophe is written twice."}},
    };
    return all;
}

}  // namespace

std::span<const Check> checks() { return table(); }

const Check* find_check(std::string_view code, Diagnostics* why) {
    const auto found = std::ranges::find(table(), code, &Check::code);
    if (found != table().end()) return &*found;
    if (why == nullptr) return nullptr;
    std::vector<std::string> known;
    for (const Check& each : table()) known.emplace_back(each.code);
    base::Report report;
    report.error("unknown-check", {}, Text{"không có mã `" + std::string(code) + "`", "no check is called `" + std::string(code) + "`"}, base::suggest(code, known));
    *why = report.take();
    return nullptr;
}

}  // namespace ocop
