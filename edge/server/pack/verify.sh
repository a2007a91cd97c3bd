#!/bin/sh
# Checks records of this pack with nothing but openssl: sh verify.sh [number ...], without a number all of them.
# The text that a proof proves: sed -n 's/^extra //p' proofs/N.tlog-proof | openssl base64 -d -A | tail -c +33
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sha256() { openssl dgst -sha256 -binary; }
bytes() { openssl base64 -d -A; }

# The head: origin, number of rows, root of the tree; signed with Ed25519.
head -n 3 checkpoint.txt > "$work/head"
size=$(sed -n 2p checkpoint.txt)
root=$(sed -n 3p checkpoint.txt)
{ printf '\060\052\060\005\006\003\053\145\160\003\041\000'; tr -d '\n' < public-key.txt | bytes; } > "$work/key"
sed -n '5s/.* //p' checkpoint.txt | tr -d '\n' | bytes | tail -c 64 > "$work/signature"
if ! openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key" -rawin -in "$work/head" \
  -sigfile "$work/signature" > "$work/said" 2>&1; then
  echo "checkpoint.txt: this head is not signed with the key of the box"
  exit 1
fi

# row = SHA-256("flowviz/ledger/v1" LF, hash of the row before, SHA-256(text)); leaf = SHA-256(00, row);
# node = SHA-256(01, left, right), up to the root (RFC 9162, 2.1.3.2).
stands() {
  [ -f "proofs/$1.tlog-proof" ] || return 1
  sed -n 's/^extra //p' "proofs/$1.tlog-proof" | tr -d '\n' | bytes > "$work/extra"
  tail -c +33 "$work/extra" | sha256 > "$work/text"
  { printf 'flowviz/ledger/v1\n'; head -c 32 "$work/extra"; cat "$work/text"; } | sha256 > "$work/row"
  hash=$(od -An -v -tx1 "$work/row" | tr -d ' \n')
  grep -q "^{\"seq\":$1,\"hash\":\"$hash\"," records.json || return 1
  { printf '\000'; cat "$work/row"; } | sha256 > "$work/node"
  at=$(($1 - 1))
  last=$((size - 1))
  [ "$at" -le "$last" ] || return 1
  for sibling in $(sed '1,3d;/^$/q' "proofs/$1.tlog-proof"); do
    [ "$last" -gt 0 ] || return 1
    printf %s "$sibling" | bytes > "$work/sibling"
    if [ $((at % 2)) -eq 1 ] || [ "$at" -eq "$last" ]; then
      { printf '\001'; cat "$work/sibling" "$work/node"; } | sha256 > "$work/above"
      while [ $((at % 2)) -eq 0 ] && [ "$at" -ne 0 ]; do
        at=$((at / 2))
        last=$((last / 2))
      done
    else
      { printf '\001'; cat "$work/node" "$work/sibling"; } | sha256 > "$work/above"
    fi
    mv "$work/above" "$work/node"
    at=$((at / 2))
    last=$((last / 2))
  done
  [ "$last" -eq 0 ] && [ "$(openssl base64 -A < "$work/node")" = "$root" ]
}

[ $# -gt 0 ] || set -- $(sed -n 's/^{"seq":\([0-9]*\),.*/\1/p' records.json)
bad=0
for seq in "$@"; do
  if stands "$seq"; then continue; fi
  echo "No. $seq does not stand in the ledger as it is here"
  bad=1
done
[ "$bad" -eq 0 ] && echo "$# records stand in the ledger $(sed -n 1p checkpoint.txt) under a signed head of $size rows"
