import { onTestFinished } from 'vitest'
import { PretendedAppliance } from './pretended-appliance.ts'
import { newId, openTab, type PretendedTab, until } from './pretended-tab.ts'

/** A tablet with one tab that sends, set up unless told otherwise; closed at the end of the test. */
export async function startTab({
  name = newId(),
  appliance = new PretendedAppliance(),
  secure = true,
  enrol = true,
} = {}) {
  const tab = openTab({ name, appliance, secure })
  onTestFinished(() => tab.close())
  await tab.tablet.resume()
  if (enrol && secure && tab.tablet.standing.value === 'none') await tab.tablet.enrol('7K3M-XQ2P')
  tab.outbox.start()
  return { tab, appliance, name }
}

/** Waits until nothing waits. */
export const idle = ({ outbox }: PretendedTab): Promise<void> =>
  until(() => outbox.entries.value !== null && outbox.waiting.value === 0)
