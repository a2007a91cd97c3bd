import type { ChannelView } from '@flowviz/contract/hq'
import { decimalText, unitText } from '@flowviz/contract/screen/format'
import { nowMark } from './now-mark.ts'
import { nameOfChannel } from './temperature-state.ts'

interface NowListProps {
  channels: ChannelView[]
  now: number
}

/** The temperatures of a site at a glance; each leads to its chart. */
export function NowList({ channels, now }: NowListProps) {
  if (channels.length === 0) return null
  return (
    <ul class="now" aria-label="Temperatures now">
      {channels.map(channel => {
        const mark = nowMark(channel, now)
        const value = mark.tone === 'stale' ? null : (channel.latest?.value ?? null)
        return (
          <li key={nameOfChannel(channel)}>
            <a href={`/temperatures?${new URLSearchParams({ channel: nameOfChannel(channel) })}`}>
              <span>{channel.device_name}</span>
              <b>{value === null ? '—' : `${decimalText(value)} ${unitText(channel.unit)}`}</b>
              <span class="mark" data-tone={mark.tone}>
                {mark.word}
              </span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
