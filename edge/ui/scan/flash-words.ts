import { words } from '../word/words.ts'

const EN = {
  scan: 'Scan',
  pallet: 'Handling unit',
  hold: 'Hold',
  several: { one: '{n} lot bears this label', other: '{n} lots bear this label' },
  choose: 'Choose the one in your hand.',
  unknown: 'Unknown code',
  unfit: 'Label not readable',
  offline: 'Unknown while offline',
  held: 'On hold: do not use',
  rejected: 'Rejected: do not use',
  expired: 'Expired: do not use',
  recalled: 'Recalled: do not use',
  rework_only: 'For rework only',
  gone: 'No longer in the plant',
  waits: 'Waits for quality control',
  available: 'Available',
} as const

const ES = {
  scan: 'Escanear',
  pallet: 'Unidad de manejo',
  hold: 'Retención',
  several: { one: '{n} lote lleva esta etiqueta', other: '{n} lotes llevan esta etiqueta' },
  choose: 'Elija el que tiene en la mano.',
  unknown: 'Código desconocido',
  unfit: 'Etiqueta ilegible',
  offline: 'Desconocido sin conexión',
  held: 'Retenido: no usar',
  rejected: 'Rechazado: no usar',
  expired: 'Caducado: no usar',
  recalled: 'Retirado: no usar',
  rework_only: 'Solo para reproceso',
  gone: 'Ya no está en la planta',
  waits: 'Espera control de calidad',
  available: 'Disponible',
}

/** The words of the flash and the scan key, which stand on every screen; those of the sheet begin with them. */
export const FLASH = { en: EN, es: ES }

export const sayFlash = words(EN, ES)
