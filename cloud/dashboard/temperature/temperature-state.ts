import type { ChannelView, HqReadingPage } from '@flowviz/contract/hq'
import type { Trouble } from '@flowviz/contract/screen/trouble'
import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type { ChannelName, HqApi } from '../api/hq-api.ts'
import type { Loading } from '../part/paged-list.ts'

/** Spans of time that a chart can show, by the word in the address. */
export const SPANS = { '1h': 3_600_000, '8h': 28_800_000, '24h': 86_400_000, '7d': 604_800_000 } as const
export type Span = keyof typeof SPANS

export interface ChartPage {
  channel: ChannelView
  since: number
  until: number
  page: HqReadingPage
}

export interface TemperatureState {
  /** What can be drawn: temperatures and humidities of all sites. */
  channels: ReadonlySignal<ChannelView[] | null>
  chart: ReadonlySignal<ChartPage | null>
  status: ReadonlySignal<Loading>
  trouble: ReadonlySignal<Trouble | null>
  loadChannels: () => Promise<void>
  show: (channel: ChannelView, span: Span) => Promise<void>
}

const CLIMATE = new Set(['Cel', '[degF]', '%'])

export const nameOfChannel = ({ site, device_id, channel }: ChannelName) => `${site}/${device_id}/${channel}`

export function createTemperatureState(
  api: Pick<HqApi, 'channels' | 'readings'>,
  now: ReadonlySignal<number>,
): TemperatureState {
  const channels = signal<ChannelView[] | null>(null)
  const chart = signal<ChartPage | null>(null)
  const status = signal<Loading>('loading')
  const trouble = signal<Trouble | null>(null)
  let question = 0
  return {
    channels,
    chart,
    status,
    trouble,
    loadChannels: async () => {
      const answer = await api.channels()
      trouble.value = answer.ok ? null : answer.trouble
      if (answer.ok) channels.value = answer.value.channels.filter(channel => CLIMATE.has(channel.unit))
    },
    show: async (channel, span) => {
      const mine = ++question
      const until = now.peek()
      const since = until - SPANS[span]
      status.value = 'loading'
      const { site, device_id, channel: name } = channel
      const times = [new Date(since).toISOString(), new Date(until).toISOString()] as const
      const answer = await api.readings({ site, device_id, channel: name }, ...times)
      if (mine !== question) return
      batch(() => {
        status.value = answer.ok ? 'ready' : 'failed'
        trouble.value = answer.ok ? null : answer.trouble
        if (answer.ok) chart.value = { channel, since, until, page: answer.value }
      })
    },
  }
}
