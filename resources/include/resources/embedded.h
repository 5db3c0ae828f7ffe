// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <span>
#include <string_view>

/// The data files of the tree's `resources` folder, inside the program.
namespace resources {

struct Embedded {
    std::string_view name; ///< the file's, without its ending: "default"
    std::string_view text;
};

/// The playbooks that come with the program, in the order of their names.
[[nodiscard]] std::span<const Embedded> playbooks();

/// The profiles of tables that people import, in the order of their names.
[[nodiscard]] std::span<const Embedded> profiles();

/// The JSON Schema of playbook files, for editors outside this program.
[[nodiscard]] std::string_view playbookSchema();

} // namespace resources
