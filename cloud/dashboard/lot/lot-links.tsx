import type { LotLinks as Links, LotLink } from '@flowviz/contract/hq-plant'
import { countText, sumText } from '@flowviz/contract/screen/format'
import { Marked } from '../part/marked.tsx'
import { lotMark } from './lot-mark.ts'

interface LotLinksProps {
  links: Links
  /** Address that shows another lot. */
  link: (lotId: string) => string
}

/** What a lot was made of, and what was made of it; each leads on. */
export function LotLinks({ links, link }: LotLinksProps) {
  const { parents, parents_next, children, children_next } = links
  return (
    <>
      <h3>Made of</h3>
      <LinkList rows={parents} more={parents_next !== null} link={link} none="Nothing that is known here." />
      <h3>Became</h3>
      <LinkList rows={children} more={children_next !== null} link={link} none="Nothing yet." />
    </>
  )
}

interface LinkListProps {
  rows: LotLink[]
  more: boolean
  link: (lotId: string) => string
  none: string
}

function LinkList({ rows, more, link, none }: LinkListProps) {
  if (rows.length === 0) return <p class="quiet">{none}</p>
  return (
    <>
      <ul class="lot-list">
        {rows.map(row => (
          <li key={`${row.lot_id}/${row.run_id}/${row.kind}`}>
            <a href={link(row.lot_id)}>{row.lot_code ?? row.lot_id}</a>
            <span>{row.product}</span>
            {row.status !== null && <Marked mark={lotMark(row.status)} />}
            <span class="amount">
              {sumText(row.weight_kg)} kg{row.count !== null && `, ${countText(row.count, 'piece')}`}
            </span>
            <span class="way">{wayOf(row)}</span>
          </li>
        ))}
      </ul>
      {more && <p class="quiet">The newest {rows.length} are shown; there are more.</p>}
    </>
  )
}

const WORDS: Record<LotLink['kind'], string> = {
  TRANSFORM: 'made',
  SPLIT: 'split',
  MERGE: 'merged',
  REWORK: 'reworked',
  REPACK: 'packed anew',
  RELABEL: 'labelled anew',
}

const wayOf = ({ kind, run_id, run_code }: LotLink) =>
  run_id === null ? WORDS[kind] : `${WORDS[kind]} in ${run_code ?? 'a run'}`
