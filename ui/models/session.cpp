// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/session.h"

#include "ui/models/filepath.h"
#include "ui/models/thinned.h"

#include <QFile>

#include <algorithm>
#include <chrono>
#include <utility>

namespace ui {

using namespace std::chrono_literals;

namespace {

constexpr int gatherMs = 30;

bool isReady(const std::shared_future<void> &moment)
{
    return moment.wait_for(0ms) == std::future_status::ready;
}

/// False when it was told to stop first.
bool comes(const std::shared_future<void> &moment, const std::stop_token &stop)
{
    while (moment.wait_for(10ms) != std::future_status::ready) {
        if (stop.stop_requested())
            return false;
    }
    return true;
}

std::optional<support::Instant> lastImport(const std::vector<workbench::BatchView> &batches)
{
    std::optional<support::Instant> last;
    for (const workbench::BatchView &batch : batches) {
        if (batch.kind == "import" && !batch.withdrawn)
            last = std::max(last, std::optional(batch.at));
    }
    return last;
}

/// Of which a person made one by one key, however many facts came of it.
std::size_t changes(const std::vector<workbench::BatchView> &batches)
{
    return static_cast<std::size_t>(std::ranges::count(batches, "edit", &workbench::BatchView::kind));
}

} // namespace

Session::Session(const support::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_format(QLocale(), support::TimeZone::utc())
    , m_mailbox(std::make_shared<Mailbox>(this))
    , m_openErrand(m_writer.thread())
    , m_todayErrand(m_readers)
    , m_countedErrand(m_readers)
    , m_statusErrand(m_readers)
    , m_organisationErrand(m_readers)
    , m_namesErrand(m_searcher)
    , m_searchErrand(m_searcher)
    , m_recordErrand(m_readers)
    , m_moveErrand(m_readers)
    , m_alarm(clock)
{
    m_readers.setMaxThreadCount(qMax(2, QThread::idealThreadCount()));
    m_searcher.setMaxThreadCount(1); // who reads the names keeps nobody waiting but who searches them
    m_gather.setSingleShot(true);
    m_gather.setInterval(gatherMs);
    connect(&m_gather, &QTimer::timeout, this, [this] {
        if (m_changedSince)
            askAgain();
    });
    for (Errand *errand : {&m_openErrand, &m_todayErrand, &m_countedErrand, &m_statusErrand, &m_organisationErrand,
                           &m_searchErrand, &m_recordErrand, &m_moveErrand})
        watch(*errand);
    connect(&m_writer, &Writer::writingChanged, this, &Session::writingChanged);
    connect(&m_writer, &Writer::writingChanged, this, &Session::busyChanged);
    connect(&m_alarm, &Alarm::rang, this, &Session::passTime);
    connect(this, &Session::todayReady, this, [this](const workbench::Today &today) {
        m_nextWake = today.nextWake;
        setAlarm();
    });
}

Session::~Session()
{
    m_mailbox->close();
    m_writer.stop();
    m_stopDiscarding.request_stop();
    cancelOpening();
    m_todayErrand.stop();
    m_countedErrand.stop();
    m_namesErrand.stop();
    m_dealErrands.clear();
    m_writer.thread().waitForDone();
    m_readers.waitForDone();
    m_searcher.waitForDone();
}

void Session::open(const QString &file)
{
    openWith([file = pathOf(file), &clock = m_clock](const workbench::OnProgress &progress, std::stop_token stop) {
        return workbench::Workbench::open(file, workbench::Access::ReadWrite, clock, progress, std::move(stop));
    });
}

void Session::openWith(Open maker)
{
    close();
    m_opening = true;
    Q_EMIT opening();
    auto hold = std::make_shared<std::promise<void>>();
    std::erase_if(m_letGo, isReady);
    const auto before = m_letGo;
    m_letGo.push_back(hold->get_future().share());
    m_openErrand.ask(
        [maker = std::move(maker), tell = teller(), before, hold = std::move(hold)](std::stop_token stop) {
            // Questions about workspaces before may still be ending, and a file opens again only when it is let go.
            (void)std::ranges::all_of(before, [&](const auto &letGo) { return comes(letGo, stop); });
            return maker(tell, std::move(stop)).map([&hold](std::unique_ptr<workbench::Workbench> made) {
                const DataStatus status = statusOf(*made); // reads the file
                const auto letGo = [hold](workbench::Workbench *ended) { delete ended; };
                return Opened{{made.release(), letGo}, status};
            });
        },
        [this](support::Result<Opened> made) { adopt(std::move(made)); });
}

workbench::OnProgress Session::teller()
{
    return [tell = std::make_shared<Thinned>([mailbox = m_mailbox, this](workbench::Progress now) {
                mailbox->post([this, now] { tellProgress(now); });
            })](workbench::Progress progress) { (*tell)(progress); };
}

void Session::tellProgress(workbench::Progress now)
{
    if (m_opening || isWriting())
        Q_EMIT progressed(now.done, now.total);
}

void Session::cancelOpening()
{
    m_openErrand.stop();
    if (std::exchange(m_opening, false))
        Q_EMIT closed();
}

void Session::close()
{
    // No answer about this workspace may come when another one is open.
    Q_EMIT closing();
    for (Errand *errand : {&m_openErrand, &m_todayErrand, &m_countedErrand, &m_statusErrand, &m_organisationErrand,
                           &m_namesErrand, &m_searchErrand, &m_recordErrand, &m_moveErrand})
        errand->stop();
    m_dealErrands.clear();
    m_alarm.stop();
    m_nextWake.reset();
    m_opening = false;
    m_file.clear();
    m_status = {};
    m_view = {};
    m_reach = {};
    m_person.reset();
    if (m_workbench) {
        // Its end writes the log back into the file and gives up all that was loaded. What is opened next waits for it there.
        m_writer.thread().start([over = std::exchange(m_workbench, nullptr)] {});
        Q_EMIT closed();
    }
}

void Session::discard()
{
    if (!isOpen())
        return;
    auto remove = [file = pathOf(m_file), letGo = m_letGo.back(), stop = m_stopDiscarding.get_token()] {
        if (comes(letGo, stop))
            workbench::Workbench::discard(file);
    };
    close();
    m_writer.thread().start(std::move(remove));
}

void Session::adopt(support::Result<Opened> made)
{
    m_opening = false;
    if (!made) {
        Q_EMIT failed(made.error());
        Q_EMIT closed();
        return;
    }
    m_workbench = std::move(made->workbench);
    m_searchPrepared = false;
    m_file = QFile::decodeName(m_workbench->file().string().c_str());
    m_status = std::move(made->status);
    // What is written at last may end when this workspace is shown no more.
    m_workbench->onChange([mailbox = m_mailbox, this, shown = m_workbench.get()](const workbench::Change &change) {
        mailbox->post([this, shown, change] {
            if (m_workbench.get() == shown)
                hear(change);
        });
    });
    writeIn(m_format.locale());
    setAlarm();
    Q_EMIT formatChanged();
    Q_EMIT opened();
}

/// For the end of the day, or of a snooze before it. A sample's clock stands still.
void Session::setAlarm()
{
    if (!m_workbench || m_status.sampleClock)
        return;
    const support::Instant midnight = m_format.zone().startOf(today() + 1);
    const bool wakes = m_nextWake && *m_nextWake > now();
    m_alarm.set(wakes ? std::min(*m_nextWake, midnight) : midnight);
}

void Session::passTime()
{
    const auto before = m_format.shown();
    writeIn(m_format.locale());
    setAlarm();
    if (m_format.shown() != before)
        Q_EMIT formatChanged();
    askToday();
    Q_EMIT timePassed();
}

DataStatus Session::statusOf(const workbench::Workbench &workbench)
{
    const std::vector<workbench::BatchView> batches = workbench.batches();
    return {.facts = workbench.facts(),
            .changes = changes(batches),
            .dataTime = workbench.dataTime(),
            .oldest = workbench.oldestFact(),
            .lastEvent = workbench.lastEvent(),
            .lastImport = lastImport(batches),
            .sampleClock = workbench.sampleClock(),
            .unread = workbench.unreadPlaybooks()};
}

void Session::hear(const workbench::Change &change)
{
    Q_EMIT changed(change);
    m_searchPrepared = m_searchPrepared && change.kind != workbench::Change::Kind::Import; // names may have come
    // A change by itself shows at once.
    m_changedSince = true;
    if (!m_gather.isActive())
        askAgain();
}

void Session::actAs(const std::optional<domain::PersonId> &person)
{
    m_person = person;
    if (m_workbench)
        write(
            [person](workbench::Workbench &workbench, const workbench::OnProgress &, const std::stop_token &) {
                workbench.actAs(person);
                return true;
            },
            [](bool) {});
    Q_EMIT viewChanged();
}

void Session::writeIn(const QLocale &locale)
{
    const support::TimeZone zone = m_workbench ? m_workbench->timeZone() : m_format.zone();
    m_format = Format(locale, zone, m_view.day.value_or(zone.dateOf(now())));
}

void Session::setLocale(const QLocale &locale)
{
    writeIn(locale);
    Q_EMIT formatChanged();
}

void Session::apply(workbench::Command command, Done done)
{
    const auto answer = [this, done = std::move(done)](const support::Result<workbench::Applied> &applied) {
        if (done)
            done(applied);
        if (!applied)
            Q_EMIT failed(applied.error());
    };
    if (isPast())
        return m_mailbox->post([answer, error = support::failure(support::ErrorCode::PastIsReadOnly, support::toText(*m_view.day),
                                                                 "a past day is shown")] { answer(error); });
    if (!m_workbench)
        return m_mailbox->post(
            [answer, error = support::failure(support::ErrorCode::Cancelled, "", "no workspace is open")] { answer(error); });
    write([command = std::move(command)](workbench::Workbench &workbench, const workbench::OnProgress &,
                                         const std::stop_token &) { return workbench.apply(command); },
          answer);
}

void Session::askAgain()
{
    m_changedSince = false;
    askToday();
    askStatus();
    m_gather.start();
}

bool Session::isBusy() const
{
    return m_opening || isWriting() || m_changedSince || !m_asking.empty();
}

void Session::watch(Errand &errand)
{
    connect(&errand, &Errand::askingChanged, this, [this, &errand] {
        if (errand.isAsking())
            m_asking.insert(&errand);
        else
            m_asking.erase(&errand);
        Q_EMIT busyChanged();
    });
    connect(&errand, &QObject::destroyed, this, [this, gone = &errand] { m_asking.erase(gone); });
}

Errand *Session::newErrand(QObject *parent)
{
    auto *errand = new Errand(m_readers, parent);
    watch(*errand);
    connect(this, &Session::closing, errand, &Errand::stop);
    return errand;
}

} // namespace ui
