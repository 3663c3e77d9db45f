/* Every function of ocop.h called from C11, as strictly as the compiler can read it. */
#include <ocop/ocop.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

#define CHECK(what)                                                  \
    do {                                                             \
        if (!(what)) {                                               \
            fprintf(stderr, "line %d: %s\n", __LINE__, #what);       \
            ++failures;                                              \
        }                                                            \
    } while (0)

static const char *const yaml =
    "rule_set: small\n"
    "title: {vi: \"Nho\", en: \"Small\"}\n"
    "basis: {decision: 1/2026, place: \"1\"}\n"
    "facts: {organic: {type: boolean, title: {vi: \"o\", en: \"Organic\"}}, labels: {type: list of string, title: {vi: \"l\", en: \"Labels\"}}}\n"
    "gates: [{id: o, when: organic = false, effect: cap, stars: 1, title: {vi: \"o\", en: \"o\"}}]\n"
    "parts:\n"
    "  - {id: A, title: {vi: \"A\", en: \"A\"}, items: [{id: \"1\", title: {vi: \"1\", en: \"1\"}, options: [{id: a, points: 1, title: {vi: \"a\", en: \"a\"}}, "
    "{id: b, points: 2, minimum_for: 2, title: {vi: \"b\", en: \"b\"}}]}]}\n"
    "stars: {2: \"[2..2]\", 1: \"[0..2)\"}\n";
static const char *const card = "{\"scorecard\": \"T-1\", \"rule_set\": \"small\", \"facts\": {\"organic\": true, \"labels\": []}, \"sheets\": [{\"assessor\": \"x\", \"marks\": {\"1\": \"a\"}}]}";

static void see(ocop_text *text, const char *wanted) {
    CHECK(text != NULL);
    CHECK(strlen(ocop_text_data(text)) == ocop_text_size(text));
    if (strstr(ocop_text_data(text), wanted) == NULL) {
        fprintf(stderr, "`%s` is not in: %s\n", wanted, ocop_text_data(text));
        ++failures;
    }
    ocop_text_free(text);
}

static void libraries(void) {
    ocop_library *library = NULL;
    ocop_rules *rules = NULL;
    ocop_diagnostics *told = NULL;
    ocop_text *text = NULL;
    ocop_file file;
    const char *nowhere[] = {"/no/such/directory"};
    file.path = "small.yaml";
    file.text = yaml;
    file.size = OCOP_TERMINATED;
    CHECK(ocop_library_open(nowhere, 1, &library, &told) == OCOP_REFUSED);
    CHECK(library == NULL && ocop_diagnostics_count(told) == 1);
    CHECK(ocop_diagnostics_json(told, &text) == OCOP_OK);
    see(text, "\"severity\"");
    CHECK(ocop_diagnostics_text(told, OCOP_VIETNAMESE, &text) == OCOP_OK);
    see(text, "/no/such/directory");
    ocop_diagnostics_free(told);
    CHECK(ocop_library_from_memory(&file, 1, &library) == OCOP_OK);
    CHECK(ocop_library_list(library, &text, &told) == OCOP_OK);
    see(text, "\"small\"");
    CHECK(told == NULL);
    CHECK(ocop_rules_load(library, "small", NULL, &rules, NULL) == OCOP_OK);
    CHECK(strcmp(ocop_rules_id(rules), "small") == 0);
    CHECK(strlen(ocop_rules_digest(rules)) == 64);
    CHECK(ocop_rate_line(library, card, OCOP_TERMINATED, &text, NULL) == OCOP_OK);
    see(text, "\"stars\":1");
    ocop_rules_free(rules);
    CHECK(ocop_rules_for_card(library, card, OCOP_TERMINATED, &rules, NULL) == OCOP_OK);
    CHECK(strcmp(ocop_rules_id(rules), "small") == 0);
    ocop_library_free(library);
    CHECK(ocop_rules_show(rules, OCOP_ENGLISH, OCOP_JSON, &text) == OCOP_OK);
    see(text, "\"small\"");
    ocop_rules_free(rules);
}

static void cards(const ocop_rules *rules) {
    ocop_text *text = NULL;
    ocop_diagnostics *told = NULL;
    CHECK(ocop_rate(rules, card, strlen(card), OCOP_RESULT_LINE, &text, &told) == OCOP_OK);
    see(text, "\"stars\":1");
    CHECK(ocop_rate(rules, card, strlen(card) - 1, OCOP_TRAIL, &text, &told) == OCOP_REFUSED);
    CHECK(text == NULL && ocop_diagnostics_count(told) > 0);
    ocop_diagnostics_free(told);
    CHECK(ocop_explain(rules, card, strlen(card), OCOP_ENGLISH, OCOP_MARKDOWN, &text, NULL) == OCOP_OK);
    see(text, "Small");
    CHECK(ocop_improve(rules, card, strlen(card), 2, "costs: {\"1\": 5}", OCOP_TERMINATED, OCOP_ENGLISH, OCOP_JSON, &text, NULL) == OCOP_OK);
    see(text, "\"ways\"");
    CHECK(ocop_eval("organic and 1 < 2", OCOP_TERMINATED, "{\"organic\": true}", OCOP_TERMINATED, &text, NULL) == OCOP_OK);
    see(text, "true");
}

static void columns(const ocop_rules *rules) {
    ocop_batch *batch = NULL;
    ocop_text *text = NULL;
    ocop_diagnostics *told = NULL;
    ocop_fact_column facts[2], elements;
    ocop_cards given;
    ocop_results results;
    uint64_t code = 0;
    size_t criterion = 9;
    int star = 9;
    uint8_t marks[3], organic = 5, outcome[3];
    int8_t stars[3], band[3];
    int64_t total[3], denominator[3];
    int32_t blocking[3], offsets[4] = {0, 0, 1, 1}, chars[2] = {0, 3};
    const void *all[1];
    CHECK(ocop_batch_new(rules, &batch) == OCOP_OK);
    CHECK(ocop_batch_criteria(batch) == 1 && strcmp(ocop_batch_criterion(batch, 0), "1") == 0 && !ocop_batch_is_wide(batch, 0));
    CHECK(ocop_batch_code(batch, 0, "a", &code) == OCOP_OK);
    marks[0] = (uint8_t)code;
    CHECK(ocop_batch_code(batch, 0, "b", &code) == OCOP_OK);
    marks[1] = marks[2] = (uint8_t)code;
    CHECK(ocop_batch_code(batch, 0, "c", &code) == OCOP_REFUSED && code == 0);
    CHECK(ocop_batch_minima(batch) == 1 && ocop_batch_minimum(batch, 0, &criterion, &star) == OCOP_OK && criterion == 0 && star == 2);
    memset(facts, 0, sizeof facts);
    memset(&elements, 0, sizeof elements);
    facts[0].name = "organic";
    facts[0].kind = OCOP_BOOLEAN;
    facts[0].values = &organic;
    facts[1].name = "labels";
    facts[1].kind = OCOP_LIST;
    facts[1].offsets = offsets;
    facts[1].elements = &elements;
    elements.kind = OCOP_STRING;
    elements.offsets = chars;
    elements.chars = "new";
    memset(&given, 0, sizeof given);
    all[0] = marks;
    given.count = 3;
    given.sheets = 1;
    given.marks = all;
    given.marks_count = 1;
    given.facts = facts;
    given.facts_count = 2;
    results.outcome = outcome;
    results.stars = stars;
    results.band = band;
    results.total = total;
    results.denominator = denominator;
    results.blocking = blocking;
    CHECK(ocop_batch_rate(batch, &given, &results, 0, &told) == OCOP_OK);
    CHECK(told == NULL);
    CHECK(outcome[0] == 0 && stars[0] == 1 && stars[1] == 1 && stars[2] == 2);
    CHECK(band[1] == 2 && total[1] == 2 * denominator[1] && blocking[0] == 0 && blocking[2] == -1);
    CHECK(ocop_batch_explain(batch, &given, 2, OCOP_ENGLISH, OCOP_JSON, &text, NULL) == OCOP_OK);
    see(text, "\"stars\": 2");
    CHECK(ocop_batch_rate_arrow(batch, NULL, NULL, 1, NULL, NULL, &told) == OCOP_BAD_ARGUMENT);
    ocop_batch_free(batch);
}

int main(void) {
    ocop_rules *rules = NULL;
    CHECK(ocop_abi_version() == OCOP_ABI_VERSION);
    CHECK(strlen(ocop_version()) >= 5);
    CHECK(strcmp(ocop_status_name(OCOP_OK), "ok") == 0);
    libraries();
    CHECK(ocop_rules_from_text(yaml, strlen(yaml), "small.yaml", &rules, NULL) == OCOP_OK);
    cards(rules);
    columns(rules);
    ocop_rules_free(rules);
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
