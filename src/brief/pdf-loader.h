// SPDX-License-Identifier: Apache-2.0
/* The module for PDF, loaded once and kept. */
#pragma once
#include "pdf/pdf-module.h"

/*   Errors  FP_ERROR_NOT_FOUND: it is not installed; FP_ERROR_IO: it cannot be used */
const PdfModule *pdf_module_load(GError **error);
