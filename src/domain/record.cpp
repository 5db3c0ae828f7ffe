// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/record.h"

#include <algorithm>

namespace domain {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

using Check = Result<void>;

template <class T>
Check checkFact(const T &)
{
    return {};
}

Check checkMoney(const Decimal &amount, support::Currency currency)
{
    if (const auto money = amount.in(currency); !money)
        return tl::unexpected(money.error());
    return {};
}

Check checkMoney(const std::optional<Decimal> &amount, const std::optional<support::Currency> &currency)
{
    return amount && currency ? checkMoney(*amount, *currency) : Check();
}

Check checkFact(const AmountSet &body)
{
    return checkMoney(body.amount, body.currency);
}
Check checkFact(const PaymentReceived &body)
{
    return checkMoney(body.amount, body.currency);
}
Check checkFact(const Won &body)
{
    return checkMoney(body.amount, body.currency);
}
Check checkFact(const Product &product)
{
    return checkMoney(product.listPrice, product.currency);
}

Check checkFact(const DealEvent &event)
{
    return std::visit([](const auto &body) { return checkFact(body); }, event.body);
}

Check checkFact(const Membership &membership)
{
    if (membership.to && *membership.to < membership.from)
        return failure(ErrorCode::OutOfRange, "to", "a membership ends before it starts");
    return {};
}

Check checkFact(const Activity &activity)
{
    if (!activity.deal && !activity.customer)
        return failure(ErrorCode::MissingKey, "deal", "an activity names a deal or a customer");
    if (activity.lat.has_value() != activity.lon.has_value())
        return failure(ErrorCode::MissingKey, activity.lat ? "lon" : "lat", "a place has a latitude and a longitude");
    return {};
}

Check checkFact(const Target &target)
{
    if (!target.person && !target.team)
        return failure(ErrorCode::MissingKey, "person", "a target names a person or a team");
    if (target.person && target.team)
        return failure(ErrorCode::BadChoice, "team", "a target names a person or a team, not both");
    return checkMoney(target.amount, target.currency);
}

Check checkFact(const FlagDecision &decision)
{
    const int subjects = int(decision.deal.has_value()) + int(decision.lead.has_value()) + int(decision.person.has_value());
    if (subjects == 0)
        return failure(ErrorCode::MissingKey, "deal", "a decision names a deal, a lead or a person");
    if (subjects > 1)
        return failure(ErrorCode::BadChoice, "deal", "a decision names one subject");
    if (decision.act == FlagAct::Snoozed && !decision.until)
        return failure(ErrorCode::MissingKey, "until", "a snoozed flag says until when");
    if (decision.act == FlagAct::Dismissed && !decision.reason)
        return failure(ErrorCode::MissingKey, "reason", "a dismissed flag says why");
    return {};
}

} // namespace

Record::Record(Fact fact, Times times, Extras extras) : m_fact(std::move(fact)), m_times(times), m_extras(std::move(extras)) {}

Result<Record> Record::make(Fact fact, Times times, Extras extras)
{
    if (const Check check = std::visit([](const auto &value) { return checkFact(value); }, fact); !check)
        return tl::unexpected(check.error());
    std::ranges::sort(extras);
    const auto sameKey = [](const auto &a, const auto &b) { return a.first == b.first; };
    if (const auto twice = std::ranges::adjacent_find(extras, sameKey); twice != extras.end())
        return failure(ErrorCode::BadSyntax, twice->first, "a key stands twice");
    return Record(std::move(fact), times, std::move(extras));
}

std::string_view typeName(const Fact &fact)
{
    return std::visit([](const auto &value) { return std::decay_t<decltype(value)>::type; }, fact);
}

} // namespace domain
