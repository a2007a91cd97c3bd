import { DeviceConfig } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import { inOrder } from '../domain/order.ts'
import { deviceChanges } from '../domain/sync-devices.ts'
import type { Decide } from './command-context.ts'

/** @throws FlowError config_invalid */
export const decideDevices: Decide<'sync-devices'> = ({ actor, plant }, { store, ledger, site }) => {
  const devices = plant.devices.map(config => inOrder(config, DeviceConfig))
  const { registered, changed, retired } = deviceChanges(store.devices.present(), { ...plant, devices }, site)
  const subject = (id: string) => `device:${id}`
  for (const config of registered)
    ledger.append({ type: 'device.registered', actor, subject: subject(config.id), data: { config } })
  for (const config of changed)
    ledger.append({ type: 'device.changed', actor, subject: subject(config.id), data: { config } })
  for (const device_id of retired)
    ledger.append({ type: 'device.retired', actor, subject: subject(device_id), data: { device_id } })
  return { registered: registered.map(({ id }) => id), changed: changed.map(({ id }) => id), retired }
}

/**
 * Names and secrets are kept beside the ledger, so a healed ledger may know a person whose profile was lost: then only
 * the profile is written. @throws FlowError config_invalid when a name belongs to another person.
 */
export const decidePeople: Decide<'seed-people'> = ({ actor, people }, { store, ledger }) => {
  const created: string[] = []
  for (const person of people) {
    const { person_id, name, role } = person
    // Once here a profile is the plant's own: what was renamed, disabled or pseudonymised stays so.
    if (!store.people.hasProfile(person_id)) {
      const owner = store.people.ownerOf(name)
      if (owner !== null && store.people.standing(owner)?.status !== 'disabled')
        throw new FlowError('config_invalid', `The name ${name} belongs to another person.`)
      if (owner !== null) store.people.freeName(owner)
      store.people.addProfile(person, { at: ledger.stamp(), must_change: false })
    }
    if (store.people.known(person_id)) continue
    ledger.append({ type: 'person.created', actor, subject: `person:${person_id}`, data: { person_id, role } })
    created.push(person_id)
  }
  return { created }
}
