// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/numberlines.h"
#include "ui/pages/page.h"

#include "workbench/breakviews.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class CellView;
class Inspector;
class TextLabel;

/// One analysis of the Funnel page: a bar with what can be chosen, what is found, and below it what it rests on (60). It asks
/// when it is shown, and again whenever what it shows may be another.
class AnalysisPane : public QWidget {
    Q_OBJECT
public:
    explicit AnalysisPane(Session &session, QWidget *parent = nullptr);

    virtual void retranslate() = 0;
    /// It is the one that is shown: asks where the last answer is out of date, and takes the keyboard.
    void activate();
    /// What leaves the program as a table.
    [[nodiscard]] virtual CellView *table() const = 0;

Q_SIGNALS:
    void dealRequested(const domain::DealId &deal);

protected:
    [[nodiscard]] Session &session() const { return m_session; }
    [[nodiscard]] QHBoxLayout *bar() const { return m_bar; }
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    /// Asks for what is shown.
    virtual void ask() = 0;

    /// The days of the period that every page looks at.
    [[nodiscard]] Days period() const;
    [[nodiscard]] workbench::PeriodQuestion periodQuestion() const;
    /// Shows what was found, with what it rests on.
    void showContent(const workbench::Ground &ground);
    /// Shows a sentence in its place.
    void showMessage(const QString &text);
    void showError(const support::Error &error);

    /// Opens the deals behind a number beside the cell that was chosen.
    void openDeals(const Opened &named, const workbench::DealList &deals, const QRect &beside);
    void open(const Opened &opened, const QRect &beside);
    /// Fills a box with the pipelines and hides it where there is no choice; keeps what is chosen.
    void offerPipelines(QComboBox *box, const std::vector<workbench::PipelineChoice> &pipelines, const std::string &current);

    void showEvent(QShowEvent *event) override;

private:
    void renew();

    Session &m_session;
    QHBoxLayout *m_bar;
    QVBoxLayout *m_content;
    QStackedWidget *m_stack;
    TextLabel *m_message;
    TextLabel *m_ground;
    bool m_outdated = true;
};

} // namespace ui
