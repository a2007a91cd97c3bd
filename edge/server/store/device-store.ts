import type { DeviceConfig } from '@flowviz/contract/device'
import type { Sqlite } from './open.ts'

export type DeviceStore = ReturnType<typeof deviceStore>

/** The devices that the ledger knows, with their configuration as it was registered or last changed. */
export function deviceStore(db: Sqlite) {
  const put = db.prepare<[string, string, number]>(
    `INSERT INTO device (device_id, config, retired, seq) VALUES (?, ?, 0, ?)
     ON CONFLICT (device_id) DO UPDATE SET config = excluded.config, retired = 0, seq = excluded.seq`,
  )
  const retire = db.prepare<[number, string]>('UPDATE device SET retired = 1, seq = ? WHERE device_id = ?')
  const present = db.prepare<[], string>('SELECT config FROM device WHERE retired = 0 ORDER BY device_id').pluck()
  return {
    put: (config: DeviceConfig, seq: number): void => void put.run(config.id, JSON.stringify(config), seq),
    retire: (deviceId: string, seq: number): void => void retire.run(seq, deviceId),
    /** All that are not retired, by id. */
    present: (): DeviceConfig[] => present.all().map(config => JSON.parse(config) as DeviceConfig),
  }
}
