# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
# Writes the C++ file OUTPUT with the texts of the JSON files under FOLDER.

# Appends one entry for each file, in the order of their names, to the list `variable`.
function(entries variable)
  set(text "")
  foreach(file IN LISTS ARGN)
    cmake_path(GET file STEM LAST_ONLY name)
    file(READ ${file} content)
    string(APPEND text "    {\"${name}\", R\"plumbline(${content})plumbline\"},\n")
  endforeach()
  set(${variable} "${text}" PARENT_SCOPE)
endfunction()

set(schema ${FOLDER}/playbooks/playbook.schema.json)
file(GLOB playbook_files ${FOLDER}/playbooks/*.json)
list(REMOVE_ITEM playbook_files ${schema})
list(LENGTH playbook_files playbook_count)
entries(playbooks ${playbook_files})
file(GLOB profile_files ${FOLDER}/profiles/*.json)
list(LENGTH profile_files profile_count)
entries(profiles ${profile_files})
file(READ ${schema} schema_text)

file(WRITE ${OUTPUT} "// Generated from resources/: change the files there.
#include \"resources/embedded.h\"

#include <array>

namespace resources {

namespace {

constexpr std::array<Embedded, ${playbook_count}> playbookList{{
${playbooks}}};

constexpr std::array<Embedded, ${profile_count}> profileList{{
${profiles}}};

constexpr std::string_view schema = R\"plumbline(${schema_text})plumbline\";

} // namespace

std::span<const Embedded> playbooks()
{
    return playbookList;
}

std::span<const Embedded> profiles()
{
    return profileList;
}

std::string_view playbookSchema()
{
    return schema;
}

} // namespace resources
")
