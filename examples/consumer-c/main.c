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

static int fail(ocop_status status, ocop_diagnostics *told) {
    ocop_text *why = NULL;
    if (told != NULL) ocop_diagnostics_text(told, OCOP_ENGLISH, &why);
    fprintf(stderr, "%s\n%s", ocop_status_name(status), ocop_text_data(why));
    ocop_text_free(why);
    ocop_diagnostics_free(told);
    return 1;
}

int main(int count, char **words) {
    ocop_library *library = NULL;
    ocop_rules *rules = NULL;
    ocop_diagnostics *told = NULL;
    ocop_text *line = NULL, *explanation = NULL;
    ocop_status status;
    size_t size = 0;
    char *card;
    const char *directories[1];
    if (count != 3) {
        fprintf(stderr, "usage: rate RULES_DIRECTORY CARD.json\n");
        return 2;
    }
    directories[0] = words[1];
    card = contents(words[2], &size);
    if (card == NULL) return 2;
    status = ocop_library_open(directories, 1, &library, &told);
    if (status == OCOP_OK) status = ocop_rate_line(library, card, size, &line, &told);
    if (status == OCOP_OK) status = ocop_rules_load(library, "26-2026/food/fresh-produce", NULL, &rules, &told);
    if (status == OCOP_OK) status = ocop_explain(rules, card, size, OCOP_ENGLISH, OCOP_PLAIN_TEXT, &explanation, &told);
    if (status == OCOP_OK) printf("%s\n%s", ocop_text_data(line), ocop_text_data(explanation));
    ocop_text_free(explanation);
    ocop_text_free(line);
    ocop_rules_free(rules);
    ocop_library_free(library);
    free(card);
    return status == OCOP_OK ? 0 : fail(status, told);
}
