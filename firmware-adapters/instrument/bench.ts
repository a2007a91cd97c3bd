import type { DeviceConfig } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import type { Links } from '../driver.ts'
import { LinkOpener } from '../gateway/link.ts'
import type { ByteTransport } from '../transport/byte.ts'
import { ModbusBus } from '../transport/open/modbus.ts'
import { openSerial } from '../transport/open/serial.ts'
import { openTcp } from '../transport/open/tcp.ts'

export interface Opened {
  transport: Links[keyof Links]
  close(): Promise<void>
}

/** Clocks: ms since 1970, and ms that never jump. */
export interface Clocks {
  now: () => number
  monotonic: () => number
}

const GAP_MS = 30
const HELD = 'The gateway holds it: look at the device on its screen, or stop it with `systemctl stop flowviz-gateway`.'

/**
 * Opens one device of devices.yaml as the gateway would, its line handed through `through` so that somebody may look at
 * the bytes.
 * @throws FlowError port_missing, port_denied, port_taken, comm_lost, comm_timeout, device_unreplayable
 */
export async function openDevice(
  { transport: at, timeout_ms = 1_000 }: DeviceConfig,
  through: (line: ByteTransport) => ByteTransport,
): Promise<Opened> {
  switch (at.kind) {
    case 'serial':
    case 'tcp': {
      const line = through(await openBytes(at))
      return { transport: line, close: () => line.close() }
    }
    case 'modbus-rtu':
    case 'rtu-over-tcp':
    case 'modbus-tcp': {
      // A bus opens itself at the first request; what keeps it from it is told now.
      let first: ByteTransport | null = await openBytes(at)
      const open = async () => {
        const line = first ?? (await openBytes(at))
        first = null
        return through(line)
      }
      const tcp = at.kind === 'modbus-tcp'
      const bus = new ModbusBus({ open, framing: tcp ? 'mbap' : 'rtu', gap_ms: tcp ? 0 : GAP_MS })
      const close = async () => {
        await first?.close()
        await bus.close()
      }
      return { transport: bus.unit(at.unit_id, timeout_ms), close }
    }
    default:
      throw new FlowError('device_unreplayable')
  }
}

/** Opens a sensor over MQTT beside the gateway, under a name of its own. @throws FlowError comm_lost, credentials_wrong */
export async function openTopicOf(
  { id, transport }: DeviceConfig,
  wanted: Parameters<LinkOpener['topic']>[2],
  clocks: Clocks,
): Promise<Opened> {
  if (transport.kind !== 'mqtt') throw new FlowError('device_unreplayable')
  return new LinkOpener('instrument', clocks.now, clocks.monotonic).topic(transport, id, wanted)
}

type Line = Exclude<DeviceConfig['transport'], { kind: 'mqtt' | 'mqtt-door' }>

/** The bytes of a line or connection. @throws FlowError; of a line that is taken, with who holds it */
export async function openBytes(at: Line): Promise<ByteTransport> {
  if (!('path' in at)) return openTcp({ host: at.host, port: at.port })
  try {
    return await openSerial({ path: at.path, baud: at.baud, format: at.format })
  } catch (error) {
    if (error instanceof FlowError && error.code === 'port_taken')
      throw new FlowError('port_taken', error.message, { hint: HELD, cause: error })
    throw error
  }
}
