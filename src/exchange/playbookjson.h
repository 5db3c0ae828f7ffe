// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/playbook.h"
#include "support/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace exchange {

/// The newest form of playbook files that this program reads, and the one it writes.
inline constexpr int playbookFormat = 1;

/// Reads a playbook (resources/playbooks/README.md) and checks all of it, so that nothing in it can fail later. The first
/// fault is the error: BadPlaybook with the JSON pointer of the place as its subject, BadSyntax with the line and column for
/// text that is no JSON, TooLarge beyond 4 MiB.
[[nodiscard]] support::Result<domain::Playbook> readPlaybook(std::string_view text);

/// All faults of a playbook, at most 100, in the order of the check; none when `readPlaybook` would read it. References
/// and sentences are looked at only when every single value is sound.
[[nodiscard]] std::vector<support::Error> playbookFaults(std::string_view text);

/// The readable form of a playbook: indented, with short things on one line, always the same for the same playbook.
[[nodiscard]] std::string writePlaybook(const domain::Playbook &playbook);

/// The same on one line: the document of a `playbook` fact.
[[nodiscard]] domain::Json publishedForm(const domain::Playbook &playbook);

} // namespace exchange
