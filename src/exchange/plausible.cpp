// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/plausible.h"

#include <variant>

namespace exchange {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

struct NamedAmount {
    std::string_view key;
    const domain::Decimal *amount = nullptr;
};

const domain::Decimal *given(const std::optional<domain::Decimal> &amount)
{
    return amount ? &*amount : nullptr;
}

NamedAmount amountOf(const domain::EventBody &body)
{
    if (const auto *set = std::get_if<domain::AmountSet>(&body))
        return {"amount", &set->amount};
    if (const auto *payment = std::get_if<domain::PaymentReceived>(&body))
        return {"amount", &payment->amount};
    if (const auto *won = std::get_if<domain::Won>(&body))
        return {"amount", given(won->amount)};
    return {};
}

NamedAmount amountOf(const domain::Fact &fact)
{
    if (const auto *event = std::get_if<domain::DealEvent>(&fact))
        return amountOf(event->body);
    if (const auto *target = std::get_if<domain::Target>(&fact))
        return {"amount", &target->amount};
    if (const auto *product = std::get_if<domain::Product>(&fact))
        return {"list_price", given(product->listPrice)};
    return {};
}

Result<void> notAhead(std::string_view key, support::Instant at, support::Instant now)
{
    // The clocks of two machines may differ, and a day without its hour may have begun elsewhere.
    constexpr support::Duration slack = support::days(1);
    if (at <= now + slack)
        return {};
    return failure(ErrorCode::OutOfRange, std::string(key) + '=' + support::toText(at),
                   "this is still to come, and a fact tells what has happened: write when it did");
}

/// A won amount that leaves its currency to its deal is kept in thousandths.
Result<void> fitsAnyCurrency(const domain::Fact &fact)
{
    const auto *event = std::get_if<domain::DealEvent>(&fact);
    const auto *won = event ? std::get_if<domain::Won>(&event->body) : nullptr;
    if (won == nullptr || !won->amount || won->currency || won->amount->in(support::Currency::parse("KWD").value()))
        return {};
    return failure(ErrorCode::BadMoney, "amount=" + won->amount->text(),
                   "an amount without a currency is written with at most three decimals: name its currency");
}

} // namespace

Result<void> plausible(const domain::Record &record, support::Instant now)
{
    if (const auto occurred = notAhead("occurred_at", record.occurredAt(), now); !occurred)
        return occurred;
    if (const auto recorded = notAhead("recorded_at", record.recordedAt(), now); !recorded)
        return recorded;
    const NamedAmount named = amountOf(record.fact());
    if (named.amount != nullptr && named.amount->text().starts_with('-'))
        return failure(ErrorCode::OutOfRange, std::string(named.key) + '=' + named.amount->text(),
                       "an amount is not below zero: write what is paid");
    return fitsAnyCurrency(record.fact());
}

} // namespace exchange
