// Signed directories: what was changed, added or taken away, by name.
#include <gtest/gtest.h>

#include <fstream>

#include "record/samples.hpp"

namespace ocop::test {
namespace {

namespace fs = std::filesystem;

class SignedDirectory : public testing::Test {
protected:
    SignedDirectory() {
        library_.write("shared/đọc tôi.md", "một\n");
        library_.write("shared/.hidden", "");
        const record::Made made = record::sign_directory(directory(), secret_key);
        EXPECT_TRUE(made);
        text_ = made.text.value_or("");
        library_.write("signature.json", text_);
    }

    const fs::path& directory() const { return library_.directory(); }
    std::string told() const { return faults(record::verify_directory(directory(), public_key), "files-unchanged"); }

    SmallLibrary library_;
    std::string text_;
};

TEST_F(SignedDirectory, Verifies) {
    const record::Verification found = record::verify_directory(directory(), public_key);
    EXPECT_TRUE(found.holds()) << record::text(found, Language::en);
    const Json file = Json::parse(text_);
    EXPECT_EQ(file["digests"].size(), 3U);
    EXPECT_EQ(file["digests"]["shared/.hidden"], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(record::sign_directory(directory(), secret_key).text, text_) << "signed again it is the same, its own signature left out";
}

TEST_F(SignedDirectory, NamesWhatWasChangedAddedAndTakenAway) {
    library_.write("shared/đọc tôi.md", "hai\n");
    EXPECT_EQ(told(), "`shared/đọc tôi.md` was changed\n");
    library_.write("shared/đọc tôi.md", "một\n");
    EXPECT_EQ(told(), "");
    library_.write("new/extra.yaml", "");
    fs::remove(directory() / "shared/.hidden");
    EXPECT_EQ(told(), "`new/extra.yaml` was added\n`shared/.hidden` is missing\n");
}

TEST_F(SignedDirectory, IsRefusedUnderAnotherKeyAndInAnotherForm) {
    EXPECT_EQ(failing(record::verify_directory(directory(), record::new_key_pair().public_key)), std::vector<std::string>{"key"});
    library_.write("signature.json", text_ + "\n");
    EXPECT_EQ(failing(record::verify_directory(directory(), public_key)), std::vector<std::string>{"canonical"});
    library_.write("signature.json", "{}");
    EXPECT_EQ(record::verify_directory(directory(), public_key).diagnostics.at(0).code, "bad-signature-file");
    fs::remove(directory() / "signature.json");
    EXPECT_EQ(record::verify_directory(directory(), public_key).diagnostics.at(0).code, "not-signed");
}

TEST_F(SignedDirectory, IsRefusedWithAnyByteOfItsSignatureChanged) {
    for (std::size_t at = 0; at < text_.size(); ++at) {
        std::string changed = text_;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
        library_.write("signature.json", changed);
        ASSERT_FALSE(record::verify_directory(directory(), public_key).holds()) << at;
    }
}

TEST_F(SignedDirectory, TellsOfLinksThatLeadElsewhere) {
    fs::create_symlink("/etc/hostname", directory() / "out");
    fs::create_symlink("nowhere", directory() / "broken");
    fs::create_symlink("shared", directory() / "folder");
    fs::create_symlink("shared/.hidden", directory() / "inside");
    const std::string all = told();
    for (const char* each : {"`out` is a link that leads out of the directory", "`broken` is a link that leads nowhere", "`folder` is a link to a directory", "`inside` was added"})
        EXPECT_NE(all.find(each), std::string::npos) << all;
    EXPECT_FALSE(record::sign_directory(directory(), secret_key));
    for (const char* each : {"out", "broken", "folder"}) fs::remove(directory() / each);
    EXPECT_TRUE(record::sign_directory(directory(), secret_key)) << "a link to a file of the directory is that file once more";
}

TEST_F(SignedDirectory, IsALibraryAsBefore) {
    Diagnostics found;
    EXPECT_EQ(library_.library().list(&found).size(), 1U);
    EXPECT_TRUE(found.empty());
}

TEST(SignDirectory, NeedsOne) {
    EXPECT_FALSE(record::sign_directory("/nowhere/at/all", secret_key));
    EXPECT_FALSE(record::verify_directory("/nowhere/at/all", public_key).readable());
}

}  // namespace
}  // namespace ocop::test
