import type { HqReading } from '@flowviz/contract/hq'
import { decimalText, timeText, unitText, whenText } from '@flowviz/contract/screen/format'

interface ReadingTableProps {
  readings: HqReading[]
  now: number
}

/** The readings of a chart as rows, newest first. */
export function ReadingTable({ readings, now }: ReadingTableProps) {
  return (
    <div class="table rows">
      <table>
        <thead>
          <tr>
            <th scope="col">Accepted</th>
            <th scope="col" class="number">
              Value
            </th>
            <th scope="col">Quality</th>
            <th scope="col">Against limits</th>
            <th scope="col" class="number">
              Reading
            </th>
          </tr>
        </thead>
        <tbody>
          {[...readings].reverse().map(reading => (
            <tr key={`${reading.epoch}/${reading.seq}`}>
              <td>{`${whenText(reading.received_at, now)}${timeText(reading.received_at, true).slice(5)}`}</td>
              <td class="number">
                {reading.value === null ? '—' : `${decimalText(reading.value)} ${unitText(reading.unit)}`}
              </td>
              <td>{reading.quality === 'good' ? 'good' : `${reading.quality}: ${reading.reason}`}</td>
              <td>
                {reading.verdict === 'low' || reading.verdict === 'high' ? (
                  <span class="mark" data-tone="alarm">
                    too {reading.verdict}
                  </span>
                ) : (
                  reading.verdict
                )}
              </td>
              <td class="number">{reading.seq}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
