import type { TransportKind } from '@flowviz/contract/device'
import { bridgeDriver } from './bridge/driver.ts'
import { and } from './driver/and/driver.ts'
import { cas } from './driver/cas/driver.ts'
import { casEcr6 } from './driver/cas-ecr6/driver.ts'
import { diniArgeo } from './driver/dini-argeo/driver.ts'
import { genericScale } from './driver/generic-scale/driver.ts'
import { modbusDriver } from './driver/modbus/driver.ts'
import { mt8217 } from './driver/mt-8217/driver.ts'
import { mtContinuous } from './driver/mt-continuous/driver.ts'
import { mtSics } from './driver/mt-sics/driver.ts'
import { nci } from './driver/nci/driver.ts'
import { ohaus } from './driver/ohaus/driver.ts'
import { riceLake } from './driver/rice-lake/driver.ts'
import { sartoriusSbi } from './driver/sartorius-sbi/driver.ts'
import { shimadzu } from './driver/shimadzu/driver.ts'
import { sma } from './driver/sma/driver.ts'
import { soehnle } from './driver/soehnle/driver.ts'
import { systec } from './driver/systec/driver.ts'
import { weihenstephan } from './driver/weihenstephan/driver.ts'
import { xyMd02 } from './driver/xy-md02/driver.ts'
import type { AnyDriver, LinkKind } from './driver.ts'
import { FAMILIES } from './payload/registry.ts'
import { profileShelf } from './profile/shelf.ts'

const ALL: readonly AnyDriver[] = [
  mtSics,
  mtContinuous,
  mt8217,
  and,
  sartoriusSbi,
  ohaus,
  shimadzu,
  sma,
  nci,
  riceLake,
  cas,
  casEcr6,
  diniArgeo,
  soehnle,
  systec,
  genericScale,
  weihenstephan,
  xyMd02,
  modbusDriver(profileShelf()),
  ...[...FAMILIES.values()].map(family => bridgeDriver(family)),
]

/** Every driver by its id: the only list of them. */
export const DRIVERS: ReadonlyMap<string, AnyDriver> = new Map(ALL.map(driver => [driver.id, driver]))

/** What each kind of transport gives to a driver. */
export const LINK_OF: Readonly<Record<TransportKind, LinkKind>> = {
  serial: 'bytes',
  tcp: 'bytes',
  'modbus-rtu': 'registers',
  'modbus-tcp': 'registers',
  'rtu-over-tcp': 'registers',
  mqtt: 'topic',
  'mqtt-door': 'topic',
}
