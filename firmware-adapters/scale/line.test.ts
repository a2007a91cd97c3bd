import { expect, test } from 'vitest'
import { ALL_COMMANDS, count, measuring, pause, plainScale } from '../testing/plain-scale.ts'

for (const delays of [[110], [180], [290], [450], [650], [900], [290, 170], [450, 250], [110, 110, 110], [180, 290]])
  test(`a weight that comes ${delays.join(', ')} ms after it was asked for is never the answer to a later question`, async () => {
    const plain = await plainScale({ answers: false })
    const first = measuring(plain)
    await first.until(() => first.seen.length >= 2)
    plain.scale.delays = [...delays]
    // The slow answers have the old load in them.
    await first.until(() => plain.scale.delays.length === 0)
    const before = first.seen.length
    plain.scale.load = 2_000
    let last = first
    const fresh = () => last.values().filter(value => value === '2.000').length
    while (fresh() < 5) {
      await Promise.race([last.failed, pause(50)])
      if ((await Promise.race([last.failed, null])) === null) continue
      // Given up: opened anew, as the gateway does it.
      await plain.line.close()
      last = measuring({ line: await plain.open() }, {}, first)
    }
    const after = [...first.values().slice(before), ...(last === first ? [] : last.values())]
    expect([...new Set(after)]).toEqual(['2.000'])
    await last.end()
  })

test('a scale that was asked before the line was opened answers nobody', async () => {
  const plain = await plainScale({ answers: false })
  plain.scale.delays = [60]
  await plain.line.write(ALL_COMMANDS.weight!)
  await pause(20)
  plain.scale.load = 2_000
  const { seen, end, until, values } = measuring(plain)
  await until(() => seen.length >= 5)
  expect([...new Set(values())]).toEqual(['2.000'])
  await end()
})

test('an answer that never came is given up for lost, and the scale is measured again', async () => {
  const plain = await plainScale({ answers: false })
  const { seen, end, until, notices } = measuring(plain)
  await until(() => seen.length >= 2)
  plain.scale.mute = true
  await until(() => count(notices, 'timeout') === 1)
  plain.scale.mute = false
  const before = seen.length
  await until(() => seen.length >= before + 5)
  expect(count(notices, 'timeout')).toBe(1)
  // Once it is sure again, nothing more is asked than measured.
  const asked = plain.scale.asked.length
  const measured = seen.length
  await until(() => seen.length >= measured + 5)
  expect(plain.scale.asked.length - asked).toBeLessThanOrEqual(seen.length - measured + 1)
  await end()
})

test('an answer that comes byte by byte with 50 ms between is taken whole or not at all', async () => {
  const plain = await plainScale({ answers: false })
  const { seen, end, until, values } = measuring(plain)
  await until(() => seen.length >= 2)
  plain.scale.mute = true
  for (const byte of Buffer.from('S 7.000 kg G\r\n')) {
    plain.pty.write(Uint8Array.of(byte))
    await pause(50)
  }
  plain.scale.mute = false
  await end()
  expect([...new Set(values())]).toEqual(['1.000'])
})

test('a scale that does not answer three times is opened anew', async () => {
  const plain = await plainScale({ answers: false })
  plain.scale.mute = true
  const { failed, seen, notices } = measuring(plain)
  expect(await failed).toBe('comm_timeout')
  expect(seen).toEqual([])
  expect(count(notices, 'timeout')).toBe(3)
})
