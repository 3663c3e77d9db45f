/* Rates a scorecard in C and says why. */
#include <ocop/ocop.h>
#include <stdio.h>
#include <stdlib.h>

static char *contents(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    long length = 0;
    if (file == NULL) return NULL;
    if (fseek(file, 0, SEEK_END) == 0 && (length = ftell(file)) >= 0 && fseek(file, 0, SEEK_SET) == 0) text = malloc((size_t)length + 1);
    *size = text == NULL ? 0 : fread(text, 1, (size_t)length, file);
    fclose(file);
    return text;
}

/* Tells what a call had to say, and frees it; whether the call gave what it was asked for. */
static int worked(ocop_status status, ocop_diagnostics **told) {
    ocop_text *words = NULL;
    if (status != OCOP_OK) fprintf(stderr, "%s\n", ocop_status_name(status));
    if (*told != NULL && ocop_diagnostics_text(*told, OCOP_ENGLISH, &words) == OCOP_OK) fputs(ocop_text_data(words), stderr);
    ocop_text_free(words);
    ocop_diagnostics_free(*told);
    *told = NULL;
    return status == OCOP_OK;
}

/* The rule set is the one that the scorecard names. */
static int rate(const ocop_library *library, const char *card, size_t size) {
    ocop_rules *rules = NULL;
    ocop_diagnostics *told = NULL;
    ocop_text *line = NULL, *explanation = NULL;
    const int rated = worked(ocop_rules_for_card(library, card, size, &rules, &told), &told) &&
                      worked(ocop_rate(rules, card, size, OCOP_RESULT_LINE, &line, &told), &told) &&
                      worked(ocop_explain(rules, card, size, OCOP_ENGLISH, OCOP_PLAIN_TEXT, &explanation, &told), &told);
    if (rated) printf("%s\n%s", ocop_text_data(line), ocop_text_data(explanation));
    ocop_text_free(explanation);
    ocop_text_free(line);
    ocop_rules_free(rules);
    return rated;
}

int main(int count, char **words) {
    ocop_library *library = NULL;
    ocop_diagnostics *told = NULL;
    const char *directories[1];
    size_t size = 0;
    char *card;
    int rated;
    if (count != 3) {
        fprintf(stderr, "usage: rate RULES_DIRECTORY CARD.json\n");
        return 2;
    }
    card = contents(words[2], &size);
    if (card == NULL) {
        fprintf(stderr, "%s cannot be read\n", words[2]);
        return 2;
    }
    directories[0] = words[1];
    rated = worked(ocop_library_open(directories, 1, &library, &told), &told) && rate(library, card, size);
    ocop_library_free(library);
    free(card);
    return rated ? 0 : 1;
}
