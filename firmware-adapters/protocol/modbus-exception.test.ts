import { expect, test } from 'vitest'
import { exceptionReason } from './modbus-exception.ts'

test('an exception says whether to wait, to look at the device or to mend the configuration', () => {
  const reasons = [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 99, null].map(exceptionReason)
  const config = 'config_error'
  const device = 'device_exception'
  expect(reasons).toEqual([
    config,
    config,
    config,
    device,
    'busy',
    'busy',
    config,
    device,
    config,
    'comm_timeout',
    device,
    device,
  ])
})
