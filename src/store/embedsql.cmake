# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
# cmake -DOUT=… -DFILES=a;b;c -P embedsql.cmake: the migrations as one C++ file, in the order of their numbers, each with
# what lets a file without it be read (reading/ beside it).
set(text "#include \"store/migrations.h\"\n\nnamespace store {\n\nnamespace {\n\nconstexpr Migration files[] = {\n")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME_WE)
  file(READ ${file} sql)
  get_filename_component(folder ${file} DIRECTORY)
  file(READ ${folder}/reading/${name}.sql reading)
  string(APPEND text "    {\"${name}\", R\"sql(${sql})sql\", R\"sql(${reading})sql\"},\n")
endforeach()
string(APPEND text "};\n\n} // namespace\n\nstd::span<const Migration> migrations()\n{\n    return files;\n}\n\n} // namespace store\n")
file(WRITE ${OUT} "${text}")
