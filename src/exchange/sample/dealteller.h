// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/sample/course.h"

namespace exchange::sample {

/// What every part of a telling needs.
struct World {
    const Spec &spec;
    const Organisation &organisation;
    Facts &facts;
    const std::function<void(const Truth &)> &truth;
};

/// Tells one deal's course as facts: its moves and everything that people do and leave behind on the way.
class DealTeller {
public:
    DealTeller(const World &world, const Buyer &buyer, const Course &course);

    void tell();

private:
    // The deal itself: dealfacts.cpp.
    void tellCreation();
    void tellMoves();
    void tellCloses();
    void tellAmounts();
    void tellCategories();
    void tellEnd();
    void tellPayments();
    void tellLabels();

    // What the gates ask for: dealproofs.cpp.
    void tellRoles();
    void tellChecks();
    void tellFields();
    void tellRatings();
    void tellSeals();
    void tellProofs();
    void proveDemo(support::Instant demo);
    void prove(std::string_view kind, std::string_view title, support::Instant when);
    void field(std::string_view id, std::string_view words, support::Instant when);

    // Who spoke with whom: dealtalk.cpp.
    void tellTouches();
    void firstContact();
    void touch(support::Instant when);
    void customerStarts(const Topic &topic, const Buyer::Speaker &speaker, support::Instant when);
    void weStart(const Topic &topic, const Buyer::Speaker &speaker, support::Instant when);
    [[nodiscard]] domain::ActivityKind kindOfTouch(Habit habit);
    [[nodiscard]] std::int64_t secondsOfTouch(Habit habit, domain::ActivityKind kind);
    [[nodiscard]] Exchange repliedWith(const Topic &topic, support::Instant when);
    void reply(const Topic &topic, const Buyer::Speaker &speaker, support::Instant when);
    void planNext(support::Instant when);
    void pretendVisits(support::Instant when);

    // Occasions: dealoccasions.cpp.
    void tellDemo();
    void answerDemo(const Topic &topic, const Buyer::Speaker &speaker);
    void tellMaterials();
    void tellMaterialsOnRequest(support::Instant before);
    void tellMeetings();
    void tellTender();
    void tellOpenInquiries();
    void tellRivalPrice();

    struct Talk {
        domain::ActivityKind kind;
        domain::Direction direction;
        std::string words;
        std::int64_t seconds = 0;
        std::string_view material = {};
        bool automatic = true;
        bool attended = true;
    };
    void say(const Talk &talk, const Buyer::Speaker *speaker, const When &when);

    [[nodiscard]] const std::string &actorAt(support::Instant when) const { return m_course.ownerAt(when).id; }
    [[nodiscard]] bool active(support::Instant when) const
    {
        return when < m_course.end && when < m_course.quietFrom && when <= m_world.spec.asOf;
    }
    /// When what our side did at `occurred` gets into the system, by the habit of whoever did it.
    [[nodiscard]] When typed(support::Instant occurred, bool automatic);
    [[nodiscard]] Topic topicAt(support::Instant when, const Buyer::Speaker &speaker);
    [[nodiscard]] const Buyer::Speaker &speakerAt(support::Instant when);
    /// Whether the customer says nothing at `when`, whatever we do.
    [[nodiscard]] bool unanswering(support::Instant when) const;
    /// Whether our side writes something concrete at `when`.
    [[nodiscard]] bool substantial(support::Instant when);
    /// A moment in office hours about so far into a stay.
    [[nodiscard]] support::Instant inside(std::pair<support::Instant, support::Instant> stay, std::int64_t percent);

    const World &m_world;
    const Buyer &m_buyer;
    const Course &m_course;
    Random m_random;
    Random m_talk;
    // Their own sequences, because they are drawn from among the arguments of calls that draw from the others.
    Random m_typing;
    Random m_pace;
    std::string m_address; ///< of the person last spoken with
    int m_activities = 0;
    int m_files = 0;
    int m_unanswered = 0;
    std::size_t m_turn = 0;
    bool m_praised = false;
    bool m_hard = false; ///< honestly called hard: nobody praises us here
};

} // namespace exchange::sample
