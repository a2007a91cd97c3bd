import { readFileSync } from 'node:fs'

/** Goes into each pack: how to check it with nothing of ours. */
export const VERIFY_SH = readFileSync(new URL('./verify.sh', import.meta.url), 'utf8')

export const README = `Records of a plant, for an audit.

pack.pdf         the records on paper, in volumes when they are many
records.json     the same records, one on each line; "body" is the exact text that was hashed
records.csv      the same records as a table
proofs/          one file a record: that it stands in the tree whose head the plant's box signed (C2SP tlog-proof)
checkpoint.txt   that head, signed (C2SP tlog-checkpoint); receipt.txt: the same, countersigned by headquarters
public-key.txt   the public key of the box, Ed25519, base64; compare it with the one that you were given otherwise
manifest.json    SHA-256 of each file; root_fits false, or a number in broken: the plant's ledger was tampered with
verify.sh        checks the proofs with openssl alone

Check the whole pack, offline and without the plant:
  flowviz pack verify pack.zip --public-key "$(cat public-key.txt)"
or, with nothing of FlowViz, in the folder where it was unpacked:
  sh verify.sh              all records; sh verify.sh 12 34 checks two of them

Each names the records that do not hold. Either takes the key from whoever gave you the pack: a key that came by another
way says whose box it was. What stands beside a record and not in its text (names of people, codes of lots, states of
reviews and signatures) was looked up when the pack was made, and so was the paper: for these, compare the SHA-256 of the
whole file with the one in the plant's ledger, event pack.made.
`
