// SPDX-License-Identifier: Apache-2.0
/* Actions by chance, in every phase, on many trees, with a history that fails now and then: the
 * driver asserts the invariants after each. A failure names the seed: run with --seed. */
#include "crossroads.h"
#include "play.h"
#include "random-tree.h"

#define N_TREES        100
#define ACTIONS_A_TREE 2000
#define RESTART_ONE_IN 200
#define FAILURE_ONE_IN 15

static FpAction random_action(GRand *rand, const FpTree *tree)
{
    static const char *const texts[] = { "1", "5",          "-", ".",  "0.5",     "abc",    "\n",
                                         "é", "\t 42 \r\n", "",  "🇫🇷", "e\u0301", "\x1b[2J" };
    // Quitting is tried apart: after it a wizard takes no more actions.
    FpActionKind kind = (FpActionKind)g_rand_int_range(rand, FP_ACTION_NONE, FP_ACTION_END + 1);
    return (FpAction) {
        .kind = kind == FP_ACTION_QUIT ? FP_ACTION_ACCEPT : kind,
        .index = (size_t)g_rand_int_range(rand, 0, 2 + (gint32)tree->n_questions),
        .text = texts[g_rand_int_range(rand, 0, G_N_ELEMENTS(texts))],
    };
}

static PlayHistory random_history(GRand *rand)
{
    return g_rand_int_range(rand, 0, FAILURE_ONE_IN) != 0
               ? PLAY_FREE
               : (PlayHistory)g_rand_int_range(rand, PLAY_HALF, PLAY_FULL + 1);
}

/* A file that is asked for is written, is there already, or cannot be. */
static void write_wish(Play *play, GRand *rand)
{
    static const char *const ends[] = { "write", "exists", "no-space" };
    FpExportWish wish;
    if (fp_wizard_wishes_export(play->wizard, &wish))
        play_script(play, ends[g_rand_int_range(rand, 0, G_N_ELEMENTS(ends))]);
}

static void walk(Play *play, GRand *rand, int n_actions)
{
    for (int i = 0; i < n_actions; i++) {
        FpAction action = random_action(rand, play->tree);
        play->history = random_history(rand);
        play_act(play, &action);
        write_wish(play, rand);
        g_string_truncate(play->log, 0);
        g_assert_false(fp_wizard_has_quit(play->wizard));
        if (g_rand_int_range(rand, 0, RESTART_ONE_IN) == 0)
            play_restart(play);
    }
}

static void test_crossroads(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed((guint32)g_test_rand_int());
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    walk(play, rand, 10 * ACTIONS_A_TREE);
}

static void test_random_trees(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed((guint32)g_test_rand_int());
    for (int i = 0; i < N_TREES; i++) {
        g_autofree char *yaml = random_tree(rand);
        g_autoptr(Play) play = play_new(play_tree(yaml));
        walk(play, rand, ACTIONS_A_TREE);
    }
}

static FpTree *load_shipped(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *facts = g_build_filename(folder, "..", "data", "facts", NULL);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    FpTree *tree = fp_tree_load(path, (const char *const[]) { facts, NULL }, diagnostics, NULL);
    g_autofree char *faults = fp_diagnostics_to_text(diagnostics);
    g_assert_cmpstr(faults, ==, "");
    return tree;
}

static void test_shipped_trees(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed((guint32)g_test_rand_int());
    g_autofree char *folder =
        g_build_filename(g_getenv("FINGERPOST_SOURCE_ROOT"), "decision-trees", NULL);
    g_autoptr(GDir) names = g_dir_open(folder, 0, NULL);
    const char *name;
    while (names != NULL && (name = g_dir_read_name(names)) != NULL) {
        if (!g_str_has_suffix(name, ".yaml"))
            continue;
        g_autoptr(Play) play = play_new(load_shipped(folder, name));
        walk(play, rand, ACTIONS_A_TREE);
    }
}

/* Every action in every phase, from the same standpoint. */
static void test_every_action_in_every_phase(void)
{
    static const char *const phases[] = {
        "down",
        "pick paved",
        "pick paved; pick wood; accept",
        "note; type x",
        "pick dirt; pick wet; go-to road; pick paved; review",
        "unknown; unknown",
        "unknown; unknown; review; last",
        "pick paved; review; up; accept",
        "find-out; type Ada",
        "unknown; unknown; decide",
        "unknown; unknown; decide; accept; type x",
        "unknown; unknown; export",
        "unknown; unknown; export; next",
        "unknown; unknown; export; accept; exists",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(phases); i++) {
        for (int kind = FP_ACTION_NONE; kind <= FP_ACTION_END; kind++) {
            g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
            play_script(play, phases[i]);
            play_act(play, &(FpAction) { (FpActionKind)kind, 1, "12" });
            if (kind == FP_ACTION_QUIT && !fp_wizard_has_quit(play->wizard))
                play_script(play, "quit"); // of what is entered in a form it tells first
            g_assert_true(fp_wizard_has_quit(play->wizard) == (kind == FP_ACTION_QUIT));
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/dialogue/walk/crossroads", test_crossroads);
    g_test_add_func("/dialogue/walk/random-trees", test_random_trees);
    if (g_getenv("FINGERPOST_SOURCE_ROOT") != NULL)
        g_test_add_func("/dialogue/walk/shipped-trees", test_shipped_trees);
    g_test_add_func("/dialogue/walk/every-action-in-every-phase", test_every_action_in_every_phase);
    return g_test_run();
}
