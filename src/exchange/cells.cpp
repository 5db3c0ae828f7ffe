// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/cells.h"

#include "domain/valuetext.h"
#include "exchange/textcell.h"
#include "exchange/zonecurrency.h"
#include "support/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace exchange {

namespace {

std::string answerTo(const std::map<std::string, std::string> &answers, QuestionCode code, const std::string &subject)
{
    const auto found = answers.find(Question{code, subject, {}, {}, {}}.key());
    return found == answers.end() ? std::string() : found->second;
}

/// A custom field's value: a JSON number where the cell is one in its plainest spelling, else a JSON string.
std::string jsonValue(const std::string &text)
{
    double number = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool plain =
        status == std::errc() && end == text.data() + text.size() && text.size() <= 15 && domain::numberText(number) == text;
    return plain ? text : nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// Whether a cell shows what a formula came to grief with, in a column that a row can do without: without what says which thing
/// it is, where that stands, when and for how much, another row would be made of it.
bool canGo(const std::string &cell, Meaning meaning)
{
    constexpr std::array needed{Meaning::DealId,     Meaning::Stage,        Meaning::Outcome,   Meaning::CustomerId,
                                Meaning::OwnerId,    Meaning::ProductId,    Meaning::LeadId,    Meaning::ContactId,
                                Meaning::ActivityId, Meaning::ActivityKind, Meaning::Direction, Meaning::Behaviour,
                                Meaning::DealName};
    return isErrorValue(cell) && !holdsDates(meaning) && !holdsMoney(meaning)
           && std::ranges::find(needed, meaning) == needed.end();
}

/// Whether `decimal` has digits behind the point that `currency` cannot pay.
bool isFiner(const std::string &decimal, support::Currency currency)
{
    const std::size_t point = decimal.find('.');
    return point != std::string::npos
           && decimal.find_first_not_of('0', point + 1 + static_cast<std::size_t>(currency.exponent())) != std::string::npos;
}

} // namespace

std::string customKey(const std::string &header)
{
    static const std::set<std::string, std::less<>> taken{"type",
                                                          "id",
                                                          "name",
                                                          "customer",
                                                          "pipeline",
                                                          "owner",
                                                          "team",
                                                          "product",
                                                          "currency",
                                                          "lead",
                                                          "occurred_at",
                                                          "recorded_at",
                                                          "source",
                                                          "channel",
                                                          "industry",
                                                          "size",
                                                          "region",
                                                          "behaviour",
                                                          "kind",
                                                          "deal",
                                                          "title",
                                                          "phone",
                                                          "email",
                                                          "line",
                                                          "list_price",
                                                          "role",
                                                          "level",
                                                          "active",
                                                          "lat",
                                                          "lon",
                                                          "first_contact_channel"};
    return taken.contains(header) ? header + '_' : header;
}

TableColumns::TableColumns(const TableUse &use, const Profile &system, const std::map<std::string, std::string> &answers,
                           const ImportContext &context)
    : table(use)
    , profile(system)
    , zone(context.zone)
    , currency(system.currency)
    , future(context.zone.startOf(context.lastDay() + 1))
{
    for (std::size_t i = 0; i < use.columns.size(); ++i) {
        const ColumnUse &column = use.columns[i];
        places.at(static_cast<std::size_t>(column.meaning)).push_back(i);
        const std::string order = answerTo(answers, QuestionCode::DateOrder, column.header);
        const DateOrder usual = column.usualOrder.value_or(usualOrderOf(context.zone));
        const DateOrder answered = order.empty() ? usual : order == "mdy" ? DateOrder::MonthFirst : DateOrder::DayFirst;
        orders.push_back(column.order.value_or(answered));
        const std::string sign = answerTo(answers, QuestionCode::DecimalSign, column.header);
        signsDoubtful.push_back(sign.empty() && column.signDoubtful);
        signs.push_back(sign.empty() ? column.sign : sign == "comma" ? DecimalSign::Comma : DecimalSign::Point);
    }
    if (const auto answered = support::Currency::parse(answerTo(answers, QuestionCode::Currency, "")))
        currency = *answered;
    currencyAssumed = !currency;
    if (!currency)
        currency = context.assumedCurrency();
}

std::optional<Trouble> Cells::lostText() const
{
    for (std::size_t i = 0; i < m_columns.table.columns.size(); ++i) {
        const ColumnUse &column = m_columns.table.columns[i];
        if (!isErrorValue(m_row.at(i)) || column.meaning == Meaning::Ignored)
            continue;
        Trouble trouble{RefusalReason::ErrorValue, column.header, m_row.at(i)};
        if (!canGo(m_row.at(i), column.meaning))
            return trouble;
        m_leftOut.push_back(std::move(trouble));
    }
    return std::nullopt;
}

std::optional<std::size_t> Cells::filled(Meaning meaning) const
{
    for (const std::size_t place : m_columns.places.at(static_cast<std::size_t>(meaning))) {
        if (!isPlaceholder(m_row.at(place), m_columns.profile.placeholders) && !canGo(m_row.at(place), meaning))
            return place;
    }
    return std::nullopt;
}

std::string Cells::text(Meaning meaning) const
{
    const auto place = filled(meaning);
    if (!place) {
        const auto constant = m_columns.table.constants.find(meaning);
        return constant == m_columns.table.constants.end() ? std::string() : constant->second;
    }
    std::string text = oneLine(m_row.at(*place));
    const auto spellings = m_columns.profile.values.find(meaning);
    if (spellings == m_columns.profile.values.end())
        return text;
    const auto spelling = spellings->second.find(text);
    if (spelling == spellings->second.end())
        return text;
    const bool translated = meaning == Meaning::Direction || meaning == Meaning::ActivityKind;
    if (!translated && !m_replaced.test(static_cast<std::size_t>(meaning)))
        m_notes.add("value_replaced", m_columns.table.columns[*place].header, text + " → " + spelling->second);
    m_replaced.set(static_cast<std::size_t>(meaning));
    return spelling->second;
}

Read<std::optional<DateCell>> Cells::dateCell(Meaning meaning) const
{
    const auto place = filled(meaning);
    if (!place)
        return std::nullopt;
    const auto cell = parseDateCell(m_row.at(*place), m_columns.orders[*place]);
    if (!cell)
        return trouble(meaning, RefusalReason::BadDate);
    return *cell;
}

Read<std::optional<support::Instant>> Cells::time(Meaning meaning) const
{
    return dateCell(meaning).map([&](const std::optional<DateCell> &cell) {
        return cell ? std::optional(instantOf(*cell, m_columns.zone)) : std::nullopt;
    });
}

Read<std::optional<support::Instant>> Cells::pastTime(Meaning meaning) const
{
    auto read = time(meaning);
    if (read && *read && **read >= m_columns.future)
        return trouble(meaning, RefusalReason::FutureDate);
    return read;
}

Read<std::optional<support::Instant>> Cells::pastTimeOrNone(Meaning meaning) const
{
    auto read = time(meaning);
    if (!read || !*read || **read < m_columns.future)
        return read;
    leaveOut(meaning, meaning == Meaning::CloseDate ? RefusalReason::FutureClose : RefusalReason::FutureDate);
    return std::nullopt;
}

Read<std::optional<support::Date>> Cells::date(Meaning meaning) const
{
    return dateCell(meaning).map(
        [](const std::optional<DateCell> &cell) { return cell ? std::optional(cell->date) : std::nullopt; });
}

bool Cells::isWholeDay(Meaning meaning) const
{
    const auto cell = dateCell(meaning);
    return cell && *cell && !(*cell)->time;
}

Read<std::optional<Amount>> Cells::money(Meaning meaning, std::optional<support::Currency> usual) const
{
    const auto place = filled(meaning);
    if (!place)
        return std::nullopt;
    const ColumnUse &column = m_columns.table.columns[*place];
    const auto money = parseMoneyCell(m_row.at(*place), m_columns.signs[*place], zerosOf(*place));
    if (!money)
        return trouble(meaning, RefusalReason::BadAmount);
    std::optional<support::Currency> currency = money->currency ? money->currency : column.currency;
    if (const std::string code = text(Meaning::Currency); !code.empty()) {
        const auto named = currencyNamed(code);
        if (!named)
            return trouble(Meaning::Currency, RefusalReason::BadCurrency);
        currency = *named;
    }
    if (!currency && m_columns.currencyAssumed)
        currency = usual;
    const support::Currency paid = currency.value_or(*m_columns.currency);
    if (isDoubtful(*money, *place, paid)) {
        leaveOut(meaning, RefusalReason::DoubtfulAmount);
        return std::nullopt;
    }
    const auto decimal = domain::Decimal::parse(wholeUnits(money->decimal, paid, column.header));
    if (!decimal)
        return trouble(meaning, RefusalReason::BadAmount);
    const Amount amount{*decimal, paid};
    const auto worth = amount.decimal.in(amount.currency);
    if (!worth)
        return trouble(meaning, RefusalReason::BadAmount);
    if (worth->minor < 0) {
        leaveOut(meaning, RefusalReason::NegativeAmount);
        return std::nullopt;
    }
    if (!currency && m_columns.currencyAssumed)
        m_notes.add("currency_assumed", amount.currency.text());
    return amount;
}

int Cells::zerosOf(std::size_t place) const
{
    return m_columns.table.columns[place].tenThousands && isPlainNumber(m_row.at(place)) ? 4 : 0;
}

bool Cells::isDoubtful(const MoneyCell &money, std::size_t place, support::Currency currency) const
{
    const std::size_t point = money.decimal.find('.');
    const std::size_t digits = point == std::string::npos ? 0 : money.decimal.size() - point - 1;
    const bool zero = money.decimal.find_first_not_of("0.") == std::string::npos;
    if (!m_columns.signsDoubtful[place] || zero || digits <= static_cast<std::size_t>(currency.exponent()))
        return false;
    const bool isPoint = m_columns.signs[place] == DecimalSign::Point;
    const auto other = parseMoneyCell(m_row.at(place), isPoint ? DecimalSign::Comma : DecimalSign::Point, zerosOf(place));
    return other && other->decimal != money.decimal;
}

std::string Cells::wholeUnits(const std::string &decimal, support::Currency currency, const std::string &column) const
{
    if (isFiner(decimal, currency))
        m_notes.add("amount_rounded", column, currency.text());
    return roundedTo(decimal, currency.exponent());
}

Read<std::optional<domain::Name>> Cells::name(Meaning meaning) const
{
    const std::string name = text(meaning);
    if (name.empty())
        return std::nullopt;
    const auto parsed = domain::Name::parse(name);
    if (!parsed)
        return trouble(meaning, RefusalReason::BadText);
    return *parsed;
}

Read<std::optional<domain::Text>> Cells::longText(Meaning meaning) const
{
    const auto place = filled(meaning);
    if (!place)
        return std::nullopt;
    const auto parsed = domain::Text::parse(support::trimmed(m_row.at(*place)));
    if (!parsed)
        return trouble(meaning, RefusalReason::BadText);
    return *parsed;
}

std::optional<domain::ForecastCategory> Cells::category() const
{
    const std::string word = text(Meaning::Category);
    std::string key = foldCase(word);
    std::ranges::replace(key, ' ', '_');
    const auto category = domain::fromWord<domain::ForecastCategory>(key);
    if (!word.empty() && !category)
        m_notes.add("word_unknown", std::string(exchange::name(Meaning::Category)), word);
    return category;
}

Read<std::optional<domain::Measures>> Cells::behaviour() const
{
    domain::Measures measures;
    for (const std::size_t place : m_columns.places.at(static_cast<std::size_t>(Meaning::Behaviour))) {
        const std::string &header = m_columns.table.columns[place].header;
        if (isPlaceholder(m_row.at(place), m_columns.profile.placeholders))
            continue;
        const auto number = parseMoneyCell(m_row.at(place), DecimalSign::Point);
        const auto value = number ? domain::parseDouble(number->decimal) : tl::unexpected(number.error());
        const auto key = domain::Name::parse(header);
        if (!value || !key)
            return tl::unexpected(Trouble{RefusalReason::BadNumber, header, m_row.at(place)});
        measures.emplace_back(*key, *value);
    }
    std::ranges::sort(measures);
    return measures.empty() ? std::nullopt : std::optional(measures);
}

domain::Extras Cells::extras(std::span<const Meaning> also) const
{
    domain::Extras extras;
    for (std::size_t place = 0; place < m_columns.table.columns.size(); ++place) {
        const Meaning meaning = m_columns.table.columns[place].meaning;
        const bool kept = meaning == Meaning::Custom || std::ranges::find(also, meaning) != also.end();
        if (!kept || isPlaceholder(m_row.at(place), m_columns.profile.placeholders) || isErrorValue(m_row.at(place)))
            continue;
        const std::string text(support::trimmed(m_row.at(place)));
        extras.emplace_back(customKey(m_columns.table.columns[place].header), domain::Json{jsonValue(text)});
    }
    return extras;
}

tl::unexpected<Trouble> Cells::trouble(Meaning meaning, RefusalReason reason) const
{
    const auto &places = m_columns.places.at(static_cast<std::size_t>(meaning));
    const auto place = filled(meaning);
    if (places.empty())
        return tl::unexpected(Trouble{reason, std::string(exchange::name(meaning)), {}});
    const std::size_t shown = place.value_or(places.front());
    return tl::unexpected(Trouble{reason, m_columns.table.columns[shown].header, m_row.at(shown)});
}

void Cells::leaveOut(Meaning meaning, RefusalReason reason) const
{
    m_leftOut.push_back(trouble(meaning, reason).value());
}

void Cells::notePlaceholders() const
{
    if (m_columns.profile.placeholders.empty())
        return;
    for (std::size_t i = 0; i < std::min(m_row.cells.size(), m_columns.table.columns.size()); ++i) {
        const std::string_view cell = support::trimmed(m_row.cells[i]);
        if (std::ranges::find(m_columns.profile.placeholders, cell) != m_columns.profile.placeholders.end())
            m_notes.add("placeholder", m_columns.table.columns[i].header, std::string(cell));
    }
}

} // namespace exchange
