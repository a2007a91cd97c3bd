import { type EventEmitter, once } from 'node:events'
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt'
import { onTestFinished } from 'vitest'
import { GATEWAY } from './device.ts'

/** Waits for an event of a client; rejects on its error, as `once` of Node does. */
export const event = (client: MqttClient, name: 'connect' | 'close' | 'error' | 'message'): Promise<unknown[]> =>
  once(client as unknown as EventEmitter, name)

/** Waits for the end of a connection, and does not mind the error that comes before it. */
export const closing = (client: MqttClient): Promise<void> =>
  new Promise(resolve => client.once('close', () => resolve()))

/** A client that begins to connect under a name; gone when the test ends. */
export function clientOf(port: number, name: string, options: IClientOptions = {}): MqttClient {
  const client = mqtt.connect(`mqtt://127.0.0.1:${port}`, {
    username: name,
    clientId: name,
    password: GATEWAY.secret,
    reconnectPeriod: 0,
    ...options,
  })
  client.on('error', () => undefined)
  onTestFinished(async () => client.endAsync(true))
  return client
}

/** A client that is connected. */
export async function connected(port: number, name: string, options: IClientOptions = {}): Promise<MqttClient> {
  const client = clientOf(port, name, options)
  await event(client, 'connect')
  return client
}
