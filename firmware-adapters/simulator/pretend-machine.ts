import { Name } from '@flowviz/contract/name'
import Type, { type Static } from 'typebox'
import { type Pretended, steer } from './control.ts'
import { TcpPlug } from './tcp-plug.ts'

/** A machine that speaks the Weihenstephan Standards on a TCP port of 127.0.0.1; its tags hold whole numbers. */
export const MachinePlan = Type.Object(
  {
    kind: Type.Literal('weihenstephan'),
    id: Name,
    port: Type.Integer({ minimum: 0, maximum: 65_535, default: 0 }),
    tags: Type.Record(Type.String({ pattern: '^[0-9]{1,5}$' }), Type.Integer({ minimum: 0, maximum: 0xffff_ffff }), {
      default: { '50257': 10_000 },
      description: 'What stands in each tag; the lowest of them counts up with every question.',
    }),
  },
  { additionalProperties: false },
)
export type MachinePlan = Static<typeof MachinePlan>

const LENGTH = 8
const [ALIVE, READ] = [1, 2]
const [HERE, NO_COMMAND, NO_TAG] = [0xffff, 43_690, 56_797]

/** @throws FlowError port_taken */
export async function pretendMachine({ id, port, tags }: MachinePlan): Promise<Pretended> {
  const held = new Map(Object.entries(tags).map(([tag, value]) => [Number(tag), value]))
  const counter = Math.min(...held.keys())
  let waiting = Buffer.alloc(0)
  const plug: TcpPlug = new TcpPlug({
    port,
    receive: chunk => {
      waiting = Buffer.concat([waiting, chunk])
      for (; waiting.length >= LENGTH; waiting = waiting.subarray(LENGTH)) plug.send(answerTo(waiting))
    },
  })

  function answerTo(question: Buffer): Buffer {
    const [command, tag] = [question.readUInt16LE(0), question.readUInt16LE(2)]
    const value = held.get(tag)
    if (command === ALIVE) return telegram(HERE, 0, 0)
    if (command !== READ) return telegram(NO_COMMAND, tag, 0)
    if (value === undefined) return telegram(NO_TAG, tag, 0)
    if (tag === counter) held.set(tag, (value + 1) % 0x1_0000_0000)
    return telegram(0, tag, value)
  }

  await plug.put()
  return {
    ids: [id],
    place: { port: plug.port },
    control: (_, control) => steer(control, plug.steps),
    stop: () => plug.stop(),
  }
}

function telegram(word: number, tag: number, value: number): Buffer {
  const bytes = Buffer.alloc(LENGTH)
  bytes.writeUInt16LE(word, 0)
  bytes.writeUInt16LE(tag, 2)
  bytes.writeUInt32LE(value, 4)
  return bytes
}
