// ExecStartPost of flowviz-edge.service: the unit counts as started once the appliance says that it serves, so the
// gateway (After=) finds its broker, and `systemctl restart` returns when the floor works again.
import { setTimeout as wait } from 'node:timers/promises'

const WITHIN_S = 60
const url = `http://127.0.0.1:${process.env.FLOWVIZ_HTTP_PORT ?? '8080'}/ready`

for (let second = 0; second < WITHIN_S; second += 0.5) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
  if (answer?.ok) process.exit(0)
  await wait(500)
}
console.error(`${url} was not ready within ${WITHIN_S} s; see: journalctl -u flowviz-edge`)
process.exit(1)
