// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/actions/actionset.h"
#include "ui/models/format.h"

#include "workbench/views.h"

#include <QWidget>

#include <vector>

class QToolButton;

namespace ui {

class FigureRow;
class KeyButton;
struct Figure;
class TextLabel;

/// Who the deal is with and how it stands, and the keys that act on it.
class DealHeader final : public QWidget {
    Q_OBJECT
public:
    explicit DealHeader(ActionSet &actions, QWidget *parent = nullptr);

    void setPage(const workbench::DealPage &page, const Format &format);
    /// Whether there is a list to go back to.
    void setBack(bool back);
    /// Whether something can be decided: not about the past.
    void setOpen(bool open);
    void retranslate();
    /// What popovers open beside.
    [[nodiscard]] QWidget *anchor() const;
    [[nodiscard]] FigureRow *figures() const { return m_figures; }

private:
    [[nodiscard]] static QString subtitle(const workbench::DealPage &page);
    [[nodiscard]] static std::vector<Figure> figures(const workbench::DealPage &page, const Format &format);

    TextLabel *m_customer;
    TextLabel *m_about;
    FigureRow *m_figures;
    ActionSet &m_actions;
    QToolButton *m_back;
    KeyButton *m_do;
    KeyButton *m_snooze;
    KeyButton *m_move;
    QWidget *m_keys;
};

} // namespace ui
