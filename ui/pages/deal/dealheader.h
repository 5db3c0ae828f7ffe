// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/actions/actionset.h"
#include "ui/models/format.h"

#include "workbench/views.h"

#include <QWidget>

namespace ui {

class FigureRow;
class KeyButton;
class TextLabel;

/// Who the deal is with and how it stands, and the keys that act on it.
class DealHeader final : public QWidget {
    Q_OBJECT
public:
    explicit DealHeader(ActionSet &actions, QWidget *parent = nullptr);

    void setPage(const workbench::DealPage &page, const Format &format);
    /// Whether something can be decided: not about the past.
    void setOpen(bool open);
    /// What popovers open beside.
    [[nodiscard]] QWidget *anchor() const;

private:
    [[nodiscard]] static QString subtitle(const workbench::DealPage &page);

    TextLabel *m_customer;
    TextLabel *m_about;
    FigureRow *m_figures;
    KeyButton *m_do;
    QWidget *m_keys;
};

} // namespace ui
