// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/alarm.h"
#include "ui/models/appsettings.h"
#include "ui/models/session.h"

#include "workbench/importing.h"
#include "workbench/sampling.h"

#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

namespace {

/// 2026-03-12 at 09:30 in Shanghai.
const support::Instant morning = *support::parseInstant("2026-03-12T01:30:00Z");
/// The end of that day there.
const support::Instant midnight = *support::parseInstant("2026-03-12T16:00:00Z");

} // namespace

class SessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("empty.plumb"));
        const auto made = workbench::Workbench::create(m_file.toStdString(), "Asia/Shanghai", m_clock);
        QVERIFY(made.has_value());
    }

    void deliversOnlyTheNewestAnswer()
    {
        QThreadPool pool;
        pool.setMaxThreadCount(1);
        ui::Errand errand(pool);
        QSemaphore gate;
        QList<int> answers;
        const auto ask = [&](int number) {
            errand.ask(
                [number, &gate](const std::stop_token &) {
                    gate.acquire();
                    return number;
                },
                [&](int answer) { answers += answer; });
        };
        ask(1);
        ask(2);
        ask(3);
        QVERIFY(errand.isAsking());
        gate.release(3);
        QTRY_VERIFY(!errand.isAsking());
        QCOMPARE(answers, QList<int>{3});
    }

    void dropsTheAnswerForSomethingThatIsGone()
    {
        QThreadPool pool;
        QSemaphore gate;
        bool delivered = false;
        {
            ui::Errand errand(pool);
            errand.ask(
                [&gate](const std::stop_token &) {
                    gate.acquire();
                    return 1;
                },
                [&](int) { delivered = true; });
        }
        gate.release();
        QVERIFY(pool.waitForDone());
        QCoreApplication::processEvents();
        QVERIFY(!delivered);
    }

    void asksOffTheInterfacesThread()
    {
        QThreadPool pool;
        ui::Errand errand(pool);
        QThread *asked = nullptr;
        QThread *told = nullptr;
        errand.ask([](const std::stop_token &) { return QThread::currentThread(); },
                   [&](QThread *thread) {
                       asked = thread;
                       told = QThread::currentThread();
                   });
        QTRY_VERIFY(told != nullptr);
        QVERIFY(asked != QThread::currentThread());
        QVERIFY(told == QThread::currentThread());
    }

    void opensAFileAndSaysWhatIsInIt()
    {
        ui::Session session(m_clock);
        open(session);
        QVERIFY(session.isOpen());
        QCOMPARE(session.file(), m_file);
        QCOMPARE(session.status().facts, std::uint64_t{0});
        QSignalSpy ready(&session, &ui::Session::todayReady);
        session.askToday();
        QVERIFY(ready.wait());
        session.close();
        QVERIFY(!session.isOpen());
    }

    /// A question holds the workspace, and so its lock, until it is answered.
    void opensAFileAgainWhileAQuestionAboutItIsBeingAnswered()
    {
        ui::Session session(m_clock);
        QSignalSpy failed(&session, &ui::Session::failed);
        open(session);
        for (int i = 0; i < 50; ++i) {
            session.askToday();
            session.askStatus();
            session.search(QStringLiteral("x"));
            open(session);
        }
        QCOMPARE(failed.count(), 0);
    }

    /// Whoever gives up an opening has not let go of the workspace before it.
    void opensAFileAgainAfterAnotherOpeningWasGivenUp()
    {
        const QString other = m_folder->filePath(QStringLiteral("other.plumb"));
        QVERIFY(workbench::Workbench::create(other.toStdString(), "Asia/Shanghai", m_clock).has_value());
        ui::Session session(m_clock);
        QSignalSpy failed(&session, &ui::Session::failed);
        open(session);
        std::shared_ptr<workbench::Workbench> held = session.workbench(); // as a long question does
        session.open(other);
        session.cancelOpening();
        QSignalSpy opened(&session, &ui::Session::opened);
        session.open(m_file);
        QVERIFY(!opened.wait(100));
        QCOMPARE(failed.count(), 0);
        held.reset();
        QVERIFY(opened.wait());
    }

    void saysWhyAFileCannotBeOpened()
    {
        ui::Session session(m_clock);
        QSignalSpy failed(&session, &ui::Session::failed);
        QSignalSpy closed(&session, &ui::Session::closed);
        session.open(m_folder->filePath(QStringLiteral("missing.plumb")));
        QTRY_COMPARE(closed.count(), 1);
        QCOMPARE(failed.count(), 1);
        QVERIFY(!session.isOpen());
    }

    void showsTheEndOfAChosenDay()
    {
        ui::Session session(m_clock);
        open(session);
        QSignalSpy changed(&session, &ui::Session::viewChanged);
        session.setDay(support::parseDate("2026-03-10").value());
        QCOMPARE(changed.count(), 1);
        QVERIFY(session.isPast() && session.readOnly());
        QVERIFY(session.asOf() == *support::parseInstant("2026-03-10T16:00:00Z") - support::Duration{1});
    }

    void takesTodayAndLaterDaysAsNow()
    {
        ui::Session session(m_clock);
        open(session);
        for (const char *day : {"2026-03-12", "2026-03-13"}) {
            session.setDay(support::parseDate("2026-03-10").value());
            session.setDay(support::parseDate(day).value());
            QVERIFY(!session.isPast());
            QVERIFY(session.asOf() == morning);
        }
    }

    void writesNothingIntoThePast()
    {
        ui::Session session(m_clock);
        open(session);
        session.setDay(support::parseDate("2026-03-10").value());
        std::vector<support::ErrorCode> errors;
        connect(&session, &ui::Session::failed, this, [&](const support::Error &error) { errors.push_back(error.code); });
        std::vector<support::ErrorCode> answers;
        session.apply(workbench::ChangeTask{*domain::TaskId::parse("t1"), domain::TaskState::Done},
                      [&](const support::Result<workbench::Applied> &applied) { answers.push_back(applied.error().code); });
        QVERIFY(!session.isWriting() && answers.empty());
        QTRY_VERIFY(errors == std::vector{support::ErrorCode::PastIsReadOnly});
        QVERIFY(answers == errors);
    }

    void answersACommandAlsoWhereNothingIsOpen()
    {
        ui::Session session(m_clock);
        bool refused = false;
        session.apply(workbench::ChangeTask{*domain::TaskId::parse("t1"), domain::TaskState::Done},
                      [&](const support::Result<workbench::Applied> &applied) { refused = !applied; });
        QTRY_VERIFY(refused);
    }

    void tellsTheRefusalOfACommand()
    {
        ui::Session session(m_clock);
        open(session);
        QSignalSpy failed(&session, &ui::Session::failed);
        bool refused = false;
        session.apply(
            workbench::DecideFlag{
                *domain::DealId::parse("nowhere"), *domain::RuleId::parse("stale"), domain::FlagAct::Acknowledged, {}, {}},
            [&](const support::Result<workbench::Applied> &applied) { refused = !applied; });
        QVERIFY(session.isWriting());
        QTRY_VERIFY(!session.isWriting());
        QVERIFY(refused);
        QCOMPARE(failed.count(), 1);
    }

    void hearsNoMoreOfAWorkspaceThatWasClosedWhileItIsWritten()
    {
        const QString facts = m_folder->filePath(QStringLiteral("facts.jsonl"));
        QFile file(facts);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"type":"customer","id":"c","name":"Cell"})");
        file.close();
        ui::Session session(m_clock);
        open(session);
        QSignalSpy changed(&session, &ui::Session::changed);
        QSemaphore gate;
        std::uint64_t created = 0;
        session.write(
            [&gate, facts](workbench::Workbench &workbench, const workbench::OnProgress &, const std::stop_token &) {
                gate.acquire();
                return workbench::ImportJob::prepare(workbench, {facts.toStdString()}, {})->run({});
            },
            [&](const support::Result<workbench::ImportReport> &report) { created = report->created; });
        session.close();
        gate.release();
        QTRY_VERIFY(!session.isWriting());
        QCOMPARE(created, std::uint64_t{1});
        QCOMPARE(changed.count(), 0);
    }

    void ringsWhenTheClockHasComeThereAndNotWhenATimerHas()
    {
        support::FixedClock clock(morning);
        ui::Alarm alarm(clock);
        QSignalSpy rang(&alarm, &ui::Alarm::rang);
        alarm.set(morning + support::Duration{20'000});
        QVERIFY(!rang.wait(100)); // the clock has not moved
        clock.set(morning + support::hours(1));
        QTRY_COMPARE(rang.count(), 1);
        QVERIFY(!rang.wait(50));
    }

    void showsTheNextDayWhenThisOneIsOver()
    {
        support::FixedClock clock(midnight - support::Duration{50'000});
        ui::Session session(clock);
        open(session);
        QCOMPARE(session.format().shown(), support::parseDate("2026-03-12").value());
        QSignalSpy passed(&session, &ui::Session::timePassed);
        support::Instant asOf;
        connect(&session, &ui::Session::todayReady, this, [&](const workbench::Today &today) { asOf = today.asOf; });
        clock.set(midnight);
        QTRY_COMPARE(passed.count(), 1);
        QCOMPARE(session.format().shown(), support::parseDate("2026-03-13").value());
        QTRY_COMPARE(asOf, midnight);
    }

    void asksAnewWhenASnoozeEnds()
    {
        support::FixedClock clock(morning);
        ui::Session session(clock);
        open(session);
        QSignalSpy passed(&session, &ui::Session::timePassed);
        QSignalSpy format(&session, &ui::Session::formatChanged);
        workbench::Today today;
        today.nextWake = morning + support::Duration{50'000};
        Q_EMIT session.todayReady(today);
        clock.set(morning + support::minutes(1));
        QSignalSpy ready(&session, &ui::Session::todayReady);
        QTRY_COMPARE(passed.count(), 1);
        QTRY_COMPARE(ready.count(), 1);
        QCOMPARE(format.count(), 0); // it is still the same day
    }

    void letsNoDayPassInASample()
    {
        support::FixedClock clock(midnight - support::Duration{50'000});
        const QString sample = m_folder->filePath(QStringLiteral("sample.plumb"));
        QVERIFY(workbench::createSample(sample.toStdString(), {.deals = 20, .asOf = morning}, clock).has_value());
        ui::Session session(clock);
        open(session, sample);
        QSignalSpy passed(&session, &ui::Session::timePassed);
        clock.set(midnight + support::days(1));
        QVERIFY(!passed.wait(200));
    }

    void remembersWhatItWasTold()
    {
        const QString file = m_folder->filePath(QStringLiteral("settings.ini"));
        const ui::View view{.scope = {.team = *domain::TeamId::parse("east"), .channel = "fair"},
                            .day = support::parseDate("2026-01-02").value(),
                            .period = {.kind = ui::PeriodKind::Quarter},
                            .proven = true};
        ui::View lasting = view;
        lasting.day.reset();
        {
            ui::AppSettings settings(file);
            QVERIFY(!settings.personAsked(m_file));
            settings.setTheme(ui::ThemeChoice::Dark);
            settings.setLanguage(ui::LanguageChoice::Chinese);
            settings.setView(m_file, view);
            settings.setPerson(m_file, std::nullopt);
        }
        const ui::AppSettings settings(file);
        QVERIFY(settings.theme() == ui::ThemeChoice::Dark);
        QVERIFY(settings.language() == ui::LanguageChoice::Chinese);
        QVERIFY2(settings.view(m_file) == lasting, "a workspace opens on now");
        QVERIFY(settings.view(QStringLiteral("other.plumb")) == ui::View{});
        QVERIFY(settings.personAsked(m_file) && !settings.person(m_file));
    }

    void keepsTheEightNewestWorkspaces()
    {
        ui::AppSettings settings(m_folder->filePath(QStringLiteral("settings.ini")));
        for (int i = 0; i < 10; ++i)
            settings.addRecentFile(QString::number(i));
        settings.addRecentFile(QStringLiteral("5"));
        QCOMPARE(settings.recentFiles(), (QStringList{"5", "9", "8", "7", "6", "4", "3", "2"}));
    }

private:
    void open(ui::Session &session) { open(session, m_file); }
    static void open(ui::Session &session, const QString &file)
    {
        QSignalSpy opened(&session, &ui::Session::opened);
        session.open(file);
        QVERIFY(opened.wait());
    }

    support::FixedClock m_clock{morning};
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
