// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/recognition.h"

namespace exchange {

/// Reads every row of the recognised tables once, settles how dates and amounts are written in each column, counts rows, and
/// asks what is left open. Constant memory, but for the names of stages.
[[nodiscard]] support::Result<void> survey(std::span<const Input> inputs, const ImportContext &context, Recognition &recognition,
                                           const Watch &watch);

} // namespace exchange
