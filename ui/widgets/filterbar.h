// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/filterpicks.h"

#include <QFrame>

namespace ui {

class FlowLayout;

/// What the view is narrowed by, each a button that takes it away; not there while it is narrowed by nothing.
class FilterBar final : public QFrame {
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    void setChips(const std::vector<FilterChip> &chips);
    void retranslate();

Q_SIGNALS:
    void removed(const QString &pick);
    void cleared();

private:
    void addButton(const QString &text, const QString &name, const std::function<void()> &work);

    FlowLayout *m_layout;
    std::vector<FilterChip> m_chips;
};

} // namespace ui
