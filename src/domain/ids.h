// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/id.h"

namespace domain {

using TeamId = support::Id<struct TeamTag>;
using PersonId = support::Id<struct PersonTag>;
using CustomerId = support::Id<struct CustomerTag>;
using ContactId = support::Id<struct ContactTag>;
using ProductId = support::Id<struct ProductTag>;
using LeadId = support::Id<struct LeadTag>;
using DealId = support::Id<struct DealTag>;
using ActivityId = support::Id<struct ActivityTag>;
using EvidenceId = support::Id<struct EvidenceTag>;
using AssessmentId = support::Id<struct AssessmentTag>;
using ArticleId = support::Id<struct ArticleTag>;
using TaskId = support::Id<struct TaskTag>;
using AliasId = support::Id<struct AliasTag>; ///< an id that another system uses for a thing known by its own

// Names that a playbook gives.
using PipelineId = support::Id<struct PipelineTag>;
using StageId = support::Id<struct StageTag>;
using RoleId = support::Id<struct RoleTag>;
using FieldId = support::Id<struct FieldTag>;
using ItemId = support::Id<struct ItemTag>;
using EvidenceKindId = support::Id<struct EvidenceKindTag>;
using CapabilityId = support::Id<struct CapabilityTag>;
using RuleId = support::Id<struct RuleTag>;

} // namespace domain
