// SPDX-License-Identifier: Apache-2.0
// libvterm writes keys as a terminal does in the modes that the program has set.
#include "terminal-private.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

/* A screen is at rest when nothing has come for this long. */
#define REST_MS 40

static const struct {
    const char *name;
    VTermKey key; /* VTERM_KEY_NONE: character */
    VTermModifier modifier;
    uint32_t character;
} key_names[] = {
    { "Enter", VTERM_KEY_ENTER, VTERM_MOD_NONE, 0 },
    { "Esc", VTERM_KEY_ESCAPE, VTERM_MOD_NONE, 0 },
    { "Tab", VTERM_KEY_TAB, VTERM_MOD_NONE, 0 },
    { "S-Tab", VTERM_KEY_TAB, VTERM_MOD_SHIFT, 0 },
    { "BS", VTERM_KEY_BACKSPACE, VTERM_MOD_NONE, 0 },
    { "Del", VTERM_KEY_DEL, VTERM_MOD_NONE, 0 },
    { "Up", VTERM_KEY_UP, VTERM_MOD_NONE, 0 },
    { "Down", VTERM_KEY_DOWN, VTERM_MOD_NONE, 0 },
    { "Left", VTERM_KEY_LEFT, VTERM_MOD_NONE, 0 },
    { "Right", VTERM_KEY_RIGHT, VTERM_MOD_NONE, 0 },
    { "Home", VTERM_KEY_HOME, VTERM_MOD_NONE, 0 },
    { "End", VTERM_KEY_END, VTERM_MOD_NONE, 0 },
    { "PageUp", VTERM_KEY_PAGEUP, VTERM_MOD_NONE, 0 },
    { "PageDown", VTERM_KEY_PAGEDOWN, VTERM_MOD_NONE, 0 },
    { "Space", VTERM_KEY_NONE, VTERM_MOD_NONE, ' ' },
    { "lt", VTERM_KEY_NONE, VTERM_MOD_NONE, '<' },
};

// What a person typed just now must not be lost where the terminal is gone already.
static void write_all(Terminal *terminal, const char *bytes, size_t length)
{
    while (length > 0 && terminal->pty >= 0) {
        ssize_t written = write(terminal->pty, bytes, length);
        if (written <= 0)
            return;
        bytes += written;
        length -= (size_t)written;
    }
}

static void flush_keys(Terminal *terminal)
{
    char bytes[256];
    size_t length;
    while ((length = vterm_output_read(terminal->vterm, bytes, sizeof bytes)) > 0)
        write_all(terminal, bytes, length);
}

static void press_named(Terminal *terminal, const char *name)
{
    if (g_str_has_prefix(name, "C-") && strlen(name) == 3) {
        char control = name[2] & 0x1F;
        write_all(terminal, &control, 1);
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(key_names); i++) {
        if (strcmp(key_names[i].name, name) != 0)
            continue;
        if (key_names[i].key != VTERM_KEY_NONE)
            vterm_keyboard_key(terminal->vterm, key_names[i].key, key_names[i].modifier);
        else
            vterm_keyboard_unichar(terminal->vterm, key_names[i].character, VTERM_MOD_NONE);
        flush_keys(terminal);
        return;
    }
    g_error("no key is called <%s>", name);
}

void press(Terminal *terminal, const char *keys)
{
    if (terminal->has_failed)
        return;
    // A person presses when the screen has come to rest; what is typed ahead is dropped by design.
    terminal_listen(terminal, REST_MS);
    g_free(terminal->look);
    terminal->look = terminal_look(terminal);
    for (const char *at = keys; *at != '\0'; at = g_utf8_next_char(at)) {
        const char *end = *at == '<' ? strchr(at, '>') : NULL;
        if (end == NULL) {
            write_all(terminal, at, (size_t)(g_utf8_next_char(at) - at));
            continue;
        }
        g_autofree char *name = g_strndup(at + 1, (size_t)(end - at - 1));
        press_named(terminal, name);
        at = end;
    }
}

void paste(Terminal *terminal, const char *text)
{
    if (terminal->has_failed)
        return;
    vterm_keyboard_start_paste(terminal->vterm);
    flush_keys(terminal);
    write_all(terminal, text, strlen(text));
    vterm_keyboard_end_paste(terminal->vterm);
    flush_keys(terminal);
}

void click(Terminal *terminal, const char *text)
{
    VTermPos place;
    // A screen that is still being drawn may have it where it will not stay.
    expect_screen(terminal, text);
    terminal_listen(terminal, REST_MS);
    if (terminal->has_failed || !terminal_find(terminal, text, &place))
        return;
    if (!judge_modes(terminal->judge).mouse)
        return; // nobody asked for clicks: a terminal keeps them to itself
    vterm_mouse_move(terminal->vterm, place.row, place.col, VTERM_MOD_NONE);
    vterm_mouse_button(terminal->vterm, 1, true, VTERM_MOD_NONE);
    vterm_mouse_button(terminal->vterm, 1, false, VTERM_MOD_NONE);
    flush_keys(terminal);
}

void send_bytes(Terminal *terminal, const char *bytes, size_t length)
{
    if (!terminal->has_failed)
        write_all(terminal, bytes, length);
}
