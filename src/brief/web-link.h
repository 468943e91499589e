// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <glib.h>

/* An address that is safe inside any link: http or https alone, all but what RFC 3986 lets stand
 * percent-encoded, quotes, parentheses, brackets of every kind and backslashes too, which end a link in
 * one format or another. NULL for no address, and for any other kind. Owned by the caller. */
char *web_link(const char *url);
