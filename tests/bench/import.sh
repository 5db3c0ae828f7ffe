#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
# A list of many deals as a CRM exports it, imported by the command line: time and memory.
# usage: tests/bench/import.sh <plumb> [deals]
set -euo pipefail

plumb=${1:?the plumb program}
deals=${2:-1000000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

awk -v deals="$deals" 'BEGIN {
    split("Prospecting,Qualification,Needs Analysis,Value Proposition,Proposal/Price Quote,Negotiation/Review", stage, ",")
    print "Id,Name,AccountId,Account.Name,StageName,Amount,CurrencyIsoCode,OwnerId,Owner.Name,CreatedDate,LastModifiedDate,CloseDate"
    for (i = 1; i <= deals; ++i) {
        customer = i % (deals / 5 + 1)
        printf "006%012d,Renewal %d,001%012d,Customer %d,%s,%d.50,CNY,005%09d,Rep %d,2025-%02d-%02d,2026-%02d-%02d,2026-12-%02d\n",
            i, i, customer, customer, stage[i % 6 + 1], i * 37 % 900000, i % 500, i % 500,
            i % 12 + 1, i % 28 + 1, i % 9 + 1, i % 28 + 1, i % 28 + 1
    }
}' >"$folder/opportunities.csv"

"$plumb" init "$folder/w.plumb" --timezone Asia/Shanghai >"$folder/log"
before=$(awk '{ print $14 + $15 + $16 + $17 }' /proc/$$/stat)
start=$(date +%s.%N)
"$plumb" import "$folder/w.plumb" "$folder/opportunities.csv" --json >"$folder/report" 2>>"$folder/log" &
import=$!
most=0
while kill -0 "$import" 2>/dev/null; do
    now=$(awk '/^VmHWM:/ { print $2 }' "/proc/$import/status" 2>/dev/null || true)
    most=$((${now:-0} > most ? ${now:-0} : most))
    sleep 0.2
done
wait "$import"
end=$(date +%s.%N)
after=$(awk '{ print $14 + $15 + $16 + $17 }' /proc/$$/stat)
awk -v deals="$deals" -v wall="$start $end" -v ticks=$((after - before)) -v hz="$(getconf CLK_TCK)" -v kb="$most" \
    -v csv="$(stat -c %s "$folder/opportunities.csv")" 'BEGIN {
        split(wall, at, " ")
        printf "%d deals (%.0f MB) imported in %.1f s (%.1f s of processor), %.0f MB of memory at most\n",
            deals, csv / 1e6, at[2] - at[1], ticks / hz, kb / 1024
    }'
