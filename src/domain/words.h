// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace domain {

enum class TeamKind : std::uint8_t { Region, Team };
enum class PersonRole : std::uint8_t { Rep, Manager, Director, Ops, Qa, Presales, Legal, Product };
enum class PersonLevel : std::uint8_t { New, Junior, Senior, Consultant };
enum class ActivityKind : std::uint8_t { Call, Email, Chat, Visit, Meeting, Demo, File, Note, PageView, Tender, Feedback };
enum class Direction : std::uint8_t { In, Out, Internal };
enum class Origin : std::uint8_t { Manual, Auto };
enum class Verdict : std::uint8_t { Pending, Accepted, Rejected };
enum class ForecastCategory : std::uint8_t { Pipeline, BestCase, Commit, Omitted };
enum class AssessmentSource : std::uint8_t { Review, Simulation, Behaviour };
enum class ArticleKind : std::uint8_t { Case, Script, Template, FailureReview, Guide };
enum class FlagAct : std::uint8_t { Acknowledged, Snoozed, Resolved, Dismissed, Reopened };
enum class TaskKind : std::uint8_t { Task, AskRep, HandOver, Coaching };
enum class TaskState : std::uint8_t { Open, Done, Cancelled };

/// The words of an enumeration in the interchange format, in the order of its enumerators.
template <class E>
struct Words;

template <>
struct Words<TeamKind> {
    static constexpr std::array<std::string_view, 2> list{"region", "team"};
};
template <>
struct Words<PersonRole> {
    static constexpr std::array<std::string_view, 8> list{"rep", "manager",  "director", "ops",
                                                          "qa",  "presales", "legal",    "product"};
};
template <>
struct Words<PersonLevel> {
    static constexpr std::array<std::string_view, 4> list{"new", "junior", "senior", "consultant"};
};
template <>
struct Words<ActivityKind> {
    static constexpr std::array<std::string_view, 11> list{"call", "email", "chat",      "visit",  "meeting", "demo",
                                                           "file", "note",  "page_view", "tender", "feedback"};
};
template <>
struct Words<Direction> {
    static constexpr std::array<std::string_view, 3> list{"in", "out", "internal"};
};
template <>
struct Words<Origin> {
    static constexpr std::array<std::string_view, 2> list{"manual", "auto"};
};
template <>
struct Words<Verdict> {
    static constexpr std::array<std::string_view, 3> list{"pending", "accepted", "rejected"};
};
template <>
struct Words<ForecastCategory> {
    static constexpr std::array<std::string_view, 4> list{"pipeline", "best_case", "commit", "omitted"};
};
template <>
struct Words<AssessmentSource> {
    static constexpr std::array<std::string_view, 3> list{"review", "simulation", "behaviour"};
};
template <>
struct Words<ArticleKind> {
    static constexpr std::array<std::string_view, 5> list{"case", "script", "template", "failure_review", "guide"};
};
template <>
struct Words<FlagAct> {
    static constexpr std::array<std::string_view, 5> list{"acknowledged", "snoozed", "resolved", "dismissed", "reopened"};
};
template <>
struct Words<TaskKind> {
    static constexpr std::array<std::string_view, 4> list{"task", "ask_rep", "hand_over", "coaching"};
};
template <>
struct Words<TaskState> {
    static constexpr std::array<std::string_view, 3> list{"open", "done", "cancelled"};
};

template <class E>
constexpr std::string_view word(E value)
{
    return Words<E>::list.at(static_cast<std::size_t>(value));
}

template <class E>
constexpr std::optional<E> fromWord(std::string_view text)
{
    for (std::size_t i = 0; i < Words<E>::list.size(); ++i) {
        if (Words<E>::list[i] == text)
            return static_cast<E>(i);
    }
    return std::nullopt;
}

} // namespace domain
