# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""Layers: includes and links follow the arrows of the README's graph, Qt stays in ui/, SQL stays in the stores."""

import re
import unittest

import tree

# What each folder stands on directly. What those stand on is allowed as well: values of a lower layer cross a higher one.
GRAPH = {
    "src/support": [],
    "src/domain": ["src/support"],
    "src/history": ["src/domain"],
    "src/engine": ["src/history"],
    "src/store": ["src/domain"],
    "src/exchange": ["src/domain"],
    "src/evidence": ["src/domain"],
    "src/sync": ["src/domain"],
    "src/server": ["src/sync", "src/store"],
    "src/workbench": ["src/engine", "src/store", "src/exchange", "src/evidence", "src/sync"],
    "ui/models": ["src/workbench"],
    "ui": ["ui/models"],
    "app/plumb": ["src/workbench"],
    "app/plumbd": ["src/server"],
    "app/plumbline": ["ui"],
}
# What stands on the workbench asks it, and beside it names values only: how they are read, kept or judged is not its matter.
VALUES = ("src/domain", "src/support")
SQL_LAYERS = ("src/store", "src/server")
WITHOUT_QT = ("src/", "app/plumb/", "app/plumbd/")
SCOPE = ("src", "ui", "app")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
LINKS = re.compile(r"target_link_libraries\s*\(([^)]*)\)")
QT_HEADER = re.compile(r"^(Q[A-Z]\w*|Qt\w*|qt\w*|q[a-z]+\.h)(/|$)")
WIDGET_HEADER = re.compile(
    r"^(QtWidgets/.*|QApplication|QWidget|Q\w*(Dialog|View|Box|Button|Edit|Label|Menu|Layout))$"
)
SQL = re.compile(
    r'"\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s'
    r"|(CREATE|DROP|ALTER)\s+\w+\s|PRAGMA\s|WITH\s+\w+\s+AS\s)"
)


def layer_of(path):
    """The innermost folder of the graph that holds the path, or None."""
    folder = path
    while "/" in folder:
        folder = folder.rsplit("/", 1)[0]
        if folder in GRAPH:
            return folder
    return None


def reach(layer):
    """The layer and everything below it."""
    seen = set()
    waiting = [layer]
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting += GRAPH[one]
    return seen


def may_include(layer, named):
    if "src/workbench" not in reach(layer) or layer == "src/workbench":
        return named in reach(layer)
    return named in reach(layer) and (named in VALUES or "src/workbench" in reach(named))


def target_of(header):
    """The layer that an include or a linked target names; None for headers of libraries and of the same folder."""
    return layer_of(header) if header.startswith(("ui/", "app/")) else layer_of("src/" + header)


def include_faults(path, layer, text):
    for bracket, header in INCLUDE.findall(text):
        named = target_of(header) if "/" in header else None
        if bracket == '"' and header.startswith(".."):
            yield f"{path}: includes {header} by a way up; name it from the include root"
        if named and not may_include(layer, named):
            yield f"{path}: {layer} may not include {header}"
        if path.startswith(WITHOUT_QT) and QT_HEADER.match(header):
            yield f"{path}: Qt ({header}) belongs to ui/"
        if layer == "ui/models" and WIDGET_HEADER.match(header):
            yield f"{path}: a model knows no widget ({header})"
        if header == "sqlite3.h" and layer not in SQL_LAYERS:
            yield f"{path}: only {' and '.join(SQL_LAYERS)} know SQLite"


def link_faults(path, layer, text):
    for call in LINKS.findall(text):
        for name in call.split()[1:]:
            named = next((f for f in (f"src/{name}", name.replace("ui_", "ui/", 1)) if f in GRAPH), None)
            if named and named not in reach(layer):
                yield f"{path}: {layer} may not link {name}"
            if path.startswith(WITHOUT_QT) and name.startswith("Qt6::"):
                yield f"{path}: Qt ({name}) belongs to ui/"
            if layer == "ui/models" and name in ("Qt6::Widgets", "Qt6::Charts", "Qt6::PrintSupport"):
                yield f"{path}: a model knows no widget ({name})"
            if name.lower().startswith("sqlite") and layer not in SQL_LAYERS:
                yield f"{path}: only {' and '.join(SQL_LAYERS)} know SQLite"


def faults(of):
    found = []
    for path in of.under(*SCOPE):
        cmake = path.endswith("CMakeLists.txt")
        if not cmake and not path.endswith(tree.CODE):
            continue
        layer = layer_of(path)
        if layer is None:
            if path.count("/") > 1:
                found.append(f"{path}: its folder is not in the layer graph; give it a place there, or the file another folder")
            continue
        text = of.text(path)
        found += link_faults(path, layer, text) if cmake else include_faults(path, layer, text)
        if not cmake and layer not in SQL_LAYERS and SQL.search(text):
            found.append(f"{path}: SQL is written in {' and '.join(SQL_LAYERS)} only")
    return found


class Layers(unittest.TestCase):
    def test_this_tree_follows_the_arrows(self):
        tree.expect_none(self, faults(tree.here()))

    def finds(self, path, text, words):
        with tree.planted({path: text}) as small:
            found = faults(small)
        self.assertEqual(len(found), 1, tree.listed(found))
        self.assertIn(words, found[0])

    def passes(self, path, text):
        with tree.planted({path: text}) as small:
            self.assertEqual(faults(small), [])

    def test_finds_an_include_against_the_arrows(self):
        self.finds("src/domain/deal.h", '#include "store/workspace.h"\n', "may not include store/workspace.h")
        self.finds("src/engine/score.cpp", '#include "workbench/workbench.h"\n', "may not include")
        self.finds("src/store/load.cpp", '#include "history/history.h"\n', "may not include")
        self.finds("src/workbench/x.cpp", '#include "ui/models/dealmodel.h"\n', "may not include")
        self.finds("ui/models/x.cpp", '#include "ui/pages/today/todaypage.h"\n', "may not include")
        self.finds("app/plumb/main.cpp", '#include "ui/mainwindow.h"\n', "may not include")

    def test_finds_a_way_past_the_workbench(self):
        self.finds("ui/models/x.cpp", '#include "exchange/factjson.h"\n', "may not include exchange/factjson.h")
        self.finds("app/plumb/main.cpp", '#include "store/workspace.h"\n', "may not include")
        self.passes("ui/x.cpp", '#include "workbench/views.h"\n#include "domain/playbook.h"\n#include "support/civil.h"\n')

    def test_lets_includes_along_the_arrows_pass(self):
        below = '#include "support/money.h"\n#include "history/history.h"\n'
        self.passes("src/engine/score.cpp", below + '#include <vector>\n#include "score.h"\n')
        self.passes("ui/pages/today/todaypage.cpp", '#include "ui/models/dealmodel.h"\n#include <QWidget>\n')
        everything = '#include "ui/mainwindow.h"\n#include "workbench/workbench.h"\n#include <QApplication>\n'
        self.passes("app/plumbline/main.cpp", everything)

    def test_finds_a_way_up(self):
        self.finds("src/domain/deal.h", '#include "../support/money.h"\n', "by a way up")

    def test_finds_a_folder_without_a_place(self):
        self.finds("src/helpers/x.h", "#pragma once\n", "not in the layer graph")

    def test_finds_a_link_against_the_arrows(self):
        cmake = "src/history/CMakeLists.txt"
        against = "target_link_libraries(history PUBLIC domain PRIVATE\n  engine plumbline_flags)\n"
        self.finds(cmake, against, "may not link engine")
        self.passes(cmake, "target_link_libraries(history PUBLIC domain support fmt::fmt)\n")

    def test_finds_qt_below_the_interface(self):
        self.finds("src/workbench/x.h", "#include <QString>\n", "Qt (QString)")
        self.finds("src/workbench/x.h", "#include <QtCore/QString>\n", "Qt (QtCore/QString)")
        self.finds("src/workbench/CMakeLists.txt", "target_link_libraries(workbench PUBLIC Qt6::Core)\n", "Qt (Qt6::Core)")
        self.finds("app/plumb/main.cpp", "#include <QCoreApplication>\n", "Qt (QCoreApplication)")

    def test_finds_a_widget_in_a_model(self):
        self.finds("ui/models/dealmodel.cpp", "#include <QMessageBox>\n", "knows no widget")
        links = "target_link_libraries(ui_models PUBLIC workbench Qt6::Core Qt6::Widgets)\n"
        self.finds("ui/models/CMakeLists.txt", links, "knows no widget")
        self.passes("ui/models/dealmodel.cpp", "#include <QAbstractTableModel>\n")

    def test_finds_sql_outside_the_stores(self):
        self.finds("src/workbench/x.cpp", 'const char *q = "SELECT id FROM deal";\n', "SQL is written in")
        self.finds("ui/models/x.cpp", 'run("insert");\nrun("INSERT OR IGNORE INTO deal VALUES (1)");\n', "SQL is written in")
        self.finds("src/engine/x.cpp", "#include <sqlite3.h>\n", "know SQLite")
        self.passes("src/store/x.cpp", '#include <sqlite3.h>\nconst char *q = "SELECT id FROM deal";\n')
        self.passes("ui/pages/today/x.cpp", 'tr("Select a deal");\n')


if __name__ == "__main__":
    unittest.main()
