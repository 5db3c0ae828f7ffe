// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/bench/interleaved.h"
#include "tests/ui/handmademap.h"

#include "ui/widgets/battlemapview.h"

#include <QApplication>
#include <QGraphicsEllipseItem>
#include <QGraphicsView>
#include <QImage>
#include <QPainter>
#include <QScrollBar>

#include <map>
#include <memory>

// Budget 15: a frame of the battle map while it is moved, painted into an image of its size as a window without a display does
// it; and the same points as items of a QGraphicsView. The seconds are the processors'.

namespace {

constexpr QSize size{1000, 640};

using Cloud = std::shared_ptr<const ui::MapCloud>;

const Cloud &cloudOf(std::int64_t points)
{
    static std::map<std::int64_t, Cloud> clouds;
    Cloud &cloud = clouds[points];
    if (!cloud) // a tenth of a map has no expected days
        cloud = std::make_shared<const ui::MapCloud>(handmade::map(static_cast<std::size_t>(points) * 10 / 9));
    return cloud;
}

/// Our map, moved by a few pixels for each frame.
class Ours {
public:
    explicit Ours(std::int64_t points) : m_frame(size, QImage::Format_ARGB32_Premultiplied)
    {
        m_map.setFormat(ui::Format(QLocale(QLocale::English), support::TimeZone::utc()));
        m_map.resize(size);
        m_map.setCloud(cloudOf(points));
        m_map.zoomBy(1.5); // all in sight could not be moved
        paint();
    }

    void pan()
    {
        m_step = (m_step + 1) % 40;
        const QPoint by = m_step < 20 ? QPoint(7, 3) : QPoint(-7, -3);
        m_map.panBy(by);
        paint();
    }
    void zoom()
    {
        m_step = (m_step + 1) % 8;
        m_map.zoomBy(m_step < 4 ? 1.25 : 1 / 1.25);
        paint();
    }

private:
    void paint()
    {
        QPainter painter(&m_frame);
        m_map.render(&painter);
    }

    ui::BattleMapView m_map;
    QImage m_frame;
    int m_step = 0;
};

/// The same points as items of Qt's own scene, in the same part of the world.
class Theirs {
public:
    explicit Theirs(std::int64_t points) : m_frame(size, QImage::Format_ARGB32_Premultiplied)
    {
        const ui::MapCloud &cloud = *cloudOf(points);
        m_scene.setItemIndexMethod(QGraphicsScene::BspTreeIndex);
        ui::MapProjection projection;
        const QRectF all = cloud.bounds();
        projection.fit(QRectF(all.topLeft(), all.size() / 1.5), QRectF(QPointF(), QSizeF(size)));
        for (std::size_t i = 0; i < cloud.size(); ++i) {
            const QPointF at = projection.toPixel(cloud.at(i));
            auto *item = m_scene.addEllipse(QRectF(-3, -3, 6, 6), QPen(Qt::white, 0.75), QBrush(QColor(0, 114, 178, 210)));
            item->setPos(at);
        }
        m_view.setScene(&m_scene);
        m_view.setRenderHint(QPainter::Antialiasing);
        m_view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_view.resize(size);
        pan();
    }

    void pan()
    {
        m_step = (m_step + 1) % 40;
        const int by = m_step < 20 ? 1 : -1;
        m_view.horizontalScrollBar()->setValue(m_view.horizontalScrollBar()->value() + 7 * by);
        m_view.verticalScrollBar()->setValue(m_view.verticalScrollBar()->value() + 3 * by);
        QPainter painter(&m_frame);
        m_view.render(&painter);
    }

private:
    QGraphicsScene m_scene;
    QGraphicsView m_view;
    QImage m_frame;
    int m_step = 0;
};

void report(benchmark::State &state, std::vector<double> seconds)
{
    std::ranges::sort(seconds);
    const auto at = [&](std::size_t percent) { return seconds[(seconds.size() - 1) * percent / 100] * 1e3; };
    state.counters["p50_ms"] = at(50);
    state.counters["p95_ms"] = at(95);
    state.counters["p99_ms"] = at(99);
}

template <class Act>
void frames(benchmark::State &state, const Act &act)
{
    Ours ours(state.range(0));
    std::vector<double> seconds;
    for ([[maybe_unused]] const auto round : state) {
        seconds.push_back(bench::secondsOf(bench::Time::Processor, [&] { act(ours); }));
        state.SetIterationTime(seconds.back());
    }
    report(state, std::move(seconds));
}

void panFrame(benchmark::State &state)
{
    frames(state, [](Ours &ours) { ours.pan(); });
}

void zoomFrame(benchmark::State &state)
{
    frames(state, [](Ours &ours) { ours.zoom(); });
}

void graphicsViewAgainstOurs(benchmark::State &state)
{
    Ours ours(state.range(0));
    Theirs theirs(state.range(0));
    bench::interleave(
        state, bench::Time::Processor, "QGraphicsView", [&] { theirs.pan(); }, "map", [&] { ours.pan(); });
}

/// From the answer of the workbench to a cloud that can be painted; not on the interface's thread.
void makeCloud(benchmark::State &state)
{
    const auto map = cloudOf(state.range(0))->shared();
    for ([[maybe_unused]] const auto round : state)
        benchmark::DoNotOptimize(ui::MapCloud(map));
}

void divide(benchmark::State &state)
{
    const auto map = cloudOf(state.range(0))->shared();
    std::int64_t health = 0;
    for ([[maybe_unused]] const auto round : state)
        benchmark::DoNotOptimize(workbench::tally(*map, {++health % 100, 40}));
}

BENCHMARK(panFrame)->Arg(20'000)->Arg(100'000)->Arg(1'000'000)->UseManualTime()->Iterations(200)->Unit(benchmark::kMillisecond);
BENCHMARK(zoomFrame)->Arg(20'000)->Arg(100'000)->Arg(1'000'000)->UseManualTime()->Iterations(100)->Unit(benchmark::kMillisecond);
BENCHMARK(graphicsViewAgainstOurs)->Arg(20'000)->Arg(100'000)->Iterations(5)->Unit(benchmark::kMillisecond);
BENCHMARK(graphicsViewAgainstOurs)->Arg(1'000'000)->Iterations(2)->Unit(benchmark::kMillisecond);
BENCHMARK(makeCloud)->Arg(20'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(divide)->Arg(20'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", qgetenv("QT_QPA_PLATFORM").isEmpty() ? "offscreen" : qgetenv("QT_QPA_PLATFORM"));
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
