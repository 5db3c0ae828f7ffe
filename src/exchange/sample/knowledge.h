// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/sample/organisation.h"

namespace exchange::sample {

void tellProducts(const Organisation &organisation, Facts &facts);
/// What each rep, team and region is to bring in each quarter, told on the quarter's first workday.
void tellTargets(const Spec &spec, const Organisation &organisation, Facts &facts);
/// A few reviews of each rep's capabilities in the last months.
void tellAssessments(const Spec &spec, const Organisation &organisation, Facts &facts);
/// Cases, scripts, templates, guides and reviews of lost deals.
void tellArticles(const Organisation &organisation, Facts &facts);

} // namespace exchange::sample
