// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/delegates/todaydelegate.h"
#include "ui/models/todaymodel.h"
#include "ui/pages/decider.h"
#include "ui/pages/inspecting.h"
#include "ui/pages/page.h"

class QListView;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class DealGlance;
class QuietDay;
class TodayHead;

/// The morning: the deals that need somebody today, the chosen one at a glance, and every decision one key.
class TodayPage final : public Page {
    Q_OBJECT
public:
    explicit TodayPage(const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void retranslate() override;
    void activate() override;
    [[nodiscard]] std::vector<TableSource> tables() const override;

    /// Shows `today`; what was chosen stays chosen.
    void setToday(const workbench::Today &today);
    [[nodiscard]] const TodayModel &model() const { return m_model; }
    [[nodiscard]] QListView *list() const { return m_list; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *buildList();
    [[nodiscard]] QWidget *buildSide();
    void openCount(std::optional<workbench::Counted> which, QWidget *button);
    void openNumber();
    void openPart(const QModelIndex &index, TodayDelegate::Part part);
    void showNumbers(const workbench::DealPage &page);
    void bindActions();
    void listen();
    void step(int by);
    void comeBackTo(const std::string &key);
    void openCurrent(bool inWindow);
    void showCurrent();
    void takeKeyboard();
    void showCounts();
    void copyCurrent();
    void activated(const QModelIndex &index);
    [[nodiscard]] std::string currentKey() const;
    [[nodiscard]] QModelIndex find(const std::string &key);
    [[nodiscard]] QModelIndex selectableFrom(int row, int by) const;

    TodayModel m_model;
    Decider m_decider;
    Inspecting m_inspecting;
    TodayHead *m_head;
    QVBoxLayout *m_listColumn = nullptr;
    QListView *m_list;
    DealGlance *m_glance;
    QuietDay *m_quiet;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    bool m_known = false;        ///< an answer has come
    bool m_another = true;       ///< the next answer is about other deals: of another scope, day or workspace
    bool m_amountWanted = false; ///< of the chosen deal, when its numbers are there
    bool m_filling = false;      ///< what is chosen now, nobody chose
    bool m_renewed = false;      ///< an import came in since somebody chose: another list begins at its top
    std::string m_wanted;        ///< what was looked at before another day or other people were shown
};

} // namespace ui
