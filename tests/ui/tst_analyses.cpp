// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/inspector.h"
#include "ui/models/language.h"
#include "ui/pages/funnel/bouncepane.h"
#include "ui/pages/funnel/breakpointspane.h"
#include "ui/pages/funnel/funnelpane.h"
#include "ui/pages/funnel/processpane.h"
#include "ui/widgets/cellview.h"
#include "ui/widgets/dwellchart.h"
#include "ui/widgets/theme.h"

#include "workbench/sampling.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using workbench::FunnelCount;

namespace {

constexpr int patience = 60'000;
constexpr QSize page{1072, 680}; ///< what a window of 1280 × 800 leaves a page beside the sidebar

ui::CellTable tableOf(int rows, int columns)
{
    ui::CellTable table;
    for (int column = 0; column < columns; ++column)
        table.columns.push_back({QString::number(column)});
    for (int row = 0; row < rows; ++row) {
        ui::CellRow made{QStringLiteral("row %1").arg(row), false, {}};
        for (int column = 0; column < columns; ++column)
            made.cells.push_back({.text = QStringLiteral("%1/%2").arg(row).arg(column)});
        table.rows.push_back(std::move(made));
    }
    return table;
}

/// A pane in a window of its own.
template <class Pane>
struct Shown {
    explicit Shown(ui::Session &session) : pane(new Pane(session))
    {
        window.setCentralWidget(pane);
        window.resize(page);
        window.show();
        window.activateWindow();
    }

    [[nodiscard]] bool isFilled() const { return pane->table()->isVisible() && pane->table()->cells().rowCount() > 0; }
    [[nodiscard]] const ui::Cell &cell(int row, int column) const
    {
        return *pane->table()->cells().cell(pane->table()->cells().index(row, column));
    }
    [[nodiscard]] ui::Inspector *inspector() const { return pane->template findChild<ui::Inspector *>(); }
    [[nodiscard]] QPoint middleOf(int row, int column) const
    {
        return pane->table()->visualRect(pane->table()->cells().index(row, column)).center();
    }
    void click(int row, int column) const
    {
        pane->table()->scrollTo(pane->table()->cells().index(row, column));
        QTest::mouseClick(pane->table()->viewport(), Qt::LeftButton, {}, middleOf(row, column));
    }
    /// The first cell that opens `what`; its row and column.
    [[nodiscard]] std::pair<int, int> opening(int what) const
    {
        const ui::CellModel &cells = pane->table()->cells();
        for (int row = 0; row < cells.rowCount(); ++row) {
            for (int column = 0; column < cells.columnCount(); ++column) {
                const ui::Cell *found = cells.cell(cells.index(row, column));
                if (found != nullptr && found->opens == what)
                    return {row, column};
            }
        }
        return {-1, -1};
    }

    QMainWindow window;
    Pane *pane;
};

int numberIn(const QString &text)
{
    return QString(text).remove(u',').toInt();
}

} // namespace

/// The analyses of the Funnel page on a sample, driven by mouse and keyboard.
class AnalysesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_language.apply(ui::LanguageChoice::English);
        m_theme.apply(ui::ThemeChoice::Light);
        const QString file = m_folder.filePath(QStringLiteral("sample.plumb"));
        QVERIFY(
            workbench::createSample(file.toStdString(), {.deals = 900, .seed = 1, .asOf = m_clock.now()}, m_clock).has_value());
        m_session = std::make_unique<ui::Session>(m_clock);
        m_session->setLocale(m_language.locale());
        m_session->open(file);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->isOpen(), patience);
    }

    void cleanup() { m_session->setView({}); }

    void cleanupTestCase() { m_session.reset(); }

    void aTableTakesTheOthersPlaceWithoutAReset()
    {
        ui::CellModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        for (const auto &[rows, columns] :
             {std::pair(3, 4), std::pair(5, 2), std::pair(1, 6), std::pair(0, 6), std::pair(4, 4), std::pair(0, 0)}) {
            model.setTable(tableOf(rows, columns));
            QCOMPARE(model.rowCount(), rows);
            QCOMPARE(model.columnCount(), columns);
            if (rows > 0)
                QCOMPARE(model.index(rows - 1, columns - 1).data().toString(),
                         QStringLiteral("%1/%2").arg(rows - 1).arg(columns - 1));
        }
        QCOMPARE(reset.count(), 0);
    }

    void everyCellIsToldWithItsRowAndColumn()
    {
        ui::CellModel model;
        ui::CellTable table = tableOf(1, 2);
        table.rows[0].cells[1].toolTip = QStringLiteral("3 of 9 deals");
        model.setTable(table);
        QCOMPARE(model.index(0, 1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("row 0, 1, 0/1, 3 of 9 deals"));
    }

    void theFunnelTellsClaimedBesideProven()
    {
        const Shown<ui::FunnelPane> shown(*m_session);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isFilled(), patience);
        const ui::CellModel &cells = shown.pane->table()->cells();
        QCOMPARE(cells.rowCount(), 12);
        QCOMPARE(shown.cell(0, 1).text, QStringLiteral("Claimed"));
        QCOMPARE(shown.cell(1, 1).text, QStringLiteral("Proven"));
        QVERIFY(numberIn(shown.cell(0, 2).text) > 100);
        for (int row = 0; row < cells.rowCount(); ++row) {
            int after = 0;
            for (const int column : {3, 4, 5, 6})
                after += numberIn(shown.cell(row, column).text);
            QVERIFY(after <= numberIn(shown.cell(row, 2).text));
        }
        const auto texts = shown.pane->findChildren<QLabel *>();
        QVERIFY(
            std::ranges::any_of(texts, [](const QLabel *label) { return label->text().contains(QStringLiteral("Data as of")); }));
    }

    void aNumberOpensItsDealsByTheKeyboard()
    {
        Shown<ui::FunnelPane> shown(*m_session);
        QVERIFY(QTest::qWaitForWindowActive(&shown.window));
        QTRY_VERIFY_WITH_TIMEOUT(shown.isFilled(), patience);
        const QSignalSpy requested(shown.pane, &ui::AnalysisPane::dealRequested);
        ui::CellView *table = shown.pane->table();
        table->setFocus();
        table->setCurrentIndex(table->cells().index(0, 1));
        QTest::keyClick(table, Qt::Key_Right);
        QCOMPARE(table->currentIndex().column(), 2);
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shown.inspector() != nullptr && shown.inspector()->isVisible(), patience);
        QVERIFY(shown.inspector()->lines().rowCount() > 100);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(requested.count(), 1);
    }

    void theDaysOpenTheCurve()
    {
        const Shown<ui::FunnelPane> shown(*m_session);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isFilled(), patience);
        QVERIFY(!shown.pane->chart()->isVisible());
        const auto [row, column] = shown.opening(ui::opensCurve);
        shown.click(row, column);
        QTRY_VERIFY_WITH_TIMEOUT(shown.pane->chart()->isVisible(), patience);
        QVERIFY(shown.pane->chart()->summary().contains(QStringLiteral("half of them after")));
    }

    void twoRegionsStandSideBySide()
    {
        const Shown<ui::FunnelPane> shown(*m_session);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isFilled(), patience);
        auto *by = shown.pane->findChild<QComboBox *>(QStringLiteral("compareBy"));
        auto *first = shown.pane->findChild<QComboBox *>(QStringLiteral("compareFirst"));
        auto *second = shown.pane->findChild<QComboBox *>(QStringLiteral("compareSecond"));
        QVERIFY(!first->isVisible());
        by->setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(first->isVisible() && first->count() >= 2, patience);
        QVERIFY(first->currentText() != second->currentText());
        QTRY_COMPARE_WITH_TIMEOUT(shown.cell(0, 1).text, first->currentText(), patience);
        QCOMPARE(shown.cell(1, 1).text, second->currentText());
        QVERIFY(shown.cell(0, 8).toolTip.contains(QStringLiteral("against")));
        QVERIFY(shown.cell(0, 8).toolTip.contains(QStringLiteral("corrected for all that is compared here")));
        const ui::CellModel &cells = shown.pane->table()->cells();
        for (int row = 0; row + 1 < cells.rowCount(); row += 2) {
            for (int column = 0; column < cells.columnCount(); ++column)
                QCOMPARE(shown.cell(row, column).mark, -shown.cell(row + 1, column).mark);
        }
        by->setCurrentIndex(7);
        QTRY_VERIFY_WITH_TIMEOUT(shown.cell(0, 1).text.startsWith(QChar(u'Q')), patience);
        by->setCurrentIndex(0);
        QTRY_COMPARE_WITH_TIMEOUT(shown.cell(0, 1).text, QStringLiteral("Claimed"), patience);
        QVERIFY(!first->isVisible());
    }

    void anEmptyScopeIsASentence()
    {
        ui::View view;
        view.scope.person = domain::PersonId::parse("nobody").value();
        m_session->setView(view);
        const Shown<ui::FunnelPane> funnel(*m_session);
        const Shown<ui::ProcessPane> process(*m_session);
        const Shown<ui::BreakpointsPane> breakpoints(*m_session);
        const Shown<ui::BouncePane> bounces(*m_session);
        const auto says = [](const QWidget *pane, const char *words) {
            const auto labels = pane->findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(QLatin1String(words)); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(says(funnel.pane, "No deal entered a stage"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(says(process.pane, "No deal entered a stage"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(says(breakpoints.pane, "no lead came in"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(says(bounces.pane, "No deal changed its stage"), patience);
        QVERIFY(!funnel.pane->table()->isVisible());
    }

    void theProcessBoardTellsOfEverybodyAndOpens()
    {
        const Shown<ui::ProcessPane> shown(*m_session);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isFilled(), patience);
        QCOMPARE(shown.cell(0, 0).text, QStringLiteral("All"));
        QVERIFY(shown.pane->table()->cells().rowCount() > 5);
        QVERIFY(shown.cell(0, 1).small.startsWith(QStringLiteral("n ")));
        shown.pane->findChild<QComboBox *>(QStringLiteral("processFigure"))->setCurrentIndex(1);
        const auto [row, column] = shown.opening(static_cast<int>(FunnelCount::OpenStuck));
        QVERIFY(row >= 0);
        const int stuck = numberIn(shown.cell(row, column).toolTip.section(u' ', 0, 0));
        shown.click(row, column);
        QTRY_VERIFY_WITH_TIMEOUT(shown.inspector() != nullptr && shown.inspector()->isVisible(), patience);
        QCOMPARE(shown.inspector()->lines().rowCount(), std::min(stuck, 200) + 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        shown.pane->findChild<QComboBox *>(QStringLiteral("processBy"))->setCurrentIndex(2);
        QTRY_VERIFY_WITH_TIMEOUT(shown.pane->table()->cells().rowCount() <= 8, patience);
    }

    void theBreakpointsAreOneViewAndOpen()
    {
        const Shown<ui::BreakpointsPane> shown(*m_session);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isFilled(), patience);
        const ui::CellModel &cells = shown.pane->table()->cells();
        QCOMPARE(cells.table().rows.front().name, QStringLiteral("From lead to deal"));
        QVERIFY(!cells.flags(cells.index(0, 0)).testFlag(Qt::ItemIsEnabled));
        const auto [row, column] = shown.opening(static_cast<int>(workbench::BreakCount::Touched));
        const int touched = numberIn(shown.cell(row, column).text);
        shown.click(row, column);
        QTRY_VERIFY_WITH_TIMEOUT(shown.inspector() != nullptr && shown.inspector()->isVisible(), patience);
        QCOMPARE(shown.inspector()->lines().rowCount(), std::min(touched, 200));
    }

    void bouncesNameTheirPatternAndOpen()
    {
        const Shown<ui::BouncePane> shown(*m_session);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isFilled(), patience);
        QVERIFY2(shown.pane->sentences().contains(QStringLiteral("Friday, 16:00 to 17:00")), qPrintable(shown.pane->sentences()));
        const auto [row, column] = shown.opening(4 * 24 + 16);
        QCOMPARE(row, 4);
        shown.click(row, column);
        QTRY_VERIFY_WITH_TIMEOUT(shown.inspector() != nullptr && shown.inspector()->isVisible(), patience);
        QVERIFY(shown.inspector()->lines().rowCount() > 1);
    }

    void whatIsLookedAtIsAskedAnew()
    {
        const Shown<ui::FunnelPane> shown(*m_session);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isFilled(), patience);
        const int all = numberIn(shown.cell(0, 2).text);
        ui::View view;
        view.period.kind = ui::PeriodKind::Quarter;
        m_session->setView(view);
        QTRY_VERIFY_WITH_TIMEOUT(numberIn(shown.cell(0, 2).text) < all, patience);
    }

    void theyAreToldInChinese()
    {
        m_language.apply(ui::LanguageChoice::Chinese);
        m_session->setLocale(m_language.locale());
        const Shown<ui::BouncePane> shown(*m_session);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isFilled(), patience);
        QVERIFY(shown.pane->sentences().contains(QStringLiteral("星期五")));
        m_language.apply(ui::LanguageChoice::English);
        m_session->setLocale(m_language.locale());
    }

    /// Into `pictures/` of the working directory, in both languages and themes. Somebody looks at them.
    void arePainted()
    {
        QVERIFY(QDir().mkpath(QStringLiteral("pictures")));
        for (const bool chinese : {false, true}) {
            m_language.apply(chinese ? ui::LanguageChoice::Chinese : ui::LanguageChoice::English);
            m_theme.apply(chinese ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
            m_session->setLocale(m_language.locale());
            const QString end = chinese ? QStringLiteral("zh-dark") : QStringLiteral("en-light");
            paint<ui::FunnelPane>(QStringLiteral("analysis-funnel-") + end, [](const Shown<ui::FunnelPane> &shown) {
                const auto [row, column] = shown.opening(ui::opensCurve);
                shown.click(row, column);
                QTRY_VERIFY_WITH_TIMEOUT(shown.pane->chart()->isVisible(), patience);
            });
            paint<ui::FunnelPane>(QStringLiteral("analysis-compared-") + end, [](const Shown<ui::FunnelPane> &shown) {
                shown.pane->findChild<QComboBox *>(QStringLiteral("compareBy"))->setCurrentIndex(7);
                QTRY_VERIFY_WITH_TIMEOUT(shown.cell(0, 8).toolTip.contains(u'%'), patience);
            });
            paint<ui::ProcessPane>(QStringLiteral("analysis-process-") + end, [](const auto &) {});
            paint<ui::BreakpointsPane>(QStringLiteral("analysis-breakpoints-") + end, [](const auto &) {});
            paint<ui::BouncePane>(QStringLiteral("analysis-bounces-") + end, [](const auto &) {});
        }
        m_language.apply(ui::LanguageChoice::English);
        m_theme.apply(ui::ThemeChoice::Light);
        m_session->setLocale(m_language.locale());
    }

private:
    template <class Pane, class Prepare>
    void paint(const QString &name, const Prepare &prepare)
    {
        Shown<Pane> shown(*m_session);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isFilled(), patience);
        prepare(shown);
        QApplication::processEvents();
        QVERIFY(shown.window.minimumSizeHint().width() <= page.width());
        QVERIFY(shown.window.grab().save(QStringLiteral("pictures/%1.png").arg(name)));
    }

    QTemporaryDir m_folder;
    support::FixedClock m_clock{*support::parseInstant("2026-03-12T01:30:00Z")};
    ui::Language m_language;
    ui::Theme m_theme;
    std::unique_ptr<ui::Session> m_session;
};

QTEST_MAIN(AnalysesTest)
#include "tst_analyses.moc"
