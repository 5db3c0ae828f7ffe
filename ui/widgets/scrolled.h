// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

class QScrollArea;
class QWidget;

namespace ui {

/// What scrolls `content` where it does not fit; it shows nothing of itself but the bars. It owns the content.
[[nodiscard]] QScrollArea *scrolled(QWidget *content);

} // namespace ui
