// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/alarm.h"
#include "ui/models/datastatus.h"
#include "ui/models/errand.h"
#include "ui/models/format.h"
#include "ui/models/view.h"
#include "ui/models/writer.h"

#include "workbench/workbench.h"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace ui {

/// The one open workspace and what the top bar says about it: scope, as-of, who acts. Every question is asked off the
/// interface's thread, and only the newest answer arrives; every command is written on one writer thread, in order.
class Session final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const support::Result<workbench::Applied> &)>;
    using Open =
        std::function<support::Result<std::unique_ptr<workbench::Workbench>>(const workbench::OnProgress &, std::stop_token)>;

    explicit Session(const support::Clock &clock, QObject *parent = nullptr);
    ~Session() override;

    /// Opens a workspace file; answers with `opened` or `failed`, tells `progressed` on the way.
    void open(const QString &file);
    /// The same with whatever makes a workspace (a sample, an import into a new file).
    void openWith(Open maker);
    void cancelOpening();
    void close();
    /// Closes the workspace, and deletes its file when nothing holds it any more.
    void discard();

    [[nodiscard]] bool isOpen() const { return m_workbench != nullptr; }
    /// The workspace itself, for questions and long steps on other threads; null while none is open.
    [[nodiscard]] std::shared_ptr<workbench::Workbench> workbench() const { return m_workbench; }
    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] const DataStatus &status() const { return m_status; }
    [[nodiscard]] const support::Clock &clock() const { return m_clock; }

    /// What every page looks at. A day that is not over is now; a day is compared with another.
    [[nodiscard]] const View &view() const { return m_view; }
    void setView(View view);
    [[nodiscard]] const workbench::Scope &scope() const { return m_view.scope; }
    void setScope(const workbench::Scope &scope);
    /// The day that is shown, or none for now.
    [[nodiscard]] std::optional<support::Date> day() const { return m_view.day; }
    void setDay(std::optional<support::Date> day);
    void setCompared(std::optional<support::Date> day);
    /// The days of the period, as of the day that is shown.
    [[nodiscard]] Days period() const;
    /// Shows the last day of records that ended more than a month ago, as an old export's do: by now everything in it would
    /// only be late. True when it does.
    bool showWhereRecordsEnd();
    /// The day shown is the last of records that ended more than a month ago.
    [[nodiscard]] bool isWhereRecordsEnd() const;
    /// The instant that is shown: the end of the chosen day, or now.
    [[nodiscard]] support::Instant asOf() const;
    /// The end of the day that it is compared with.
    [[nodiscard]] std::optional<support::Instant> comparedAsOf() const;
    [[nodiscard]] support::Instant now() const;
    /// The day of now in the organisation's zone.
    [[nodiscard]] support::Date today() const;
    [[nodiscard]] bool isPast() const { return m_view.day.has_value(); }
    /// True when nothing may be written: the past is shown, or the file cannot be written.
    [[nodiscard]] bool readOnly() const;
    [[nodiscard]] std::optional<domain::PersonId> person() const { return m_person; }
    void actAs(const std::optional<domain::PersonId> &person);

    /// How numbers and times are written: the language of the interface, the zone of the organisation.
    [[nodiscard]] const Format &format() const { return m_format; }
    void setLocale(const QLocale &locale);

    /// For the questions of a page (Inquiry): answered beside those below, stopped when the workspace closes.
    [[nodiscard]] Errand *newErrand(QObject *parent);

    // Questions; each is answered by the signal beside it.
    void askToday();                                                          ///< todayReady
    void askBelow(std::size_t count);                                         ///< todayReady, with so many below the line
    void askLeads(std::size_t count);                                         ///< todayReady, with so many flagged leads
    void askCounted(workbench::Counted which);                                ///< countedReady
    void askDeal(const domain::DealId &deal);                                 ///< dealReady
    void askStatus();                                                         ///< statusChanged
    void askOrganisation();                                                   ///< organisationReady
    void search(const QString &text);                                         ///< found
    void askRecord(std::uint32_t number);                                     ///< recordReady
    void judgeMove(const domain::DealId &deal, const domain::StageId &stage); ///< moveJudged

    /// Writes `command`. `done` is called here with the answer, always, and never before this returns; then a refusal is told by
    /// `failed` as well.
    void apply(workbench::Command command, Done done = {});
    [[nodiscard]] bool isWriting() const { return m_writer.isWriting(); }
    /// An answer is still to come.
    [[nodiscard]] bool isBusy() const;
    /// Runs `work(workbench, progress, stop)` (an import, its withdrawal) on the writer thread; `deliver` gets its answer here.
    template <class Work, class Deliver>
    void write(Work work, Deliver deliver)
    {
        if (!m_workbench)
            return;
        m_writer.write([workbench = m_workbench, tell = teller(),
                        work = std::move(work)](const std::stop_token &stop) mutable { return work(*workbench, tell, stop); },
                       std::move(deliver));
    }
    /// Asks the work that is under way to end early.
    void stopWriting() { m_writer.stop(); }

Q_SIGNALS:
    void opening();
    void progressed(quint64 done, quint64 total); ///< total is 0 while it is not known
    void opened();
    void closing(); ///< questions about the workspace are not answered any more
    void closed();
    void failed(const support::Error &error);
    void viewChanged();   ///< what every page looks at, or who acts
    void formatChanged(); ///< language, zone or the day of now
    void timePassed();    ///< a day or a snooze has ended: what is shown of now may be another
    void changed(const workbench::Change &change);
    void busyChanged();
    void writingChanged();
    void statusChanged();
    void todayReady(const workbench::Today &today);
    void countedReady(const workbench::CountedDeals &counted);
    void dealReady(const workbench::DealPage &page);
    void dealFailed(const domain::DealId &deal, const support::Error &error);
    void organisationReady(const std::vector<workbench::TeamView> &teams);
    void found(const QString &text, const std::vector<workbench::SearchHit> &hits);
    void recordReady(quint32 number, const QString &line);
    void moveJudged(const domain::DealId &deal, const domain::StageId &stage,
                    const std::vector<workbench::UnmetCondition> &unmet);

private:
    struct Opened {
        std::shared_ptr<workbench::Workbench> workbench;
        DataStatus status;
    };
    [[nodiscard]] static DataStatus statusOf(const workbench::Workbench &workbench);
    void adopt(support::Result<Opened> made);
    void tellProgress(workbench::Progress now);
    [[nodiscard]] workbench::OnProgress teller();
    void hear(const workbench::Change &change);
    void writeIn(const QLocale &locale); ///< the format of now: the language, the zone, the day that is shown
    void setAlarm();
    void passTime();
    [[nodiscard]] support::Instant endOf(support::Date day) const;
    void watch(Errand &errand);
    void prepareSearch();
    void askAgain(); ///< what every change may have changed

    const support::Clock &m_clock;
    std::shared_ptr<workbench::Workbench> m_workbench;
    /// Of the workspaces that were opened, the newest last: ready when nobody holds it and its file is closed.
    std::vector<std::shared_future<void>> m_letGo;
    QString m_file;
    DataStatus m_status;
    View m_view;
    std::optional<domain::PersonId> m_person;
    workbench::Reach m_reach;
    Format m_format;
    std::shared_ptr<Mailbox> m_mailbox;
    Writer m_writer;
    QThreadPool m_readers;
    QThreadPool m_searcher;
    std::set<const Errand *> m_asking; ///< those whose answer is still to come; before the errands, which leave it as they go
    Errand m_openErrand;
    Errand m_todayErrand;
    Errand m_countedErrand;
    Errand m_statusErrand;
    Errand m_organisationErrand;
    Errand m_namesErrand; ///< reads the names that are searched, when Today is there
    Errand m_searchErrand;
    Errand m_recordErrand;
    Errand m_moveErrand;
    std::map<std::string, std::unique_ptr<Errand>> m_dealErrands;
    Alarm m_alarm;
    std::optional<support::Instant> m_nextWake; ///< when the next snooze ends
    QTimer m_gather;                            ///< runs after a question, so that a burst of changes asks once more
    bool m_changedSince = false;
    bool m_searchPrepared = false;
    std::stop_source m_stopDiscarding;
    bool m_opening = false;
};

} // namespace ui
