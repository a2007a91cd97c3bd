import { ageText, decimalText, unitText } from '@flowviz/contract/screen/format'
import { DeviceFigures } from './device-figures.tsx'
import { channelKey, type Device, type DeviceStates } from './device-state.ts'
import { channelWord, deviceDetail, deviceWord } from './device-word.ts'
import { say } from './words.ts'

interface DeviceCardProps {
  device: Device
  states: DeviceStates
  now: number
}

/** One device: how it is, what is wrong and what to do, and its latest values while they stand. */
export function DeviceCard({ device, states, now }: DeviceCardProps) {
  const mark = deviceWord(device.state)
  return (
    <li class="device panel" data-tone={mark.tone}>
      <header>
        <b>{device.name}</b>
        <span class="mark" data-tone={mark.tone}>
          {mark.word}
        </span>
      </header>
      {device.state !== 'ok' && <p class="detail">{deviceDetail(device)}</p>}
      <dl>
        {device.channels.map(channel => {
          const reading = states.readings.value.get(channelKey(device.id, channel.name))?.reading
          const standing = device.state === 'ok' || device.state === 'not_monitored'
          const value = standing ? reading?.value : null
          return (
            <div key={channel.name}>
              <dt>{channelWord(channel.name)}</dt>
              <dd data-stale={value == null}>
                {value == null ? '—' : `${decimalText(value)} ${unitText(reading?.unit ?? channel.unit)}`}
              </dd>
            </div>
          )
        })}
      </dl>
      <p class="facts">
        {device.location} · {device.driver} · {device.transport}
        {device.since !== null && ` · ${say('for', { word: mark.word, age: ageText(now - Date.parse(device.since)) })}`}
      </p>
      <DeviceFigures device={device} />
    </li>
  )
}
