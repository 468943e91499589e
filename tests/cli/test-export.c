// SPDX-License-Identifier: Apache-2.0
#include "session.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static Home *home_with_session(void)
{
    Home *home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", "n a note | with <b>marks</b>\n" WALK_ANSWERS);
    expect_status(asked, 0);
    return home;
}

// One row, one way to say what is wanted; what the output must hold.
static const struct {
    const char *name, *words, *file, *holds;
} rows[] = {
    { "text-to-standard-output", "--format text last", NULL, "Recommended: The road" },
    { "markdown-to-standard-output", "--format md last", NULL, "# " },
    { "the-short-options", "-f md -o out.txt last", "out.txt", "# " },
    { "the-name-says-markdown", "-o out.md last", "out.md", "# " },
    { "the-name-says-text", "--output out.txt 1", "out.txt", "Recommended: The road" },
    { "the-name-says-html", "-o out.html last", "out.html", "<!DOCTYPE html>" },
    { "the-name-says-json", "-o out.json last", "out.json", "\"fingerpost_brief\": 1" },
    { "the-name-says-csv", "-o out.csv last", "out.csv", "\"path\",\"place\"" },
    { "a-dash-is-standard-output", "-f text -o - last", NULL, "Recommended: The road" },
};

static Run *export(Home *home, const char *words)
{
    g_autofree char *line = g_strconcat("export ", words, NULL);
    g_auto(GStrv) arguments = g_strsplit(line, " ", -1);
    const ProgramSetup setup = { .home = home,
                                 .arguments = (const char *const *)arguments,
                                 .folder = home_path(home, "") };
    return program_run(&setup);
}

static void test_row(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_with_session();
    g_autoptr(Run) exported = export(home, rows[row].words);
    expect_status(exported, 0);
    expect_silent_err(exported);
    g_autofree char *file = rows[row].file != NULL ? home_read(home, rows[row].file) : NULL;
    const char *text = rows[row].file != NULL ? file : exported->out;
    g_assert_nonnull(text);
    g_assert_nonnull(strstr(text, rows[row].holds));
    g_assert_nonnull(strstr(text, "The road"));
    g_assert_true(g_utf8_validate(text, -1, NULL));
}

// The page's own words follow --lang whatever the locale, and the tree's texts stay.
static const struct {
    const char *name, *locale, *words, *holds;
} languages[] = {
    { "german-in-the-locale-c", "C", "--lang de", ">Quellen<" },
    { "german-in-c-utf-8", "C.UTF-8", "--lang de", ">Quellen<" },
    { "german-for-austria", "C", "--lang de-AT", ">Quellen<" },
    { "english-against-the-locale", "C.UTF-8", "--lang en-GB", ">Sources<" },
};

static void test_language(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_with_session();
    g_autofree char *locale = g_strconcat("LC_ALL=", languages[row].locale, NULL);
    g_autofree char *line = g_strconcat("export -f html last ", languages[row].words, NULL);
    g_auto(GStrv) arguments = g_strsplit(line, " ", -1);
    const ProgramSetup setup = { .home = home,
                                 .arguments = (const char *const *)arguments,
                                 .environment = LIST(locale, "LANGUAGE=de") };
    g_autoptr(Run) exported = program_run(&setup);
    expect_status(exported, 0);
    expect_out(exported, languages[row].holds);
    expect_out(exported, "The road");
    if (strstr(languages[row].words, "de") != NULL)
        expect_one_line_err(exported);
    else
        expect_silent_err(exported);
}

static void test_says_once_that_languages_are_mixed(void)
{
    g_autoptr(Home) home = home_with_session();
    g_autoptr(Run) exported = export(home, "-f md -o out.md --lang de last");
    expect_status(exported, 0);
    expect_one_line_err(exported);
    expect_err(exported, "only the words around them are in 'de'");
}

static void test_names_stand_on_the_page(void)
{
    g_autoptr(Home) home = home_with_session();
    g_autoptr(Run) exported = export(home, "-f html --who Ada --organisation Acme last");
    expect_status(exported, 0);
    expect_silent_err(exported);
    expect_out(exported, "Ada");
    expect_out(exported, "Acme");
}

static void test_redaction_leaves_notes_out(void)
{
    g_autoptr(Home) home = home_with_session();
    g_autoptr(Run) whole = export(home, "-f json last");
    expect_out(whole, "with <b>marks</b>");
    g_autoptr(Run) redacted = export(home, "-f json --redact notes,who last");
    expect_status(redacted, 0);
    expect_not_out(redacted, "marks");
}

// A picture that a drawing program could have written; an SVG in HTML needs no other file.
static void test_logo_is_taken(void)
{
    g_autoptr(Home) home = home_with_session();
    home_write(home, "logo.svg",
               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 4\">"
               "<rect width=\"8\" height=\"4\" fill=\"#123456\"/></svg>");
    static const char *const formats[] = { "html", "pdf" };
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        g_autofree char *words = g_strdup_printf("-f %s --logo logo.svg last", formats[i]);
        g_autoptr(Run) exported = export(home, words);
        expect_status(exported, 0);
        expect_silent_err(exported);
    }
}

static const struct {
    const char *name, *words, *says;
} refused[] = {
    { "an-unknown-format", "-f docx last", "the formats are " },
    { "no-format-at-all", "last", "--format" },
    { "a-name-that-says-nothing", "-o out.xyz last",
      "the end of the name 'out.xyz' says no format" },
    { "no-such-session", "-f md 99", "'99'" },
    { "no-such-folder", "-o no/such/out.md last", "no/such/out.md" },
    { "a-folder", "-f md --force -o data last", "data" },
    { "no-session-named", "-f md", "needs SESSION, or --all" },
    { "a-language-without-translation", "-f md --lang xx last", "choose one with --lang: de, en" },
    { "a-language-that-is-a-path", "-f md --lang ../de last", "no translation for '../de'" },
    { "no-language-at-all", "-f md --lang= last", "no translation for ''" },
    { "a-logo-where-none-is-shown", "-f md --logo logo.svg last", "the format 'md' shows no logo" },
    { "a-logo-that-is-not-there", "-f html --logo no.svg last",
      "cannot read 'no.svg': no such file" },
    { "a-logo-that-is-a-folder", "-f html --logo data last", "cannot read 'data': it is a folder" },
    { "a-logo-that-is-no-picture", "-f html --logo words.txt last", "logo 'words.txt': " },
    { "a-logo-that-is-too-large", "-f html --logo large.svg last", "it has more than 1 MiB" },
    { "a-redaction-that-is-none", "-f md --redact notes,names last", "names" },
    { "a-name-with-a-control", "-f md --who a\x1b[31m last", "--who: the name holds a control" },
    { "a-name-that-is-no-text", "-f md --organisation \xff last",
      "--organisation: the name is not" },
    { "all-and-a-session", "-f md --all -o out last",
      "'last' is a session, and --all takes every" },
    { "all-without-a-folder", "-f md --all", "name the folder for them with -o" },
    { "all-to-standard-output", "-f md --all -o -", "name the folder for them with -o" },
    { "all-without-a-format", "--all -o out.md", "choose one with --format" },
    { "all-into-a-file", "-f md --all -o words.txt", "'words.txt' is a file, and --all needs" },
    { "all-into-no-folder", "-f md --all -o no/such", "cannot make the folder 'no/such'" },
    { "an-unknown-paper", "-f pdf --paper a5 last", "the papers are a4 and letter" },
};

static void test_refused(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_with_session();
    home_write(home, "words.txt", "no picture");
    g_autofree char *large = g_strnfill((1024 * 1024) + 1, ' ');
    home_write(home, "large.svg", large);
    g_autoptr(Run) exported = export(home, refused[row].words);
    expect_status(exported, 2);
    expect_silent_out(exported);
    expect_one_line_err(exported);
    expect_err(exported, refused[row].says);
}

/* In points, as the page's own entry has it. */
static void expect_page(Home *home, const char *words, const char *box)
{
    g_autoptr(Run) exported = export(home, words);
    expect_status(exported, 0);
    expect_silent_err(exported);
    g_autofree char *path = g_strdup(home_path(home, "out.pdf")), *bytes = NULL;
    size_t n_bytes;
    g_assert_true(g_file_get_contents(path, &bytes, &n_bytes, NULL));
    g_assert_true(g_str_has_prefix(bytes, "%PDF-"));
    g_assert_nonnull(memmem(bytes, n_bytes, "/Count 1\n", strlen("/Count 1\n")));
    g_assert_nonnull(memmem(bytes, n_bytes, box, strlen(box)));
}

static void test_a_page_has_the_paper_asked_for(void)
{
    g_autoptr(Home) home = home_with_session();
    expect_page(home, "-o out.pdf --paper letter last", "/MediaBox [ 0 0 612 792 ]");
    expect_page(home, "-o out.pdf --force --paper a4 last", "/MediaBox [ 0 0 595.276 841.89 ]");
}

static void test_existing_file_is_kept(void)
{
    g_autoptr(Home) home = home_with_session();
    home_write(home, "out.md", "mine");
    g_autoptr(Run) refused_run = export(home, "-o out.md last");
    expect_status(refused_run, 2);
    expect_err(refused_run, "out.md");
    expect_err(refused_run, "--force");
    g_autofree char *kept = home_read(home, "out.md");
    g_assert_cmpstr(kept, ==, "mine");
    g_autoptr(Run) forced = export(home, "-o out.md --force last");
    expect_status(forced, 0);
    g_autofree char *replaced = home_read(home, "out.md");
    g_assert_nonnull(strstr(replaced, "The road"));
}

// A link is replaced, never followed: what it points to may be another's.
static void test_link_is_not_followed(void)
{
    g_autoptr(Home) home = home_with_session();
    const char *target = home_write(home, "target", "mine");
    g_assert_cmpint(symlink(target, home_path(home, "out.md")), ==, 0);
    g_autoptr(Run) forced = export(home, "-o out.md --force last");
    g_autofree char *kept = home_read(home, "target");
    g_assert_cmpstr(kept, ==, "mine");
}

static void test_new_files_are_private(void)
{
    g_autoptr(Home) home = home_with_session();
    g_autoptr(Run) exported = export(home, "-o out.md last");
    expect_status(exported, 0);
    struct stat status;
    g_assert_cmpint(stat(home_path(home, "out.md"), &status), ==, 0);
    g_assert_cmpint(status.st_mode & 0777, ==, 0600);
}

static void test_full_device(void)
{
    g_autoptr(Home) home = home_with_session();
    g_autoptr(Run) exported = export(home, "-f md --force -o /dev/full last");
    expect_status(exported, 2);
    expect_one_line_err(exported);
}

static void test_no_leftovers(void)
{
    g_autoptr(Home) home = home_with_session();
    g_autoptr(Run) exported = export(home, "-o out.md last");
    g_autofree char *names = command_output(home, LIST("ls", "-A", home_path(home, "")));
    g_assert_cmpstr(names, ==, "data\nout.md\n");
}

static void test_export_is_an_event(void)
{
    g_autoptr(Home) home = home_with_session();
    g_autoptr(Json) before = list_history(home);
    g_autoptr(Run) exported = export(home, "-f md last");
    g_autoptr(Json) after = list_history(home);
    g_assert_cmpint(atoi(json_at(after, "0.events")), ==, atoi(json_at(before, "0.events")) + 1);
    expect_json(after, "0.state", "finished");
    g_autoptr(Run) verified = run(home, "history", "verify", NULL);
    expect_status(verified, 0);
}

static void test_no_save_keeps_no_event(void)
{
    g_autoptr(Home) home = home_with_session();
    g_autoptr(Json) before = list_history(home);
    g_autoptr(Run) exported = export(home, "-f md --no-save last");
    expect_status(exported, 0);
    g_autoptr(Json) after = list_history(home);
    g_assert_cmpstr(json_at(after, "0.events"), ==, json_at(before, "0.events"));
}

static void test_same_bytes_again(void)
{
    g_autoptr(Home) home = home_with_session();
    g_autoptr(Run) one = export(home, "-f md last");
    g_autoptr(Run) two = export(home, "-f md last");
    g_assert_cmpstr(one->out, ==, two->out);
}

#define ADD_ROWS(prefix, list, test)                                                               \
    for (size_t i = 0; i < G_N_ELEMENTS(list); i++) {                                              \
        g_autofree char *path = g_strconcat("/cli/export/" prefix "/", list[i].name, NULL);        \
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test);                                     \
    }

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD_ROWS("writes", rows, test_row);
    ADD_ROWS("refuses", refused, test_refused);
    ADD_ROWS("language", languages, test_language);
    g_test_add_func("/cli/export/mixed-languages-are-told-once",
                    test_says_once_that_languages_are_mixed);
    g_test_add_func("/cli/export/names-stand-on-the-page", test_names_stand_on_the_page);
    g_test_add_func("/cli/export/a-redaction-leaves-notes-out", test_redaction_leaves_notes_out);
    g_test_add_func("/cli/export/a-logo-is-taken", test_logo_is_taken);
    g_test_add_func("/cli/export/a-page-has-the-paper-asked-for",
                    test_a_page_has_the_paper_asked_for);
    g_test_add_func("/cli/export/a-file-that-exists-is-kept", test_existing_file_is_kept);
    g_test_add_func("/cli/export/a-link-is-not-followed", test_link_is_not_followed);
    g_test_add_func("/cli/export/new-files-are-private", test_new_files_are_private);
    g_test_add_func("/cli/export/a-full-device-is-told", test_full_device);
    g_test_add_func("/cli/export/nothing-is-left-behind", test_no_leftovers);
    g_test_add_func("/cli/export/is-an-event", test_export_is_an_event);
    g_test_add_func("/cli/export/no-save-keeps-no-event", test_no_save_keeps_no_event);
    g_test_add_func("/cli/export/the-same-bytes-again", test_same_bytes_again);
    return g_test_run();
}
