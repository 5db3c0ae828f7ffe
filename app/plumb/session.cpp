// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/session.h"

#include "app/plumb/errortext.h"
#include "app/plumb/output.h"
#include "app/plumb/table.h"
#include "support/pace.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <unistd.h>

namespace plumb {

namespace {

const support::SystemClock &systemClock()
{
    static const support::SystemClock clock;
    return clock;
}

std::stop_source interrupted;

void tell(bool json, std::string_view code, const std::string &subject, const std::string &message)
{
    if (json) {
        const nlohmann::ordered_json document{{"error", {{"code", code}, {"subject", subject}, {"message", message}}}};
        sayError("{}\n", document.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
    } else {
        sayError("plumb: {}\n", message);
    }
}

} // namespace

Exit fail(const Common &common, const support::Error &error, Exit how)
{
    return fail(common, error, sentence(error), how);
}

Exit fail(const Common &common, const support::Error &error, const std::string &message, Exit how)
{
    tell(common.json, support::name(error.code), error.subject, message);
    return how;
}

Exit failUsage(bool json, std::string_view why)
{
    tell(json, "usage", "", std::string(why));
    return Exit::Usage;
}

support::Result<std::unique_ptr<workbench::Workbench>> tryOpen(const Common &common, workbench::Access access)
{
    auto opened = workbench::Workbench::open(common.workspace, access, systemClock());
    if (opened) {
        for (const workbench::UnreadPlaybook &unread : (*opened)->unreadPlaybooks())
            sayError("plumb: version {} of the playbook cannot be read by this program ({}); the one before it holds\n",
                     unread.version, unread.why.subject);
    }
    return opened;
}

Exit failOpen(const Common &common, const support::Error &error)
{
    if (error.code != support::ErrorCode::FileMissing)
        return fail(common, error, Exit::CannotOpen);
    return fail(common, error,
                fmt::format("There is no workspace {0}: check the path, or make it with “plumb init {0}”.", common.workspace),
                Exit::CannotOpen);
}

std::unique_ptr<workbench::Workbench> open(const Common &common, workbench::Access access)
{
    auto opened = tryOpen(common, access);
    if (opened)
        return *std::move(opened);
    failOpen(common, opened.error());
    return nullptr;
}

support::Result<support::Instant> instantOf(const workbench::Workbench &workbench, const std::string &text)
{
    if (text.empty())
        return workbench.now();
    if (const auto day = support::parseDate(text))
        return workbench.timeZone().startOf(*day + 1) - support::Duration{1};
    const auto instant = support::parseInstant(text);
    return instant ? instant : support::failure(support::ErrorCode::BadTime, text, ""); // a day would have done as well
}

void noteAhead(const workbench::Workbench &workbench, const Common &common, support::Instant asOf)
{
    const support::TimeZone zone = workbench.timeZone();
    const support::Date today = zone.dateOf(workbench.now());
    if (zone.dateOf(asOf) <= today)
        return;
    std::string newest;
    if (workbench.facts() > 0)
        newest = fmt::format("the newest record is of {}, and ", support::toText(zone.dateOf(workbench.dataTime())));
    const std::string message = fmt::format("{} is still to come (today is {}): {}nothing is known of what happens until then",
                                            common.asOf, support::toText(today), newest);
    if (common.json)
        writeError(nlohmann::ordered_json{{"note", {{"code", "as_of_ahead"}, {"message", message}}}}.dump() + '\n');
    else
        sayError("note: {}\n", message);
}

bool chinese()
{
    for (const char *variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char *value = std::getenv(variable);
        if (value && *value != '\0')
            return std::string_view(value).starts_with("zh");
    }
    return false;
}

const std::string &shown(const domain::Label &label)
{
    return (chinese() && !label.zh.empty()) || label.en.empty() ? label.zh : label.en;
}

namespace {

/// "12.3 MB a second, 8 seconds left".
std::string paceText(const support::Pace &pace, std::string_view unit)
{
    constexpr double mega = 1e6;
    constexpr std::uint64_t minute = 60;
    const std::string rate = unit == "MB" ? fmt::format("{:.1f}", pace.perSecond / mega) : fmt::format("{:.0f}", pace.perSecond);
    const bool isLong = pace.secondsLeft > 2 * minute;
    const std::string left =
        isLong ? fmt::format("{} minutes", (pace.secondsLeft + minute - 1) / minute) : counted(pace.secondsLeft, "second");
    return fmt::format("{} {} a second, {} left", rate, unit, left);
}

} // namespace

ProgressLine::ProgressLine(std::string_view what, std::string_view unit) : m_what(what), m_unit(unit) {}

ProgressLine::~ProgressLine()
{
    if (m_shown)
        sayError("\r\033[K");
}

workbench::OnProgress ProgressLine::heard()
{
    if (isatty(fileno(stderr)) == 0)
        return {};
    return [this](workbench::Progress progress) { show(progress); };
}

void ProgressLine::show(workbench::Progress progress)
{
    m_shown = true;
    std::string line = "\r\033[K" + m_what + ' ';
    if (progress.total == 0)
        line += fmt::format("{}", progress.done);
    else
        line += fmt::format("{} %", 100 * progress.done / progress.total);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - m_begun;
    if (const auto pace = support::paceOf(progress.done, progress.total, taken.count()))
        line += ", " + paceText(*pace, m_unit);
    writeError(line);
}

std::stop_token interruptToken()
{
    // A handler may do no more than set this, on whichever thread it runs; another passes it on.
    static std::atomic<bool> asked = false;
    static_assert(std::atomic<bool>::is_always_lock_free);
    static std::jthread watcher;
    if (!watcher.joinable()) {
        const auto ask = [](int) { asked = true; };
        std::signal(SIGINT, ask);
        std::signal(SIGTERM, ask);
        if (std::signal(SIGHUP, ask) == SIG_IGN) // under nohup the terminal may go
            std::signal(SIGHUP, SIG_IGN);
        watcher = std::jthread([](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                if (asked)
                    interrupted.request_stop();
                std::this_thread::sleep_for(std::chrono::milliseconds(50));
            }
        });
    }
    return interrupted.get_token();
}

} // namespace plumb
