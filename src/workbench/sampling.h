// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/sample/sample.h"
#include "workbench/workbench.h"

namespace workbench {

/// Makes a new workspace file full of deterministic sample data and opens it. Its "now" stays the sample's day. The truths that
/// were planted are written beside it, as FILE.truths.jsonl. Progress counts deals. What a stopped or failed run made is removed.
[[nodiscard]] support::Result<std::unique_ptr<Workbench>>
createSample(const std::filesystem::path &file, const exchange::sample::Spec &spec, const support::Clock &clock,
             const OnProgress &progress = {}, std::stop_token stop = {});

/// The sample's day for a clock that shows `now`: six in the evening of the last working day before it, so that a morning's work
/// lies ahead.
[[nodiscard]] support::Instant sampleDay(support::Instant now);

} // namespace workbench
