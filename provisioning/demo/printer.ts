import type { Session } from '@flowviz/contract/identity'
import type { LabelPrinterView } from '@flowviz/contract/print'
import { call } from '../call.ts'
import { PRINTER } from './devices.ts'
import { PLANT_PEOPLE } from './people.ts'
import type { Plant } from './plant.ts'

/** Labels of 4 by 6 inches, as pallets need them. */
const PAPER = { dpi: 203, width_mm: 102, height_mm: 152 } as const

/** Tells a plant that runs where its pretended label printer is, unless it knows. @throws FlowError of the API. */
export async function definePrinter(plant: Plant, port: number): Promise<void> {
  const api = `${plant.url}/api/v1`
  const { name, secret } = PLANT_PEOPLE.find(({ role }) => role === 'MANAGER')!
  const { access_token: token } = await call<Session>(`${api}/login`, { method: 'POST', body: { name, secret } })
  const { printers } = await call<{ printers: LabelPrinterView[] }>(`${api}/printers`, { token })
  if (printers.some(known => known.printer_id === PRINTER && known.port === port)) return
  const body = { title: 'Packing hall', host: '127.0.0.1', port, ...PAPER }
  await call(`${api}/printers/${PRINTER}`, { method: 'PUT', body, token })
}
