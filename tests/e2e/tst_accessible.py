#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""Walks the window from outside, through the platform's accessibility interface, as a screen reader does.

    tst_accessible.py PLUMBLINE PLUMB

Nothing of our own is linked: what a person who cannot see the window is told is all that is looked at. The test starts a display,
a session bus and the accessibility bus of its own, and ends them.
"""

import os
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

PLUMBLINE, PLUMB = (sys.argv[1:3] if len(sys.argv) >= 3 else ("plumbline", "plumb"))
PYTHON = "/usr/bin/python3"  # the one that the packaged modules are for
PATIENCE = 60  # seconds that anything may take on a busy machine
SPEAKING = {  # what a person can do something with, or is told by: each needs a name
    "push button", "toggle button", "check box", "radio button", "text", "entry", "password text", "combo box", "slider", "menu item",
    "page tab", "list", "list item", "table", "table cell", "tree", "spin button", "link", "chart", "canvas",
}


def inside():
    """True in the process that has a display and buses of its own."""
    return os.environ.get("PLUMBLINE_E2E") == "inside"


def start_inside():
    """Runs this file again under a display and a session bus."""
    with tempfile.TemporaryDirectory(prefix="plumbline-e2e-") as folder:
        environment = dict(os.environ, PLUMBLINE_E2E="inside", HOME=folder, XDG_RUNTIME_DIR=folder, XDG_CONFIG_HOME=folder,
                           XDG_DATA_HOME=folder, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8")
        os.chmod(folder, 0o700)
        display = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            environment["DISPLAY"] = ":" + display.stdout.readline().strip()
            return subprocess.run(["dbus-run-session", "--", PYTHON, __file__, *sys.argv[1:]], env=environment,
                                  check=False).returncode
        finally:
            display.terminate()
            display.wait()


def until(what, found, patience=PATIENCE):
    """The first answer of `found` that is something."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        answer = found()
        if answer:
            return answer
        time.sleep(0.2)  # another program is waited for: there is no signal of ours to wait on
    raise AssertionError(f"waited in vain for {what}")


def children(node):
    for index in range(node.childCount):
        try:
            child = node.getChildAtIndex(index)
        except Exception:  # it has gone while it was read
            continue
        if child is not None:
            yield child


def showing(node):
    import pyatspi
    try:
        return node.getState().contains(pyatspi.STATE_SHOWING)
    except Exception:
        return False


def walk(node, path=""):
    """Every node that is shown, with the way to it."""
    try:
        here = f"{path}/{node.getRoleName()}[{node.name}]"
    except Exception:
        return
    yield node, here
    for child in children(node):
        if showing(child):
            yield from walk(child, here)


class Accessible(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        import pyatspi
        from gi.repository import Atspi
        cls.folder = tempfile.TemporaryDirectory(prefix="plumbline-e2e-")
        cls.bus = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], stderr=subprocess.DEVNULL)
        workspace = str(Path(cls.folder.name) / "sample.plumb")
        subprocess.run([PLUMB, "sample", workspace, "--deals", "60", "--seed", "3"], check=True, stdout=subprocess.DEVNULL)
        cls.program = subprocess.Popen([PLUMBLINE, "--language", "en", workspace])
        desktop = pyatspi.Registry.getDesktop(0)
        # What is asked of a program that is too busy to answer would be remembered as nothing for good: this test runs no loop that
        # hears of changes, so it asks each time anew.
        desktop.set_cache_mask(Atspi.Cache.NONE)
        cls.application = until("the program on the accessibility bus", lambda: cls.found_on(desktop))
        until("the question who sits here, or the day's list", lambda: cls.named("Nobody in particular") or cls.named("Today"))
        cls.answer_who()

    @classmethod
    def found_on(cls, desktop):
        if cls.program.poll() is not None:
            raise AssertionError(f"the program ended by itself with {cls.program.returncode}")
        return next((child for child in children(desktop) if child.name.lower().startswith("plumbline")), None)

    @classmethod
    def tearDownClass(cls):
        for process in (cls.program, cls.bus):
            process.terminate()
            process.wait()
        cls.folder.cleanup()

    @classmethod
    def nodes(cls):
        return [pair for window in children(cls.application) for pair in walk(window)]

    @classmethod
    def named(cls, name, role=None):
        """The nodes that are shown and are called `name`."""
        return [node for node, _ in cls.nodes() if node.name.strip() == name and (role is None or node.getRoleName() == role)]

    @classmethod
    def press(cls, node):
        action = node.queryAction()
        names = [action.getName(index).lower() for index in range(action.nActions)]
        action.doAction(next(i for i, name in enumerate(names) if name in ("press", "toggle", "click", "activate")))

    @classmethod
    def answer_who(cls):
        """The dialog that asks who sits here is closed by its own button."""
        buttons = cls.named("Cancel", "push button") + cls.named("Later", "push button") + cls.named("Not now", "push button")
        if buttons:
            cls.press(buttons[0])

    def go(self, workspace):
        """To a workspace, by the button of the sidebar."""
        self.press(until(workspace, lambda: self.named(workspace))[0])

    def check_all_named(self, page):
        nodes = self.nodes()
        unnamed = []
        for node, path in nodes:
            role = node.getRoleName()
            if role in SPEAKING and not (node.name or node.description or self.text_of(node)):
                unnamed.append(path)
        self.assertGreater(len(nodes), 30, f"{page} tells next to nothing")
        self.assertEqual(unnamed, [], f"{page}: these say nothing to a screen reader")

    @staticmethod
    def text_of(node):
        try:
            text = node.queryText()
            return text.getText(0, -1)
        except NotImplementedError:
            return ""

    def rows(self):
        """What the lists and tables that are shown say, row by row."""
        told = []
        for node, _ in self.nodes():
            if node.getRoleName() in ("list item", "table cell", "tree item"):
                told.append(node.name)
        return told

    def test_today_names_every_control_and_every_row(self):
        self.go("Today")
        until("the day's list", lambda: [row for row in self.rows() if "health" in row])
        self.check_all_named("Today")
        flagged = [row for row in self.rows() if "health" in row]
        for row in flagged[:8]:
            self.assertRegex(row, r"¥|no amount", "a row says the money of its deal")

    def test_the_funnel_page_names_every_control_and_every_card(self):
        self.go("Funnel")
        until("cards", lambda: [row for row in self.rows() if row])
        self.check_all_named("Funnel")

    def test_the_battle_map_says_its_quadrants_and_lists_its_deals(self):
        self.go("Battle map")
        until("the list beside the map", lambda: [row for row in self.rows() if row])
        self.check_all_named("Battle map")

    def test_the_slider_of_days_says_which_day_it_shows(self):
        slider = until("the slider of days", lambda: self.named("Day shown, on a line"))[0]
        value = slider.queryValue()
        self.assertGreater(value.maximumValue, value.minimumValue)
        value.currentValue = value.maximumValue - 30
        until("a day that is past", lambda: self.named("Back to now"))
        self.assertRegex(slider.description, r"\d{4}")
        value.currentValue = value.maximumValue

    def test_every_workspace_is_reached_by_its_name(self):
        for workspace in ("Today", "Funnel", "Battle map"):
            buttons = until(workspace, lambda name=workspace: self.named(name))
            self.assertTrue(buttons, workspace)


if __name__ == "__main__":
    if inside():
        unittest.main(argv=[sys.argv[0]], verbosity=2)
    sys.exit(start_inside())
