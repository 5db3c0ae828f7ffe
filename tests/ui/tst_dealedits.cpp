// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/ui/samplewindow.h"

#include "ui/dialogs/choicepopover.h"
#include "ui/dialogs/movepopover.h"
#include "ui/models/linemodel.h"
#include "ui/pages/deal/dealcards.h"
#include "ui/pages/deal/dealpage.h"
#include "ui/pages/deal/evidencepane.h"

#include "exchange/playbookjson.h"
#include "workbench/reports.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

/// What a manager changes on the Deal page, by keys, each written as a fact and taken back with Ctrl+Z.
class DealEditsTest : public QObject, SampleWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(make(300, 3)); }

    void init()
    {
        show();
        open();
    }

    void cleanup() { close(); }

    void ticksAnItemOfTheGateAndUnticksItAgain()
    {
        const auto unticked = [](const workbench::DealPage &page) {
            return std::ranges::any_of(stageOf(page).checklist, [](const auto &item) { return !item.done; });
        };
        QVERIFY(openDealWhere(unticked));
        const std::size_t before = openItems();
        QListView *gate = list(QStringLiteral("Stage: "));
        for (int row = 0; row < gate->model()->rowCount() && openItems() == before; ++row) {
            const QModelIndex index = gate->model()->index(row, 0);
            if (index.data(Qt::CheckStateRole) != QVariant(Qt::Unchecked))
                continue;
            gate->setCurrentIndex(index);
            settle([gate] { QTest::keyClick(gate, Qt::Key_Space); });
        }
        QTRY_COMPARE(openItems(), before - 1);
        undo();
        QTRY_COMPARE(openItems(), before);
    }

    void rejectsAFileWithAReasonAndTakesItBack()
    {
        QVERIFY(openDealWhere([](const workbench::DealPage &page) {
            return !page.evidence.empty() && std::ranges::none_of(page.evidence, [](const workbench::EvidenceView &file) {
                return file.verdict == domain::Verdict::Rejected;
            });
        }));
        auto *pane = window->findChild<ui::EvidencePane *>();
        auto *files = pane->findChild<QListView *>();
        const std::size_t before = rejected();
        for (int row = 0; row < files->model()->rowCount(); ++row) {
            files->setCurrentIndex(files->model()->index(row, 0));
            if (reject(pane)->isEnabled())
                break;
        }
        QVERIFY(reject(pane)->isEnabled());
        reject(pane)->click();
        settle([this] { QTest::keyClick(target(), Qt::Key_1); });
        QTRY_COMPARE(rejected(), before + 1);
        undo();
        QTRY_COMPARE(rejected(), before);
    }

    void movesADealPastAClosedGateOnlyWithAReason()
    {
        QVERIFY(openDealWhere([](const workbench::DealPage &page) {
            return page.summary.status == workbench::DealStatus::Open && !stageOf(page).unmet.empty();
        }));
        const std::string from = page().summary.stageId;
        QTest::keyClick(target(), Qt::Key_M);
        QPointer<ui::MovePopover> popover = window->findChild<ui::MovePopover *>();
        QVERIFY(popover != nullptr);
        auto *stages = popover->findChild<QComboBox *>();
        stages->setCurrentIndex(stages->count() - 1);
        auto *reason = popover->findChild<QLineEdit *>();
        QTRY_VERIFY(reason->isVisible());
        QVERIFY(popover->parentWidget()->rect().contains(popover->geometry())); // however much the gate asks
        const std::uint64_t facts = session->workbench()->facts();
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(popover != nullptr && popover->isVisible()); // not without a reason
        QCOMPARE(session->workbench()->facts(), facts);
        settle([reason] {
            QTest::keyClicks(reason, QStringLiteral("The customer signed on site"));
            QTest::keyClick(reason, Qt::Key_Return);
        });
        QTRY_VERIFY(page().summary.stageId != from);
        undo();
        QTRY_COMPARE(page().summary.stageId, from);
    }

    void picksAChoiceByItsNameAndSaysWhereABuiltInFieldComesFrom()
    {
        domain::Playbook playbook = session->workbench()->playbook(session->now());
        for (domain::Stage &stage : playbook.pipelines.front().stages)
            stage.requiredFields = {{*domain::FieldId::parse("bid_status")}, {*domain::FieldId::parse("amount")}};
        QVERIFY(workbench::publishPlaybook(*session->workbench(), exchange::writePlaybook(playbook), "").has_value());
        QTRY_VERIFY_WITH_TIMEOUT(!session->isBusy(), patience);
        QVERIFY(openDealWhere([](const workbench::DealPage &page) { return !stageOf(page).fields.empty(); }));
        const auto activate = [this](const QString &field) {
            QListView *gate = list(QStringLiteral("Stage: "));
            const QModelIndexList found =
                gate->model()->match(gate->model()->index(0, 0), Qt::DisplayRole, field, 1, Qt::MatchExactly);
            QVERIFY2(!found.isEmpty(), qPrintable(field));
            gate->setFocus();
            gate->setCurrentIndex(found.front());
            QTest::keyClick(gate, Qt::Key_Return);
        };
        const auto value = [this] { return stageOf(page()).fields.front().value; };
        activate(QStringLiteral("Bid"));
        settle([this] { QTest::keyClick(target(), Qt::Key_2); });
        QTRY_COMPARE(ui::qstring(value()), QString::fromUtf8("已投标"));
        const std::uint64_t facts = session->workbench()->facts();
        activate(QStringLiteral("Amount"));
        QVERIFY(window->findChild<ui::WordsPopover *>() == nullptr);
        QVERIFY(!session->isWriting());
        QCOMPARE(session->workbench()->facts(), facts);
    }

private:
    [[nodiscard]] workbench::DealPage page() const
    {
        const auto page = session->workbench()->deal(m_deal, session->asOf());
        return page ? *page : workbench::DealPage();
    }
    [[nodiscard]] static const workbench::StageView &stageOf(const workbench::DealPage &page)
    {
        static const workbench::StageView none;
        const auto found = std::ranges::find(page.stages, page.summary.stageId, &workbench::StageView::id);
        return found == page.stages.end() ? none : *found;
    }

    /// Shows the first of the day's deals that `fits`.
    bool openDealWhere(const std::function<bool(const workbench::DealPage &)> &fits)
    {
        const workbench::Today &today = window->navigation().today().model().today();
        for (const auto *items : {&today.listed, &today.below}) {
            for (const workbench::TodayItem &item : *items) {
                m_deal = *item.deal.id;
                if (!fits(page()))
                    continue;
                Q_EMIT window->navigation().today().dealRequested(m_deal);
                return QTest::qWaitFor([this] { return cards()->stage() == page().summary.stageId && cards()->isVisible(); },
                                       patience);
            }
        }
        return false;
    }

    [[nodiscard]] ui::DealCards *cards() const { return window->findChild<ui::DealCards *>(); }
    [[nodiscard]] QListView *list(const QString &name) const
    {
        for (auto *list : cards()->findChildren<QListView *>()) {
            if (list->accessibleName().startsWith(name))
                return list;
        }
        return nullptr;
    }
    [[nodiscard]] static QPushButton *reject(const ui::EvidencePane *pane) { return pane->findChildren<QPushButton *>().at(1); }
    [[nodiscard]] std::size_t openItems() const
    {
        const workbench::DealPage deal = page();
        const auto &items = stageOf(deal).checklist;
        return static_cast<std::size_t>(std::ranges::count_if(items, [](const auto &item) { return !item.done; }));
    }
    [[nodiscard]] std::size_t rejected() const
    {
        const auto files = page().evidence;
        return static_cast<std::size_t>(std::ranges::count(files, domain::Verdict::Rejected, &workbench::EvidenceView::verdict));
    }

    domain::DealId m_deal = *domain::DealId::parse("none");
};

QTEST_MAIN(DealEditsTest)
#include "tst_dealedits.moc"
