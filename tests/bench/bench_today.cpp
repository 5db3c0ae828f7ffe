// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/ui/sampleprogram.h"

#include <benchmark/benchmark.h>

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QListView>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <vector>

// Budget 17: from a key in Today to the list painted again, on samples of the size that each benchmark's argument names. A
// step to the next deal is answered from what is there; a decision is written durably, evaluated and painted. Both print
// their median and their 99th of a hundred. Arguments like `1000000=big.plumb` name workspaces that are there already.

namespace {

constexpr int patience = 600'000;

/// Lets the program run until something is so. Unlike QTest::qWaitFor it never sleeps, which would be measured with it.
template <typename Reached>
void runUntil(const Reached &reached)
{
    QTimer givesUp;
    givesUp.callOnTimeout([] { qFatal("no answer came"); });
    givesUp.start(patience);
    while (!reached())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// Tells when the list was painted, once it is asked to.
class PaintWatch final : public QObject {
public:
    explicit PaintWatch(QWidget *watched) { watched->installEventFilter(this); }

    void begin() { m_painted = false; }
    [[nodiscard]] bool painted() const { return m_painted; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_painted = m_painted || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_painted = false;
};

/// The program with a workspace open in Today.
class Desktop : private SampleProgram {
public:
    /// A sample of so many deals, made for it.
    explicit Desktop(std::int64_t deals) : m_opened(file())
    {
        if (!make(static_cast<std::uint64_t>(deals), 1))
            qFatal("the sample could not be made");
        begin();
    }

    /// One that is there already, which gets decisions of its own.
    explicit Desktop(const QString &workspace) : m_opened(workspace) { begin(); }
    /// Opens the file, anew where it is open, and waits for the first list.
    void reopen()
    {
        m_answered = false;
        window->opening().openFile(m_opened);
        runUntil([this] { return m_answered; });
    }

    /// The seconds from the key to the painted list.
    double step(Qt::Key key)
    {
        m_watch->begin();
        QElapsedTimer since;
        since.start();
        QTest::keyClick(list(), key);
        runUntil([this] { return m_watch->painted(); });
        return static_cast<double>(since.nsecsElapsed()) * 1e-9;
    }

    /// The same, where the list is what the written decision makes it.
    double decide(ui::Action action)
    {
        // A decision goes on to the next deal, and at the end of the list there is none to decide on.
        QTest::keyClick(list(), Qt::Key_Home);
        QAction *decision = window->actions().action(action);
        runUntil([decision] { return decision->isEnabled(); });
        const QKeyCombination key = decision->shortcut()[0];
        m_answered = false;
        QElapsedTimer since;
        since.start();
        QTest::keyClick(list(), key.key(), key.keyboardModifiers());
        runUntil([this] { return m_answered; });
        m_watch->begin();
        list()->viewport()->update();
        runUntil([this] { return m_watch->painted(); });
        return static_cast<double>(since.nsecsElapsed()) * 1e-9;
    }

    /// The seconds from the question to its answer.
    double search(const QString &text)
    {
        m_answered = false;
        QElapsedTimer since;
        since.start();
        session->search(text);
        runUntil([this] { return m_answered; });
        return static_cast<double>(since.nsecsElapsed()) * 1e-9;
    }

private:
    void begin()
    {
        start();
        QObject::connect(session.get(), &ui::Session::todayReady, window.get(), [this] { m_answered = true; });
        QObject::connect(session.get(), &ui::Session::failed, window.get(),
                         [](const support::Error &why) { qFatal("%s %s", why.subject.c_str(), why.detail.c_str()); });
        QObject::connect(session.get(), &ui::Session::found, window.get(), [this] { m_answered = true; });
        reopen();
        m_watch = std::make_unique<PaintWatch>(list()->viewport());
        window->activateWindow();
        list()->setFocus();
    }

    [[nodiscard]] QListView *list() const { return window->navigation().today().list(); }

    QString m_opened;
    std::unique_ptr<PaintWatch> m_watch;
    bool m_answered = false;
};

/// By the number of deals, workspaces that were named to the program: a sample of a million takes a quarter of an hour to make.
std::map<std::int64_t, QString> named;

/// By the number of deals; `main` empties it before the application goes.
std::map<std::int64_t, std::unique_ptr<Desktop>> desktops;

Desktop &desktop(std::int64_t deals)
{
    auto &one = desktops[deals];
    if (const auto place = named.find(deals); !one && place != named.end())
        one = std::make_unique<Desktop>(place->second);
    else if (!one)
        one = std::make_unique<Desktop>(deals);
    return *one;
}

/// The longest time for which the interface answered nothing.
class StallWatch final : public QObject {
public:
    StallWatch()
    {
        m_since.start();
        startTimer(1);
    }
    [[nodiscard]] double longest() const { return static_cast<double>(m_longest) * 1e-6; }

protected:
    void timerEvent(QTimerEvent *) override
    {
        m_longest = std::max(m_longest, m_since.nsecsElapsed());
        m_since.restart();
    }

private:
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

void report(benchmark::State &state, std::vector<double> seconds)
{
    std::ranges::sort(seconds);
    const auto at = [&](std::size_t percent) { return seconds[(seconds.size() - 1) * percent / 100] * 1e3; };
    state.counters["p50_ms"] = at(50);
    state.counters["p99_ms"] = at(99);
}

void stepToPaint(benchmark::State &state)
{
    Desktop &shown = desktop(state.range(0));
    std::vector<double> seconds;
    for ([[maybe_unused]] const auto round : state) {
        seconds.push_back(shown.step(seconds.size() % 2 == 0 ? Qt::Key_J : Qt::Key_K));
        state.SetIterationTime(seconds.back());
    }
    report(state, std::move(seconds));
}

void decisionToPaint(benchmark::State &state)
{
    Desktop &shown = desktop(state.range(0));
    std::vector<double> seconds;
    for ([[maybe_unused]] const auto round : state) {
        const bool forward = seconds.size() % 2 == 0;
        seconds.push_back(shown.decide(forward ? ui::Action::Acknowledge : ui::Action::Undo));
        state.SetIterationTime(seconds.back());
    }
    report(state, std::move(seconds));
}

/// Budget of 50 ms: opening, evaluating and showing a workspace while the interface goes on.
void longestStallWhileOpening(benchmark::State &state)
{
    Desktop &shown = desktop(state.range(0));
    double longest = 0;
    for ([[maybe_unused]] const auto round : state) {
        QElapsedTimer since;
        since.start();
        const StallWatch watch;
        shown.reopen();
        state.SetIterationTime(static_cast<double>(since.nsecsElapsed()) * 1e-9);
        longest = std::max(longest, watch.longest());
    }
    state.counters["stall_ms"] = longest;
}

/// Budget 18: from the last letter to what is called so.
void searchToAnswer(benchmark::State &state)
{
    Desktop &shown = desktop(state.range(0));
    // Found at once, found late, found nowhere, and by how it is spelled.
    const std::array words{QString::fromUtf8("医院"), QString::fromUtf8("软件升级"), QStringLiteral("zebra"),
                           QStringLiteral("hskj")};
    std::vector<double> seconds;
    for ([[maybe_unused]] const auto round : state) {
        seconds.push_back(shown.search(words[seconds.size() % words.size()]));
        state.SetIterationTime(seconds.back());
    }
    report(state, std::move(seconds));
}

/// One size after the other, so that each workspace is made when it is needed.
void registerAll()
{
    std::set<std::int64_t> sizes{1'200, 5'000, 100'000};
    for (const auto &[deals, workspace] : named)
        sizes.insert(deals);
    for (const std::int64_t deals : sizes) {
        const auto add = [&](const char *name, void (*measure)(benchmark::State &), std::int64_t rounds) {
            benchmark::RegisterBenchmark(name, measure)
                ->Arg(deals)
                ->UseManualTime()
                ->Iterations(rounds)
                ->Unit(benchmark::kMillisecond);
        };
        add("longestStallWhileOpening", longestStallWhileOpening, 5);
        add("stepToPaint", stepToPaint, 100);
        add("decisionToPaint", decisionToPaint, 100);
        add("searchToAnswer", searchToAnswer, 99);
    }
}

/// `<deals>=<workspace>`
void takeName(const QString &argument)
{
    const qsizetype sign = argument.indexOf(u'=');
    const qint64 deals = argument.left(sign).toLongLong();
    if (sign < 0 || deals <= 0)
        qFatal("'%s' is no '<deals>=<workspace>'", qPrintable(argument));
    named[deals] = argument.mid(sign + 1);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", qgetenv("QT_QPA_PLATFORM").isEmpty() ? "offscreen" : qgetenv("QT_QPA_PLATFORM"));
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    for (int i = 1; i < argc; ++i)
        takeName(QString::fromLocal8Bit(argv[i]));
    registerAll();
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    desktops.clear();
    return 0;
}
