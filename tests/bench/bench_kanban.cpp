// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/kanbanmodel.h"
#include "ui/pages/funnel/cardlist.h"
#include "ui/widgets/theme.h"

#include "workbench/importing.h"
#include "workbench/stageboard.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTemporaryDir>

#include <algorithm>
#include <fstream>
#include <memory>
#include <vector>

// Issue 3: a column of 50,000 cards scrolls like one of 50. A frame is a step of the wheel and the list painted again; a frame of
// the long column and one of the short are measured in turn. Each step of the long one goes to cards that nobody has looked at
// yet, so that what is read of them counts; the short one is walked up and down.

namespace {

constexpr int shortColumn = 50;
constexpr int frames = 400;
constexpr QSize listSize(216, 640);

/// So many open deals in the first stage.
class Column {
public:
    explicit Column(int cards)
    {
        const std::string file = m_folder.filePath(QStringLiteral("deals.jsonl")).toStdString();
        {
            std::ofstream out(file);
            out << R"({"type":"team","id":"a","name":"一组"})" << '\n'
                << R"({"type":"person","id":"ann","name":"安娜","role":"rep","team":"a"})" << '\n';
            for (int i = 0; i < cards; ++i)
                out << fmt::format(
                    R"({{"type":"customer","id":"C{0}","name":"第 {0} 号客户","recorded_at":"2026-01-01T09:00:00Z"}}
{{"type":"deal","id":"D{0}","customer":"C{0}","name":"年度采购 {0}","owner":"ann","occurred_at":"2026-02-{1:02}T09:00:00Z"}}
{{"type":"event","deal":"D{0}","kind":"amount","amount":"{2}","currency":"CNY","occurred_at":"2026-03-01T09:00:00Z"}}
)",
                    i, 1 + i % 28, 1'000 + i * 7 % 90'000);
        }
        m_workbench =
            workbench::Workbench::create(m_folder.filePath(QStringLiteral("w.plumb")).toStdString(), "Asia/Shanghai", m_clock)
                .value();
        auto job = workbench::ImportJob::prepare(*m_workbench, {file}, {}).value();
        const auto report = job.run({});
        if (!report || report->refused > 0)
            qFatal("the column could not be made: %s",
                   report ? report->reasons.front().reason.c_str() : report.error().detail.c_str());
        const auto board = workbench::stageBoard(*m_workbench, {.asOf = m_workbench->live()}).value();
        if (board->view().columns[0].cards.size() != static_cast<std::size_t>(cards))
            qFatal("not all of them stand in the first stage");
        m_model.setBoard(board, 0);
        m_list.setModel(&m_model);
        m_list.resize(listSize);
        m_list.show();
        QApplication::processEvents();
    }

    /// The seconds from a step of the wheel to the painted cards.
    double frame()
    {
        QScrollBar &bar = *m_list.verticalScrollBar();
        const int next = bar.value() + m_by;
        if (next > bar.maximum() || next < 0)
            m_by = -m_by;
        QElapsedTimer since;
        since.start();
        bar.setValue(bar.value() + m_by);
        m_list.viewport()->repaint();
        return static_cast<double>(since.nsecsElapsed()) * 1e-9;
    }

private:
    QTemporaryDir m_folder;
    support::FixedClock m_clock{*support::parseInstant("2026-03-12T01:30:00Z")};
    std::unique_ptr<workbench::Workbench> m_workbench;
    ui::KanbanModel m_model{ui::Format(QLocale(QLocale::Chinese), support::TimeZone::utc())};
    ui::CardList m_list;
    int m_by = 312; ///< three cards
};

double at(std::vector<double> values, std::size_t percent)
{
    std::ranges::sort(values);
    return values[(values.size() - 1) * percent / 100];
}

void scrollFrame(benchmark::State &state)
{
    Column longOne(static_cast<int>(state.range(0)));
    Column shortOne(shortColumn);
    std::vector<double> longFrames;
    std::vector<double> shortFrames;
    for ([[maybe_unused]] const auto round : state) {
        longFrames.push_back(longOne.frame());
        shortFrames.push_back(shortOne.frame());
        state.SetIterationTime(longFrames.back());
    }
    state.counters["long_p50_ms"] = at(longFrames, 50) * 1e3;
    state.counters["long_p99_ms"] = at(longFrames, 99) * 1e3;
    state.counters["short_p50_ms"] = at(shortFrames, 50) * 1e3;
    state.counters["short_p99_ms"] = at(shortFrames, 99) * 1e3;
    state.counters["ratio"] = at(longFrames, 50) / at(shortFrames, 50);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", qgetenv("QT_QPA_PLATFORM").isEmpty() ? "offscreen" : qgetenv("QT_QPA_PLATFORM"));
    const QApplication application(argc, argv);
    ui::Theme theme;
    theme.apply(ui::ThemeChoice::Light);
    benchmark::Initialize(&argc, argv);
    for (const std::int64_t cards : {500, 50'000})
        benchmark::RegisterBenchmark("scrollFrame", scrollFrame)
            ->Arg(cards)
            ->UseManualTime()
            ->Iterations(frames)
            ->Unit(benchmark::kMillisecond);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
