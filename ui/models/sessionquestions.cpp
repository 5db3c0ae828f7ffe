// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/session.h"

#include <utility>

namespace ui {

namespace {

constexpr std::size_t searchLimit = 12;
constexpr std::size_t countedLimit = 200;

/// Tells what failed, unless it was stopped.
template <class Answer>
bool succeeded(const support::Result<Answer> &answer, Session &session)
{
    if (!answer && answer.error().code != support::ErrorCode::Cancelled)
        Q_EMIT session.failed(answer.error());
    return answer.has_value();
}

} // namespace

void Session::askToday()
{
    if (!m_workbench)
        return;
    m_reach.compared = comparedAsOf();
    m_todayErrand.ask([workbench = m_workbench, scope = m_view.scope, asOf = asOf(),
                       reach = m_reach](std::stop_token stop) { return workbench->today(scope, asOf, std::move(stop), reach); },
                      [this](const support::Result<workbench::Today> &today) {
                          if (succeeded(today, *this))
                              Q_EMIT todayReady(*today);
                          prepareSearch();
                      });
}

void Session::askBelow(std::size_t count)
{
    m_reach.below = count;
    askToday();
}

void Session::askLeads(std::size_t count)
{
    m_reach.leads = count;
    askToday();
}

void Session::askCounted(workbench::Counted which)
{
    if (!m_workbench)
        return;
    m_countedErrand.ask(
        [workbench = m_workbench, scope = m_view.scope, asOf = asOf(), which](std::stop_token stop) {
            return workbench->counted(scope, asOf, which, countedLimit, std::move(stop));
        },
        [this](const support::Result<workbench::CountedDeals> &counted) {
            if (succeeded(counted, *this))
                Q_EMIT countedReady(*counted);
        });
}

void Session::askDeal(const domain::DealId &deal)
{
    if (!m_workbench)
        return;
    auto &errand = m_dealErrands[deal.text()];
    if (!errand)
        watch(*(errand = std::make_unique<Errand>(m_readers)));
    errand->ask([workbench = m_workbench, deal,
                 asOf = asOf()](std::stop_token stop) { return workbench->deal(deal, asOf, std::move(stop)); },
                [this, deal](const support::Result<workbench::DealPage> &page) {
                    if (page)
                        Q_EMIT dealReady(*page);
                    else
                        Q_EMIT dealFailed(deal, page.error());
                });
}

void Session::askStatus()
{
    if (!m_workbench)
        return;
    m_statusErrand.ask([workbench = m_workbench](const std::stop_token &) { return statusOf(*workbench); },
                       [this](const DataStatus &status) {
                           m_status = status;
                           Q_EMIT statusChanged();
                       });
}

void Session::askOrganisation()
{
    if (!m_workbench)
        return;
    m_organisationErrand.ask(
        [workbench = m_workbench, asOf = asOf()](const std::stop_token &) { return workbench->organisation(asOf); },
        [this](const std::vector<workbench::TeamView> &teams) { Q_EMIT organisationReady(teams); });
}

void Session::prepareSearch()
{
    if (m_searchPrepared || !m_workbench)
        return;
    m_searchPrepared = true;
    m_namesErrand.ask(
        [workbench = m_workbench](const std::stop_token &stop) {
            workbench->prepareSearch(stop);
            return true;
        },
        [](bool) {});
}

void Session::search(const QString &text)
{
    if (!m_workbench)
        return;
    m_searchErrand.ask([workbench = m_workbench, words = text.toStdString(),
                        asOf = asOf()](const std::stop_token &) { return workbench->search(words, searchLimit, asOf); },
                       [this, text](const std::vector<workbench::SearchHit> &hits) { Q_EMIT found(text, hits); });
}

void Session::askRecord(std::uint32_t number)
{
    if (!m_workbench)
        return;
    m_recordErrand.ask([workbench = m_workbench, number](const std::stop_token &) { return workbench->record(number); },
                       [this, number](const support::Result<std::string> &line) {
                           if (succeeded(line, *this))
                               Q_EMIT recordReady(number, QString::fromStdString(*line));
                       });
}

void Session::judgeMove(const domain::DealId &deal, const domain::StageId &stage)
{
    if (!m_workbench)
        return;
    m_moveErrand.ask(
        [workbench = m_workbench, deal, stage](const std::stop_token &) { return workbench->judgeMove(deal, stage); },
        [this, deal, stage](const support::Result<std::vector<workbench::UnmetCondition>> &unmet) {
            if (succeeded(unmet, *this))
                Q_EMIT moveJudged(deal, stage, *unmet);
        });
}

} // namespace ui
