// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/mainwindow.h"
#include "ui/opening.h"
#include "ui/pages/today/todaypage.h"

#include "workbench/sampling.h"

#include <QListView>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace {

const support::FixedClock clock_(*support::parseInstant("2026-03-12T01:30:00Z"));

/// What a day's list comes down to: the deals in their order, and how each first flag stands.
QStringList gist(const workbench::Today &today)
{
    QStringList lines;
    for (const workbench::TodayItem &item : today.listed) {
        const workbench::Flag &flag = item.flags.front();
        lines.append(QStringLiteral("%1 %2 %3")
                         .arg(ui::qstring(item.deal.id->text()), ui::qstring(flag.rule))
                         .arg(static_cast<int>(flag.state)));
    }
    return lines;
}

} // namespace

/// A manager's morning by keys alone, on a sample workspace in a real file.
class MorningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const exchange::sample::Spec spec{.deals = 600, .seed = 1, .asOf = clock_.now()};
        const auto made = workbench::createSample(m_folder.filePath(QStringLiteral("sample.plumb")).toStdString(), spec, clock_);
        QVERIFY2(made.has_value(), made ? "" : made.error().detail.c_str());
    }

    void init()
    {
        m_session = std::make_unique<ui::Session>(clock_);
        m_settings = std::make_unique<ui::AppSettings>(m_folder.filePath(QStringLiteral("settings.ini")));
        m_language.apply(ui::LanguageChoice::English);
        m_window = std::make_unique<ui::MainWindow>(ui::Application{*m_session, *m_settings, m_language, m_theme});
        m_window->opening().setQuiet(true);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->opening().openFile(m_folder.filePath(QStringLiteral("sample.plumb")));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->todayPage().model().rowCount() > 0, 60'000);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_session.reset();
        m_settings.reset();
    }

    void decidesEightTimesAndTakesAllOfItBack()
    {
        QVERIFY(model().today().listed.size() >= 8);
        const QStringList before = gist(model().today());
        const std::uint64_t facts = m_session->workbench()->facts();
        const QList<QByteArray> keys{"e", "s1", "s3", "d1", "a\r", "d3", "a\r", "s2"};
        for (const QByteArray &one : keys)
            decide(one);
        // A task given is two facts: the task, and that somebody has seen the flag.
        QCOMPARE(m_session->workbench()->facts(), facts + 8 + 2);
        QTRY_VERIFY(gist(model().today()) != before);

        for (qsizetype i = 0; i < keys.size(); ++i)
            settle([this] { QTest::keyClick(target(), Qt::Key_Z, Qt::ControlModifier); });
        QTRY_COMPARE(gist(model().today()), before);
        QVERIFY(m_session->workbench()->facts() > facts + 10); // nothing was erased
    }

    void keepsAChosenDealAfterEveryDecision()
    {
        for (const QByteArray &one : {QByteArray("e"), QByteArray("s1"), QByteArray("d2")}) {
            decide(one);
            QVERIFY(list()->currentIndex().isValid());
            QVERIFY(list()->selectionModel()->isSelected(list()->currentIndex()));
        }
        for (int i = 0; i < 3; ++i)
            settle([this] { QTest::keyClick(target(), Qt::Key_Z, Qt::ControlModifier); });
    }

    void writesASnoozeAsAFactWithItsEnd()
    {
        const workbench::TodayItem first = *model().item(list()->currentIndex());
        decide("s3");
        const auto deal = m_session->workbench()->deal(*first.deal.id, m_session->asOf());
        QVERIFY(deal.has_value());
        const auto flag = std::find_if(deal->flags.begin(), deal->flags.end(),
                                       [&](const workbench::Flag &one) { return one.rule == first.flags.front().rule; });
        QVERIFY(flag != deal->flags.end());
        QCOMPARE(flag->state, workbench::FlagState::Snoozed);
        QCOMPARE(support::weekday(m_session->format().zone().dateOf(*flag->until)), 0); // a Monday
        settle([this] { QTest::keyClick(target(), Qt::Key_Z, Qt::ControlModifier); });
    }

    void walksTheListWithJAndK()
    {
        const int row = list()->currentIndex().row();
        QTest::keyClick(target(), Qt::Key_J);
        QCOMPARE(list()->currentIndex().row(), row + 1);
        QTest::keyClick(target(), Qt::Key_K);
        QCOMPARE(list()->currentIndex().row(), row);
    }

    void opensTheDealWithEnterAndComesBackWithEscape()
    {
        QTest::keyClick(target(), Qt::Key_Return);
        QTRY_VERIFY(!m_window->todayPage().isVisible());
        QTest::keyClick(target(), Qt::Key_Escape);
        QTRY_VERIFY(m_window->todayPage().isVisible());
    }

    void speaksChineseInTheMiddleOfTheMorning()
    {
        const QString english = list()->currentIndex().data(ui::ReasonRole).toString();
        const QString deal = list()->currentIndex().data(ui::DealNameRole).toString();
        m_language.apply(ui::LanguageChoice::Chinese);
        m_session->setLocale(m_language.locale());
        QVERIFY(list()->currentIndex().data(ui::ReasonRole).toString() != english);
        QCOMPARE(list()->currentIndex().data(ui::DealNameRole).toString(), deal);
        QCOMPARE(m_window->todayPage().title(), QStringLiteral("今日"));
    }

    void decidesNothingInThePast()
    {
        const std::uint64_t facts = m_session->workbench()->facts();
        m_session->setDay(m_session->today() + -30);
        QTRY_VERIFY(m_session->isPast() && model().today().asOf == m_session->asOf());
        for (const Qt::Key key : {Qt::Key_E, Qt::Key_S, Qt::Key_D, Qt::Key_A})
            QTest::keyClick(target(), key);
        QVERIFY(!m_session->isWriting());
        QCOMPARE(m_session->workbench()->facts(), facts);
        m_session->setDay({});
    }

private:
    [[nodiscard]] const ui::TodayModel &model() const { return m_window->todayPage().model(); }
    [[nodiscard]] QListView *list() const { return m_window->todayPage().list(); }
    /// Where a key goes: to what has the focus.
    [[nodiscard]] QWidget *target() const
    {
        QWidget *focus = QApplication::focusWidget();
        return focus != nullptr ? focus : m_window.get();
    }

    void settle(const std::function<void()> &act)
    {
        const std::uint64_t facts = m_session->workbench()->facts();
        act();
        QTRY_VERIFY(m_session->workbench()->facts() > facts && !m_session->isWriting());
    }

    void decide(const QByteArray &keys)
    {
        settle([&] {
            for (const char key : keys)
                QTest::keyClick(target(), key == '\r' ? QTest::asciiToKey('\r') : QTest::asciiToKey(key));
        });
    }

    QTemporaryDir m_folder;
    ui::Theme m_theme;
    ui::Language m_language;
    std::unique_ptr<ui::Session> m_session;
    std::unique_ptr<ui::AppSettings> m_settings;
    std::unique_ptr<ui::MainWindow> m_window;
};

QTEST_MAIN(MorningTest)
#include "tst_morning.moc"
