// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/widgets/picklist.h"

#include "workbench/views.h"

#include <QLineEdit>
#include <QTimer>

namespace ui {

/// The search of the top bar: results appear below while one types; arrows and Enter choose.
class SearchField final : public QLineEdit {
    Q_OBJECT
public:
    /// `window` carries the list of results, above all its other content.
    explicit SearchField(QWidget *window, QWidget *parent = nullptr);

    void setHits(const QString &text, const std::vector<workbench::SearchHit> &hits, const Format &format);
    void retranslate();

Q_SIGNALS:
    void asked(const QString &text);
    void dealChosen(const QString &deal);
    void personChosen(const QString &person);
    /// The words of what was found, to look for its deals.
    void customerChosen(const QString &customer, const QString &name);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void choose(const QString &pick);
    void showResults();
    void hideResults();

    QAction *m_mark = nullptr;
    QFrame *m_popup;
    PickList *m_list;
    QTimer m_pause; ///< between the last key and the question
};

} // namespace ui
