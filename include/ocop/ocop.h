/*
 * ocop for C, and for every language that can call C.
 *
 *     ocop_library *library = NULL;
 *     ocop_diagnostics *told = NULL;
 *     const char *directories[] = {"/usr/share/ocop/rules"};
 *     if (ocop_library_open(directories, 1, &library, &told) != OCOP_OK) ...
 *     ocop_diagnostics_free(told);
 *     ocop_text *line = NULL;
 *     if (ocop_rate_line(library, json, json_size, &line, &told) == OCOP_OK) puts(ocop_text_data(line));
 *     ocop_diagnostics_free(told);
 *     ocop_text_free(line);
 *     ocop_library_free(library);
 *
 * Rules that hold for all functions:
 *  - Nothing is thrown across this border, and nothing is kept between calls but what handles hold.
 *  - What a function gives through an out-parameter belongs to the caller and is freed with the function of its type; freeing NULL does
 *    nothing. Whatever comes of a call, its out-parameters are set: to a result, or to NULL (0).
 *  - Texts are UTF-8. Those that come in have a size in bytes and need no NUL at their end; OCOP_TERMINATED as a size says that one is
 *    there. Those that go out have both. A size that no buffer can have is OCOP_BAD_ARGUMENT; one that is past the limits of a scorecard or a
 *    rule set (16 MiB) is told.
 *  - `told` may be NULL. Else it is set to what there is to say about the call (errors, warnings; the latter also where all went well), or to
 *    NULL where there is nothing. What it held is not freed: free it between two calls, as everything that is given.
 *  - Handles are immutable: any number of threads may use one at the same time. Free it when no thread uses it any more. A rule set
 *    stays good after its library is freed, a batch after its rule set.
 *  - A NULL handle, a NULL out-parameter, or a value that no enumeration here has is OCOP_BAD_ARGUMENT.
 */
#ifndef OCOP_OCOP_H
#define OCOP_OCOP_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define OCOP_C_API __attribute__((visibility("default")))
#else
#define OCOP_C_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Raised when a program built against an older header would no longer work. Additions do not raise it. */
#define OCOP_ABI_VERSION 1
OCOP_C_API int ocop_abi_version(void);
/* "0.1.0" */
OCOP_C_API const char *ocop_version(void);

#define OCOP_TERMINATED ((size_t)-1)

typedef enum ocop_status {
    OCOP_OK = 0,
    OCOP_REFUSED = 1,      /* what came in is wrong in itself: `told` says where and why */
    OCOP_BAD_ARGUMENT = 2, /* the call is wrong: a NULL handle, an unknown value, columns that do not fit */
    OCOP_NO_MEMORY = 3,
    OCOP_INTERNAL = 4,     /* a fault of the library's own */
    OCOP_STATUS_LARGEST = 0x7FFFFFFF /* so that every int is a value; so below */
} ocop_status;
/* "ok", "refused", ...; "unknown" for anything else. Never NULL. */
OCOP_C_API const char *ocop_status_name(ocop_status status);

typedef enum ocop_language { OCOP_VIETNAMESE = 0, OCOP_ENGLISH = 1, OCOP_LANGUAGE_LARGEST = 0x7FFFFFFF } ocop_language;
typedef enum ocop_format { OCOP_PLAIN_TEXT = 0, OCOP_MARKDOWN = 1, OCOP_HTML = 2, OCOP_JSON = 3, OCOP_FORMAT_LARGEST = 0x7FFFFFFF } ocop_format;

/* ---- texts ---------------------------------------------------------------------------------------------------------- */

typedef struct ocop_text ocop_text;
OCOP_C_API const char *ocop_text_data(const ocop_text *text); /* with a NUL at its end; "" for NULL */
OCOP_C_API size_t ocop_text_size(const ocop_text *text);      /* without it */
OCOP_C_API void ocop_text_free(ocop_text *text);

/* ---- what there is to say about a call -------------------------------------------------------------------------------- */

typedef struct ocop_diagnostics ocop_diagnostics;
OCOP_C_API size_t ocop_diagnostics_count(const ocop_diagnostics *told);
/* A JSON array: severity, code, file, line, column, message {vi, en}, help {vi, en}. */
OCOP_C_API ocop_status ocop_diagnostics_json(const ocop_diagnostics *told, ocop_text **out);
/* For people: the place, the line with a mark under it, what was expected. */
OCOP_C_API ocop_status ocop_diagnostics_text(const ocop_diagnostics *told, ocop_language language, ocop_text **out);
OCOP_C_API void ocop_diagnostics_free(ocop_diagnostics *told);

/* ---- libraries of rule sets ------------------------------------------------------------------------------------------- */

typedef struct ocop_library ocop_library;
/* Directories; earlier ones are looked in first. Rule sets are read when they are asked for. */
OCOP_C_API ocop_status ocop_library_open(const char *const *directories, size_t count, ocop_library **out, ocop_diagnostics **told);
/* A library in memory: files by their paths in it, "26-2026/decision.yaml", of at most 16 MiB each. They are copied. */
typedef struct ocop_file {
    const char *path;
    const char *text;
    size_t size; /* or OCOP_TERMINATED */
} ocop_file;
OCOP_C_API ocop_status ocop_library_from_memory(const ocop_file *files, size_t count, ocop_library **out);
/* A JSON array: id, title {vi, en}, in_force {from, until}. */
OCOP_C_API ocop_status ocop_library_list(const ocop_library *library, ocop_text **out, ocop_diagnostics **told);
OCOP_C_API void ocop_library_free(ocop_library *library);

/* ---- rule sets ---------------------------------------------------------------------------------------------------------- */

typedef struct ocop_rules ocop_rules;
/* "26-2026/food/tea"; under the rules of a council of the library where `council` is not NULL. */
OCOP_C_API ocop_status ocop_rules_load(const ocop_library *library, const char *id, const char *council, ocop_rules **out, ocop_diagnostics **told);
/* The rule set that a scorecard names, under the council that it names: ocop_rate() and ocop_explain() then say of it what ocop_rate_line() does.
 * Loaded once and kept by the library. */
OCOP_C_API ocop_status ocop_rules_for_card(const ocop_library *library, const char *card, size_t size, ocop_rules **out, ocop_diagnostics **told);
/* One YAML text that extends nothing; `name` is what messages call it. */
OCOP_C_API ocop_status ocop_rules_from_text(const char *yaml, size_t size, const char *name, ocop_rules **out, ocop_diagnostics **told);
OCOP_C_API const char *ocop_rules_id(const ocop_rules *rules);     /* as long as the handle; NULL for NULL */
OCOP_C_API const char *ocop_rules_digest(const ocop_rules *rules); /* SHA-256, lower-case hex; likewise */
/* The merged rule set: OCOP_PLAIN_TEXT or OCOP_JSON. */
OCOP_C_API ocop_status ocop_rules_show(const ocop_rules *rules, ocop_language language, ocop_format format, ocop_text **out);
OCOP_C_API void ocop_rules_free(ocop_rules *rules);

/* ---- rating one scorecard, given as JSON ---------------------------------------------------------------------------------- */

typedef enum ocop_depth {
    OCOP_RESULT_LINE = 0, /* the result in a line */
    OCOP_TRAIL = 1,       /* and the trail: what happened */
    OCOP_REASONS = 2,     /* and what alone forces and blocks the stars, agreement, questions */
    OCOP_DEPTH_LARGEST = 0x7FFFFFFF
} ocop_depth;
OCOP_C_API ocop_status ocop_rate(const ocop_rules *rules, const char *card, size_t size, ocop_depth depth, ocop_text **out, ocop_diagnostics **told);
/* The rule set, and the council if any, that the scorecard names; each is loaded once and kept by the library. The result line. */
OCOP_C_API ocop_status ocop_rate_line(const ocop_library *library, const char *card, size_t size, ocop_text **out, ocop_diagnostics **told);
/* The explanation for people. */
OCOP_C_API ocop_status ocop_explain(const ocop_rules *rules, const char *card, size_t size, ocop_language language, ocop_format format, ocop_text **out,
                                    ocop_diagnostics **told);
/* What to change for `stars` (0: one more than now), the cheapest way first and proven to be so; or why there is no way. `costs`: a YAML text of
 * what changes cost, or NULL: each costs 1. */
OCOP_C_API ocop_status ocop_improve(const ocop_rules *rules, const char *card, size_t size, int stars, const char *costs, size_t costs_size, ocop_language language,
                                    ocop_format format, ocop_text **out, ocop_diagnostics **told);
/* A condition on its own: its value as JSON ("null": not known). `facts`: a JSON object of the names it may use, or NULL for none. */
OCOP_C_API ocop_status ocop_eval(const char *condition, size_t size, const char *facts, size_t facts_size, ocop_text **out, ocop_diagnostics **told);

/* ---- rating by columns ------------------------------------------------------------------------------------------------------ */

/*
 * Many cards of one rule set at once, each criterion's marks a column of numbers:
 *
 *     ocop_batch_new(rules, &batch);
 *     size_t criteria = ocop_batch_criteria(batch);
 *     const void **marks = malloc(criteria * sizeof *marks);            a column each, of one byte a card
 *     ... ocop_batch_code(batch, 0, "c", &code) tells the number that stands for mark c of the first criterion
 *     ocop_cards cards = {count, 1, NULL, marks, criteria, NULL, 0};
 *     ocop_results results = {NULL, stars, NULL, NULL, NULL, NULL};     int8_t stars[count]
 *     ocop_batch_rate(batch, &cards, &results, 0, &told);
 *     ocop_batch_explain(batch, &cards, 17, OCOP_VIETNAMESE, OCOP_HTML, &page, &told);
 *
 * The results are those of ocop_rate() for the same cards. Columns are the caller's and are only read during a call; their sizes cannot be
 * seen, so they must be as long as `count`, `offset` and offsets say.
 */
typedef struct ocop_batch ocop_batch;
OCOP_C_API ocop_status ocop_batch_new(const ocop_rules *rules, ocop_batch **out);
OCOP_C_API void ocop_batch_free(ocop_batch *batch);
OCOP_C_API size_t ocop_batch_criteria(const ocop_batch *batch);                               /* 0 for NULL */
OCOP_C_API const char *ocop_batch_criterion(const ocop_batch *batch, size_t criterion);       /* its id; NULL where there is none */
OCOP_C_API int ocop_batch_is_wide(const ocop_batch *batch, size_t criterion);                 /* marks are uint64_t, not uint8_t */
/* Criteria are numbered from 0 in form order. 0 is the number for no mark.
 * The number for a mark as a scorecard writes it ("c", "2", "operator.b", "a+c"; "": no mark): OCOP_REFUSED where there is no such mark. */
OCOP_C_API ocop_status ocop_batch_code(const ocop_batch *batch, size_t criterion, const char *mark, uint64_t *out);

/* The minima of the stars, numbered in form order: which criterion's, and for which star. OCOP_BAD_ARGUMENT where there is none of this number. */
OCOP_C_API size_t ocop_batch_minima(const ocop_batch *batch); /* 0 for NULL */
OCOP_C_API ocop_status ocop_batch_minimum(const ocop_batch *batch, size_t minimum, size_t *criterion, int *star);

typedef enum ocop_fact_kind {
    OCOP_BOOLEAN = 0, /* values: bits, lowest first */
    OCOP_NUMBER = 1,  /* values: int64_t, in units of 10^-decimals */
    OCOP_STRING = 2,  /* offsets into chars: UTF-8, composed (NFC) */
    OCOP_DAY = 3,     /* values: int32_t, days since 1970-01-01 */
    OCOP_LIST = 4,    /* offsets into elements */
    OCOP_FACT_KIND_LARGEST = 0x7FFFFFFF
} ocop_fact_kind;

/* One fact of all cards, laid out as in Apache Arrow. */
typedef struct ocop_fact_column {
    const char *name;        /* as the rule set declares it; or "level" (string), "assessed_on", "filed_on" (day), "evidence" (list of strings) */
    ocop_fact_kind kind;
    int32_t decimals;        /* of a number, 0 to 18; else 0 */
    const void *values;      /* NULL where the kind has none */
    const uint8_t *validity; /* bits; NULL: every card states the fact */
    size_t offset;           /* of the first card in values, validity and offsets */
    const int32_t *offsets;  /* of strings and lists: one more than cards, never going back, the first one 0 or more */
    const char *chars;
    const struct ocop_fact_column *elements; /* of lists: one column that holds the elements of all, no lists themselves; its name is not read */
} ocop_fact_column;

/* A fact that no column gives is stated by no card. */
typedef struct ocop_cards {
    size_t count;
    size_t sheets;              /* the most that a card has, 1 to 1,000 */
    const uint16_t *sheets_of;  /* by card, 1 to `sheets`: its first ones count; NULL: all have `sheets` */
    const void *const *marks;   /* [criterion * sheets + sheet]: a column of uint8_t, or uint64_t where the criterion is wide */
    size_t marks_count;         /* criteria * sheets */
    const ocop_fact_column *facts;
    size_t facts_count;
} ocop_cards;

/* Where the results go: columns of `count` places; NULL: not wanted. */
typedef struct ocop_results {
    uint8_t *outcome;      /* 0 rated, 1 undecided, 2 stopped, 3 rejected, 4 invalid: it has a number, a fact or sheets that no card can have */
    int8_t *stars;         /* -1: not rated; 0: rated without a star */
    int8_t *band;          /* the star whose band holds the total; -1: not rated */
    int64_t *total;        /* points are total / denominator */
    int64_t *denominator;  /* 0: no total */
    int32_t *blocking;     /* the first minimum before one star more, by its number in form order; -1: none */
} ocop_results;

/* `threads`: 0 for as many as the machine has; the results do not depend on it. */
OCOP_C_API ocop_status ocop_batch_rate(const ocop_batch *batch, const ocop_cards *cards, const ocop_results *results, int threads, ocop_diagnostics **told);
/* One of the cards, with its trail as OCOP_JSON, or explained. */
OCOP_C_API ocop_status ocop_batch_explain(const ocop_batch *batch, const ocop_cards *cards, size_t card, ocop_language language, ocop_format format,
                                          ocop_text **out, ocop_diagnostics **told);

/* ---- record batches of Apache Arrow ---------------------------------------------------------------------------------------------- */

/* The structs of Arrow's C data interface, which the caller has from Arrow or from ocop/arrow.hpp. */
struct ArrowSchema;
struct ArrowArray;
/* Cards in, results out: what the columns of both are called and hold is told in ocop/arrow.hpp. Takes over `schema` and `array` whatever comes of
 * it, also where an argument is bad. `out_schema` and `out_array` are the caller's, to be released; where there are no results both are set to
 * zeros, which is a released struct. OCOP_REFUSED: `told` says all that is wrong with the columns. It may have warnings too where all went well. */
OCOP_C_API ocop_status ocop_batch_rate_arrow(const ocop_batch *batch, struct ArrowSchema *schema, struct ArrowArray *array, int threads, struct ArrowSchema *out_schema,
                                             struct ArrowArray *out_array, ocop_diagnostics **told);

#ifdef __cplusplus
}
#endif

#endif
