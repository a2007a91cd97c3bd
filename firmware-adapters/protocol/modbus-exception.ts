import type { BadReason } from '@flowviz/contract/quality'

const REASON_OF: Readonly<Record<number, BadReason>> = {
  1: 'config_error',
  2: 'config_error',
  3: 'config_error',
  5: 'busy',
  6: 'busy',
  7: 'config_error',
  10: 'config_error',
  11: 'comm_timeout',
}

/**
 * What a Modbus exception says of the value that was asked for (Modbus Application Protocol 1.1b3, section 7): wrong
 * function, address or quantity is a mistake in the configuration, busy passes, 11 is a gateway whose unit is silent.
 */
export const exceptionReason = (exception: number | null): BadReason => REASON_OF[exception ?? 0] ?? 'device_exception'
