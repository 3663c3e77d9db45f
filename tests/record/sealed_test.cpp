// Signed records: one byte changed is one byte too many; personal fields go and the rest still verifies.
#include <gtest/gtest.h>

#include "record/ed25519.hpp"
#include "record/open.hpp"
#include "record/samples.hpp"
#include "sanitized.hpp"
#include "record/verify.hpp"

namespace ocop::test {
namespace {

using record::Against;

std::string signed_text(const std::string& text) {
    record::Made made = record::sign(text, "record.json", secret_key);
    EXPECT_TRUE(made) << (made.diagnostics.empty() ? "" : to_string(made.diagnostics.front()));
    return made.text.value_or("");
}

record::Verification verified(const std::string& text, const std::string& key = public_key) {
    Against against;
    against.public_key = key;
    return record::verify(text, "record.json", against);
}

// Only the seal: canonical form, shape, digests, signature.
bool seal_holds(const std::string& text) {
    static const record::Shape shape(*schema("trail"));
    base::Report report;
    const auto opened = record::open_records(std::make_shared<const base::Source>("record.json", text), shape, report);
    if (opened.size() != 1 || opened.front().not_canonical || !opened.front().sealed) return false;
    for (const record::Statement& each : record::check_seal(*opened.front().sealed))
        if (each.result != record::Statement::Result::holds) return false;
    return true;
}

std::string text_of(const Json& value) { return record::canonical(value); }

TEST(Ed25519, GivesTheSignaturesOfRfc8032) {
    struct Vector {
        const char *seed, *key, *message, *signature;
    };
    const Vector vectors[] = {
        {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
         "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"},
        {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
         "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
        {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
         "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"},
    };
    for (const Vector& each : vectors) {
        const std::string message = record::bytes_of(each.message);
        EXPECT_EQ(record::public_of(each.seed), each.key);
        EXPECT_EQ(record::signature_of(message, each.seed), each.signature);
        EXPECT_TRUE(record::is_signed(message, each.signature, each.key));
        EXPECT_FALSE(record::is_signed(message + "x", each.signature, each.key));
    }
    EXPECT_EQ(record::key_pair(secret_key)->public_key, public_key);
}

TEST(Keys, AreNewEachTimeAndReadStrictly) {
    const record::KeyPair one = record::new_key_pair(), other = record::new_key_pair();
    EXPECT_NE(one.secret_key, other.secret_key);
    EXPECT_EQ(record::key_pair(one.secret_key + "\n")->public_key, one.public_key);
    EXPECT_EQ(record::public_key(one.public_key + "\n"), one.public_key);
    EXPECT_EQ(record::public_key(one.public_key.substr(12)), one.public_key);
    for (const std::string& wrong : {std::string(), std::string("ocop-public:"), one.public_key + "0", one.secret_key, std::string("ocop-public:") + std::string(64, 'A')})
        EXPECT_EQ(record::public_key(wrong), std::nullopt) << wrong;
    EXPECT_FALSE(record::key_pair(one.public_key)) << "a public key signs nothing";
    EXPECT_FALSE(record::key_pair(one.secret_key.substr(12))) << "digits alone may be anything";
}

TEST(SignedRecord, Verifies) {
    const std::string text = signed_text(small_record());
    EXPECT_EQ(text, text_of(Json::parse(text))) << "the file is its canonical bytes";
    const record::Verification found = verified(text);
    EXPECT_EQ(failing(found), std::vector<std::string>{});
    EXPECT_TRUE(seal_holds(text));
}

TEST(SignedRecord, IsSignedOverAllOfItsParts) {
    const Json file = Json::parse(signed_text(small_record()));
    EXPECT_EQ(file["digests"]["/stars"], "4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce") << "SHA-256 of the text 3";
    EXPECT_TRUE(file["digests"].contains("/trail/nodes/2"));
    EXPECT_TRUE(file["digests"].contains("/trail/gates/0"));
    EXPECT_EQ(file["salts"]["/trail/sheets/0/assessor"].get<std::string>().size(), 64U);
    EXPECT_FALSE(file["salts"].contains("/trail/nodes/2/marks/0/note")) << "there is no note to hide";
    EXPECT_TRUE(file["salts"].contains("/trail/nodes/2/marks/1/note"));
    EXPECT_NE(Json::parse(signed_text(small_record()))["salts"], file["salts"]) << "salts are new each time";
}

TEST(SignedRecord, IsRefusedWithAnyByteChanged) {
    const std::string text = signed_text(small_record(R"({"scorecard": "T-1", "rule_set": "test/small", "product": {"name": "Xoài"}, "sheets": []})"));
    for (std::size_t at = 0; at < text.size(); at += rarer)
        for (const int bit : {0, 1, 5, 7}) {
            std::string changed = text;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            ASSERT_FALSE(seal_holds(changed)) << "byte " << at << ", bit " << bit << ": " << changed.substr(at > 20 ? at - 20 : 0, 40);
        }
}

TEST(SignedRecord, OfACouncilIsRefusedWithBytesChanged) {
    const std::string text = signed_text(example_record(OCOP_SOURCE_DIR "/examples/scorecards/xoai-cat.yaml"));
    ASSERT_TRUE(seal_holds(text));
    // Every 7th byte takes minutes: OCOP_EVERY_7TH=1 in the environment.
    const std::size_t step = std::getenv("OCOP_EVERY_7TH") != nullptr ? 7 : 7 * 23 * rarer;
    for (std::size_t at = 0; at < text.size(); at += step) {
        std::string changed = text;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (at / step % 7)));
        ASSERT_FALSE(seal_holds(changed)) << "byte " << at << ": " << changed.substr(at > 20 ? at - 20 : 0, 40);
    }
}

// Without a key only what names somebody can be taken out.
TEST(SignedRecord, KeepsTheSentencesOfFindingsThatNameNobody) {
    const Json file = Json::parse(signed_text(example_record(OCOP_SOURCE_DIR "/examples/scorecards/xoai-cat.yaml")));
    std::size_t tried = 0;
    for (std::size_t i = 0; i < file["record"]["findings"].size(); ++i) {
        if (!file["record"]["findings"][i]["sheet"].is_null()) continue;
        Json other = file;
        other["record"]["findings"][i]["text"] = nullptr;
        other["salts"].erase("/findings/" + std::to_string(i) + "/text");
        EXPECT_FALSE(seal_holds(record::canonical(other))) << i;
        ++tried;
    }
    EXPECT_GT(tried, 0U);
}

TEST(SignedRecord, KeepsTheDigestOfACardOfWhichNothingWasTakenOut) {
    Json file = Json::parse(signed_text(small_record()));
    file["record"]["trail"]["card"]["digest"] = nullptr;
    file["salts"].erase("/trail/card/digest");
    EXPECT_FALSE(seal_holds(record::canonical(file)));
}

TEST(SignedRecord, WithAnAssessorWithoutANameHoldsWhenAssessorsAreTakenOut) {
    const std::string record = small_record(R"({"scorecard": "T-1", "rule_set": "test/small", "product": {"name": "Xoài"}, "sheets": [{"assessor": "", "marks": {}}]})");
    const std::string text = signed_text(record);
    EXPECT_TRUE(seal_holds(text));
    EXPECT_EQ(failing(verified(text)), std::vector<std::string>{});
}

TEST(Verification, ShowsNoLineOrControlOfTheRecordsOwn) {
    Json record = Json::parse(small_record());
    record["scorecard"] = "x\nEverything that was checked holds.\n\u001b[8m";
    const std::string told = record::text(verified(record.dump()), Language::en);
    EXPECT_EQ(told.find("\nEverything"), std::string::npos) << told;
    EXPECT_EQ(told.find('\x1b'), std::string::npos);
}

TEST(SignedRecord, IsRefusedInAnyOtherForm) {
    const std::string text = signed_text(small_record());
    const Json value = Json::parse(text);
    const std::string digest = value["digests"]["/stars"];
    std::string upper = digest;
    for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    const auto replaced = [&](const std::string& from, const std::string& to) {
        std::string out = text;
        const std::size_t at = out.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return out.replace(at, from.size(), to);
    };
    for (const std::string& other : {text + "\n", " " + text, "\xEF\xBB\xBF" + text, text + "x", text + text, value.dump(2), replaced("{\"digests\"", "{ \"digests\""), replaced(digest, upper),
                                     replaced("Xoài", "Xo\\u00e0i"), replaced("\"stars\":3", "\"stars\":3.0"), replaced("\"stars\":3", "\"stars\":3e0"), replaced("\"stars\":3", "\"stars\":03"),
                                     replaced("Xoài", "Xoa\xCC\x80i"), replaced("test/small", "test\\/small")}) {
        EXPECT_FALSE(seal_holds(other)) << other.substr(0, 60);
        const record::Verification found = verified(other);
        EXPECT_FALSE(found.holds());
        // Before the signature is looked at.
        for (const record::Checked& checked : found.records)
            if (!failing(found).empty() && failing(found).front() == "canonical") {
                EXPECT_EQ(checked.statements.size(), 1U);
            }
    }
    EXPECT_EQ(failing(verified(text + "\n")), std::vector<std::string>{"canonical"});
    EXPECT_EQ(faults(verified(replaced("Xoài", "Xo\\u00e0i")), "canonical").substr(0, 32), "not in canonical form from byte ");
}

TEST(SignedRecord, NamesWhatWasChanged) {
    const Json file = Json::parse(signed_text(small_record()));
    const auto told = [&](auto change) {
        Json other = file;
        change(other);
        return faults(verified(text_of(other)), "parts-unchanged");
    };
    EXPECT_EQ(told([](Json& f) { f["record"]["trail"]["nodes"][2]["points"] = "10"; }), "criterion 2 was changed (/trail/nodes/2)\n");
    EXPECT_EQ(told([](Json& f) { f["record"]["stars"] = 4; }), "`/stars` was changed\n");
    EXPECT_EQ(told([](Json& f) { f["record"]["trail"]["gates"].erase(0); }), "`/trail/gates` was added\n`/trail/gates/0` was removed, or does not belong to the record\n");
    EXPECT_EQ(told([](Json& f) { f["record"]["trail"]["bands"].erase(2); }), "`/trail/bands/2` was removed, or does not belong to the record\n");
    EXPECT_EQ(told([](Json& f) { f["record"]["trail"]["nodes"].erase(2); }).substr(0, 64), "`/trail/nodes/2` was removed, or does not belong to the record\n`");
    EXPECT_EQ(told([](Json& f) { f["record"]["trail"]["nodes"].push_back(f["record"]["trail"]["nodes"][2]); }), "criterion 2 was added (/trail/nodes/3)\ncriterion 2, sheet 2, `note` was added (/trail/nodes/3/marks/1/note)\n");
    EXPECT_EQ(told([](Json& f) { std::swap(f["record"]["trail"]["nodes"][1], f["record"]["trail"]["nodes"][2]); }),
              "criterion 2 was changed (/trail/nodes/1)\ncriterion 1 was changed (/trail/nodes/2)\n"
              "criterion 2, sheet 2, `note` was added (/trail/nodes/1/marks/1/note)\ncriterion 1, sheet 2, `note` has a salt and no value (/trail/nodes/2/marks/1/note)\n");
    EXPECT_EQ(told([](Json& f) { f["record"]["trail"]["sheets"][1]["assessor"] = "Ai đó"; }), "sheet 2, `assessor` was changed (/trail/sheets/1/assessor)\n");
    EXPECT_EQ(told([](Json& f) { f["record"]["trail"]["nodes"][2]["marks"][0]["note"] = "x"; }), "criterion 2, sheet 1, `note` was added (/trail/nodes/2/marks/0/note)\n");
    EXPECT_EQ(told([](Json& f) { f["salts"].erase("/trail/card/product/name"); }), "`/trail/card/product/name` had been removed, and another value was put there\n");
    EXPECT_EQ(told([](Json& f) { f["salts"]["/stars"] = std::string(64, '0'); }), "`/stars` has a salt and no value\n");
    EXPECT_EQ(told([](Json& f) { f["digests"]["/trail/x"] = std::string(64, '0'); }), "`/trail/x` was removed, or does not belong to the record\n");
    EXPECT_EQ(told([](Json& f) { f["digests"].erase("/stars"); }), "`/stars` was added\n");
}

TEST(SignedRecord, IsRefusedUnderAnotherKeyOrSignature) {
    const std::string text = signed_text(small_record());
    const record::KeyPair other = record::new_key_pair();
    EXPECT_EQ(failing(verified(text, other.public_key)), std::vector<std::string>{"key"});
    Json file = Json::parse(text);
    file["signature"]["key"] = other.public_key.substr(12);
    EXPECT_EQ(failing(verified(text_of(file))), (std::vector<std::string>{"signature", "key"}));
    // Somebody signs it anew: fine in itself, and not with the key that is trusted.
    const std::string anew = *record::sign(small_record(), "r", other.secret_key).text;
    EXPECT_EQ(failing(verified(anew)), std::vector<std::string>{"key"});
    // Without a key to trust it is said whose it is, and that stands against nobody.
    const record::Verification unknown = verified(anew, "");
    EXPECT_EQ(failing(unknown), std::vector<std::string>{});
    EXPECT_EQ(open(unknown).front(), "key");
    EXPECT_EQ(failing(verified(small_record())), std::vector<std::string>{"signature"}) << "a key was given, and the record is not signed";
    EXPECT_FALSE(verified(text, "ocop-public:12").readable()) << "a key that is none is not no key";
}

TEST(SignedRecord, IsNoSignatureOfADirectory) {
    const Json file = Json::parse(signed_text(small_record()));
    const std::string value = file["signature"]["value"], key = file["signature"]["key"];
    EXPECT_TRUE(record::is_signed(record::message(record::record_domain, file["digests"]), value, key));
    EXPECT_FALSE(record::is_signed(record::message(record::directory_domain, file["digests"]), value, key));
    EXPECT_FALSE(record::is_signed(text_of(file["digests"]), value, key));
}

TEST(Sign, RefusesWhatDoesNotHoldAndWhatIsSigned) {
    const auto code = [](const std::string& text) {
        const record::Made made = record::sign(text, "r.json", secret_key);
        return made || made.diagnostics.empty() ? std::string() : made.diagnostics.front().code;
    };
    Json wrong = Json::parse(small_record());
    wrong["stars"] = 4;
    EXPECT_EQ(code(wrong.dump()), "numbers-differ");
    EXPECT_EQ(code(signed_text(small_record())), "already-signed");
    EXPECT_EQ(code("[" + small_record() + "," + small_record() + "]"), "several-records");
    EXPECT_EQ(code("[]"), "no-record");
    EXPECT_EQ(code(report::json_error("T-1", "x", {})), "not-rated");
    EXPECT_EQ(record::sign(small_record(), "r.json", public_key).diagnostics.front().code, "bad-key");
}

// ---- redaction ------------------------------------------------------------------------------------------------------

std::string redacted(const std::string& text, const std::vector<std::string>& fields) {
    record::Made made = record::redact(text, "record.json", fields);
    EXPECT_TRUE(made) << to_string(made.diagnostics.front());
    return made.text.value_or("");
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(Redaction, LeavesWhatRemainsVerifiable) {
    const SmallLibrary small;
    const Library library = small.library();
    const std::string text = signed_text(small_record());
    for (const std::vector<std::string>& fields : std::vector<std::vector<std::string>>{{"assessors"}, {"product.name"}, {"product.maker", "notes"}, {"scorecard"}, {"assessors", "notes", "product.name", "product.maker", "scorecard"}}) {
        const std::string less = redacted(text, fields);
        const record::Verification found = record::verify(less, "r", {&library, {}, {}, public_key});
        EXPECT_TRUE(found.holds()) << record::text(found, Language::en);
        EXPECT_EQ(open(found), std::vector<std::string>{"card-digest"});
        EXPECT_EQ(redacted(less, fields), less) << "once more changes nothing";
        EXPECT_TRUE(seal_holds(less));
    }
}

TEST(Redaction, LeavesNothingOfWhatWasTakenOut) {
    const std::string text = signed_text(small_record());
    const std::string all = redacted(text, {"assessors", "notes", "product.name", "product.maker", "scorecard"});
    for (const char* gone : {"Nguyễn Thị Một", "Trần Văn Hai", "Lê Thị Ba", "Xoài", "Tổ hợp tác Bình Minh", "chưa thấy giấy tờ", "Ghi chú của thư ký", "T-1"}) {
        EXPECT_TRUE(has(text, gone)) << gone;
        EXPECT_FALSE(has(all, gone)) << gone;
    }
    // Nor the digest of the whole card, with which names could be tried.
    const std::string digest = Json::parse(text)["record"]["trail"]["card"]["digest"];
    EXPECT_FALSE(has(redacted(text, {"product.name"}), digest));
    EXPECT_FALSE(has(redacted(text, {"assessors"}), digest));
    EXPECT_TRUE(has(redacted(text, {"assessors"}), "Xoài"));
}

TEST(Redaction, TakesSentencesThatNameAnAssessor) {
    // Facts imply another option than the one marked, or a mark stands after a stop: such a finding names its sheet.
    const std::filesystem::path file = OCOP_SOURCE_DIR "/examples/scorecards/gom-phu-lang.yaml";
    Json record = Json::parse(example_record(file));
    record["findings"].push_back({{"kind", "mark-without-case"}, {"node", "1.1"}, {"sheet", "Bà Tư"}, {"values", Json::array({""})}, {"text", {{"vi", "phiếu của “Bà Tư”"}, {"en", "the sheet of “Bà Tư”"}}}});
    const std::size_t findings = record["findings"].size();
    const std::string less = redacted(signed_text(record.dump()), {"assessors"});
    EXPECT_FALSE(has(less, "Bà Tư"));
    const Json after = Json::parse(less)["record"];
    EXPECT_EQ(after["findings"][findings - 1]["text"], nullptr);
    EXPECT_NE(after["findings"][0]["text"], nullptr) << "nobody is named there";
    EXPECT_EQ(failing(verified(less)), std::vector<std::string>{});
}

TEST(Redaction, TellsWhereATextStillStands) {
    std::string card = small_card;
    card.replace(card.find("chưa thấy giấy tờ"), std::string("chưa thấy giấy tờ").size(), "như Lê Thị Ba");
    const record::Made made = record::redact(signed_text(small_record(card)), "r.json", {"assessors"});
    ASSERT_TRUE(made);
    ASSERT_FALSE(made.diagnostics.empty());
    EXPECT_EQ(made.diagnostics.front().code, "still-there");
    EXPECT_TRUE(has(made.diagnostics.front().message.en, "Lê Thị Ba")) << made.diagnostics.front().message.en;
}

TEST(Redaction, IsRefusedForOtherFieldsAndUnsignedRecords) {
    const auto code = [](const std::string& text, const std::string& field) { return record::redact(text, "r.json", {field}).diagnostics.at(0).code; };
    const std::string text = signed_text(small_record());
    EXPECT_EQ(code(text, "stars"), "unknown-field");
    EXPECT_EQ(code(text, "product"), "unknown-field");
    EXPECT_EQ(code(text, "product.commune"), "unknown-field") << "the card has none";
    EXPECT_EQ(code(text, ""), "unknown-field");
    EXPECT_EQ(record::redact(text, "r", {"assesors"}).diagnostics.at(0).help.en, "did you mean `assessors`?");
    EXPECT_EQ(code(small_record(), "notes"), "not-signed");
    EXPECT_EQ(code(text + "\n", "notes"), "not-canonical");
    Json changed = Json::parse(text);
    changed["record"]["stars"] = 4;
    EXPECT_EQ(code(text_of(changed), "notes"), "seal-broken");
}

TEST(Redaction, CannotBeFilledOrWidened) {
    const Json less = Json::parse(redacted(signed_text(small_record()), {"assessors", "product.name"}));
    const auto told = [&](auto change) {
        Json other = less;
        change(other);
        return faults(verified(text_of(other)), "parts-unchanged");
    };
    EXPECT_EQ(told([](Json& f) { f["record"]["trail"]["sheets"][0]["assessor"] = "Ai đó"; }), "sheet 1, `assessor` had been removed, and another value was put there (/trail/sheets/0/assessor)\n");
    EXPECT_NE(told([](Json& f) {
                  f["record"]["trail"]["sheets"][0]["assessor"] = "Ai đó";
                  f["salts"]["/trail/sheets/0/assessor"] = std::string(64, '0');
              }),
              "");
    // What is not personal cannot be taken out in the same way.
    EXPECT_NE(told([](Json& f) { f["record"]["trail"]["engine"] = ""; }), "");
    EXPECT_FALSE(seal_holds([&] {
        Json other = less;
        other["record"]["stars"] = nullptr;
        return text_of(other);
    }()));
    // A redacted place stays: taking its digest away too breaks the signature.
    Json other = less;
    other["digests"].erase("/trail/sheets/0/assessor");
    EXPECT_EQ(failing(verified(text_of(other))).front(), "signature");
}

}  // namespace
}  // namespace ocop::test
