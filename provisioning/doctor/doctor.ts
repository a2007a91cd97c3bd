import { existsSync } from 'node:fs'
import type { BoxConfig } from '../config.ts'
import { litestreamPath } from '../litestream/binary.ts'
import { checkAppliance, checkBroker, checkCertificate, checkSync } from './appliance.ts'
import { headquartersTime, judgeClock, lastWriteOf } from './clock.ts'
import { checkDevices } from './devices.ts'
import type { Finding } from './finding.ts'
import { checkLitestream, checkReplicas } from './litestream.ts'
import { availableMemory, checkDataDir, checkDisk, checkMemory, checkNode } from './machine.ts'

/** Looks at everything a box needs and changes nothing. Findings come in the order in which a person would ask. */
export async function examine(box: BoxConfig, now: () => number): Promise<Finding[]> {
  const findings: (Finding | null)[] = [checkNode(process.versions.node), checkMemory(availableMemory())]
  if (box.data_dir !== null) {
    if (existsSync(box.data_dir)) findings.push(checkDisk(box.data_dir))
    findings.push(checkDataDir(box.data_dir))
  }
  findings.push(await checkAppliance(box), await checkCertificate(box), await checkBroker(box))
  findings.push(await checkSync(box, now))
  if (box.devices_file !== null) findings.push(...checkDevices(box.devices_file))
  findings.push(checkLitestream(litestreamPath(box.litestream_bin)))
  if (box.litestream_file !== null && existsSync(box.litestream_file))
    findings.push(...checkReplicas(box.litestream_file))
  const headquarters = await headquartersTime(box.cloud_url)
  findings.push(judgeClock({ now: now(), lastWrite: lastWriteOf(box.data_dir), headquarters }))
  return findings.filter(finding => finding !== null)
}
