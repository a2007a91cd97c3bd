import { DeviceView } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import { CommandAnswer, DeviceAction } from '@flowviz/contract/health'
import { Name } from '@flowviz/contract/name'
import Type from 'typebox'
import { type Doors, REFUSAL } from './door.ts'
import { signedInOf } from './identity.ts'
import type { AppParts } from './parts.ts'
import { actorOf } from './token.ts'

const Devices = Type.Object({ devices: Type.Array(DeviceView) }, { $id: 'Devices', additionalProperties: false })
const Params = Type.Object({ device_id: Name })
const ActionRequest = Type.Object({ action: DeviceAction }, { $id: 'ActionRequest', additionalProperties: false })

/** What the plant measures with, how it is, and what can be asked of it. */
export function devices(app: Doors, { board, actions, plant }: AppParts): void {
  const viewOf = (deviceId: string) => {
    const view = board.view(deviceId)
    if (view === null) throw new FlowError('device_not_found', `There is no device ${deviceId} at this site.`)
    return view
  }

  app.get(
    '/api/v1/devices',
    { schema: { operationId: 'listDevices', tags: ['device'], response: { 200: Devices, ...REFUSAL } } },
    async () => ({ devices: board.views() }),
  )

  app.get(
    '/api/v1/devices/:device_id',
    {
      schema: { operationId: 'getDevice', tags: ['device'], params: Params, response: { 200: DeviceView, ...REFUSAL } },
    },
    async ({ params }) => viewOf(params.device_id),
  )

  app.post(
    '/api/v1/devices/:device_id/actions',
    {
      schema: {
        operationId: 'actOnDevice',
        tags: ['device'],
        description: 'Asks the device and waits for its answer; the outcome is recorded, whatever it is.',
        params: Params,
        body: ActionRequest,
        response: { 200: CommandAnswer, ...REFUSAL },
      },
    },
    async request => {
      const { id } = viewOf(request.params.device_id)
      const { action } = request.body
      const answer = await actions.act(id, action)
      const { outcome, reason } = answer
      await plant.submit('record', {
        type: 'device.acted',
        actor: actorOf(signedInOf(request)),
        subject: `device:${id}`,
        data: { device_id: id, action, outcome, reason },
        occurred_at: null,
      })
      return answer
    },
  )
}
