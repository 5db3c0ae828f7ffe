// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/dealsummary.h"
#include "workbench/dealviews.h"
#include "workbench/listviews.h"
#include "workbench/todayviews.h"

namespace workbench {

// What the screens show, as values: ids and names resolved, numbers raw, no words of a language. A label in two languages
// comes from the playbook; everything else is a code that the interface turns into a sentence.

} // namespace workbench
