import type { DeviceReason } from '@flowviz/contract/device-reason'

/** Why a device gives nothing, in Spanish, and what to do; the English is the detail of the appliance. */
export const REASONS_ES: Readonly<Record<DeviceReason, string>> = {
  disabled: 'Está desactivado en la configuración de los equipos.',
  no_interval: 'No se espera de él ningún intervalo.',
  waiting: 'Aún no ha llegado nada de él.',
  no_sample: 'No llega ninguna medida desde hace demasiado; revise su corriente y su línea.',
  gateway_silent: 'Su gateway no dice nada; compruebe que funciona y que alcanza el servidor.',
  late: 'La última medida tarda más de lo esperado.',
  connecting: 'Se espera su primera respuesta.',
  stopped: 'Está desactivado en la configuración.',
  driver_crashed: 'El controlador del equipo falló y se reinicia; si se repite, avise a un técnico.',
}
