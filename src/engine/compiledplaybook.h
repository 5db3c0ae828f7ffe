// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/playbook.h"
#include "domain/symbols.h"
#include "engine/talkeffects.h"

#include "support/civil.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace engine {

/// Small numbers for the few symbols that a playbook names.
class Slots {
public:
    /// Gives `key` the next number unless it has one; returns its number. 0 is a name that no fact has used yet: it always gets
    /// a number of its own, under which nothing is found.
    std::size_t add(domain::SymbolKey key);
    [[nodiscard]] std::optional<std::size_t> find(domain::SymbolKey key) const
    {
        std::size_t at = place(key);
        while (m_table[at].key != 0 && m_table[at].key != key)
            at = (at + 1) & (m_table.size() - 1);
        return key != 0 && m_table[at].key == key ? std::optional<std::size_t>(m_table[at].slot) : std::nullopt;
    }
    [[nodiscard]] std::size_t size() const { return m_count; }

private:
    struct Entry {
        domain::SymbolKey key = 0; ///< 0: free
        std::uint32_t slot = 0;
    };

    /// Where to look first (Knuth, The Art of Computer Programming 3, 6.4: multiplicative hashing).
    [[nodiscard]] std::size_t place(domain::SymbolKey key) const { return key * 0x9E3779B1U >> m_shift; }
    void enter(Entry entry);

    // A table at most a quarter full, since every fact of every deal asks it.
    std::vector<Entry> m_table{4};
    unsigned m_shift = 30;
    std::size_t m_count = 0;
    std::size_t m_named = 0;
};

/// A value of a field in the engine's numbers: a day, or a hash of the text.
struct WantedValue {
    bool isDate;
    std::int64_t value;
};
[[nodiscard]] WantedValue wantedValue(std::string_view text);

/// What a stage's gate asks, in slots.
struct CompiledStage {
    const domain::Stage *stage = nullptr;
    domain::SymbolKey key = 0;
    std::vector<std::size_t> fields;
    std::vector<std::vector<WantedValue>> values; ///< by field: one of these; none: any
    std::vector<std::size_t> items;
    std::vector<std::vector<std::size_t>> evidenceKinds; ///< one list of kinds an action
    std::vector<std::size_t> roles;
    bool asksNothing = true;
};

struct CompiledPipeline {
    const domain::Pipeline *pipeline = nullptr;
    domain::SymbolKey key = 0;
    std::vector<CompiledStage> stages;
    Slots stageSlots;

    /// The place of a stage, from 0; nothing for a stage that the pipeline does not have.
    [[nodiscard]] std::optional<int> place(domain::SymbolKey stage) const;
};

/// A playbook with its names looked up once, ready to be asked a million times.
class CompiledPlaybook {
public:
    // Attributes that every deal has stand before the playbook's own fields.
    enum BuiltIn : std::size_t { Amount, CloseDate, NextStep, FirstContactChannel, BuiltIns };

    CompiledPlaybook(domain::Playbook playbook, domain::Interner &symbols);
    ~CompiledPlaybook() = default;
    CompiledPlaybook(const CompiledPlaybook &) = delete;
    CompiledPlaybook &operator=(const CompiledPlaybook &) = delete;

    [[nodiscard]] const domain::Playbook &playbook() const { return m_playbook; }
    [[nodiscard]] const std::vector<CompiledPipeline> &pipelines() const { return m_pipelines; }
    /// The place of the pipeline in `pipelines()`.
    [[nodiscard]] std::optional<std::size_t> pipeline(domain::SymbolKey key) const { return m_pipelineSlots.find(key); }

    [[nodiscard]] const Slots &roles() const { return m_roles; }
    [[nodiscard]] const Slots &fields() const { return m_fields; } ///< slot + BuiltIns
    [[nodiscard]] const Slots &items() const { return m_items; }
    [[nodiscard]] const Slots &evidenceKinds() const { return m_evidenceKinds; }
    [[nodiscard]] const Slots &rules() const { return m_rules; }
    /// The slot of a required field by its id, built in or the playbook's own.
    [[nodiscard]] std::optional<std::size_t> fieldSlot(const domain::FieldId &field) const;
    [[nodiscard]] std::optional<std::size_t> kindSlot(const domain::EvidenceKindId &kind) const;

    [[nodiscard]] bool isKeyEvidence(std::size_t kindSlot) const { return m_keyEvidence.at(kindSlot); }
    [[nodiscard]] const TalkEffects &talkEffects() const { return m_talkEffects; }
    [[nodiscard]] std::optional<std::size_t> serviceEndSlot() const { return m_serviceEnd; }
    [[nodiscard]] std::optional<std::size_t> bidSlot() const { return m_bid; }

private:
    void compileNames(domain::Interner &symbols);
    [[nodiscard]] CompiledStage compileStage(const domain::Stage &stage, domain::Interner &symbols);

    domain::Playbook m_playbook;
    std::vector<CompiledPipeline> m_pipelines;
    Slots m_pipelineSlots;
    Slots m_roles;
    Slots m_fields;
    Slots m_items;
    Slots m_evidenceKinds;
    Slots m_rules;
    std::vector<std::pair<domain::FieldId, std::size_t>> m_fieldIds;
    std::vector<std::pair<domain::EvidenceKindId, std::size_t>> m_kindIds;
    std::vector<bool> m_keyEvidence;
    TalkEffects m_talkEffects;
    std::optional<std::size_t> m_serviceEnd;
    std::optional<std::size_t> m_bid;
};

} // namespace engine
