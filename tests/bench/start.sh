#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
# Budget 10: from the start of the desktop to the painted Today of a workspace, against the same program with an empty window.
# usage: tests/bench/start.sh <plumbline> <workspace> [runs]
set -euo pipefail

program=${1:?the plumbline program}
workspace=${2:?a workspace file}
runs=${3:-9}
picture=$(mktemp --suffix=.png)
trap 'rm -f "$picture"' EXIT
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} QT_LOGGING_RULES=plumbline.start.debug=true

# painted <what> [workspace]: the milliseconds that the program says it took until then.
painted() {
    "$program" --render "$picture" "${@:2}" 2>&1 | sed -n "s/.*$1 painted after \([0-9]*\) ms.*/\1/p"
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

today=() empty=()
for ((run = 0; run < runs; ++run)); do
    today+=("$(painted Today "$workspace")")
    empty+=("$(painted window)")
done
a=$(printf '%s\n' "${today[@]}" | median)
b=$(printf '%s\n' "${empty[@]}" | median)
awk -v a="$a" -v b="$b" -v n="$runs" 'BEGIN { printf "Today painted %d ms, empty window %d ms, ratio %.2f (medians of %d)\n", a, b, a / b, n }'
