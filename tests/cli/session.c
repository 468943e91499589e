// SPDX-License-Identifier: Apache-2.0
#include "session.h"

Run *ask(Home *home, const char *tree, const char *input)
{
    g_autofree char *path = tree_path(tree);
    return run_with_input(home, input, "ask", "--plain", path, NULL);
}

Run *resume(Home *home, const char *session, const char *input)
{
    return run_with_input(home, input, "resume", "--plain", session, NULL);
}

Json *show(Home *home, const char *session)
{
    g_autoptr(Run) shown = run(home, "show", "--json", session, NULL);
    expect_status(shown, 0);
    return json_read(shown->out);
}

Json *list_history(Home *home)
{
    g_autoptr(Run) list = run(home, "history", "--json", NULL);
    expect_status(list, 0);
    return json_read(list->out);
}
