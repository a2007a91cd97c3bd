import { words } from '../word/words.ts'

/** The words of the start of a station. */
export const say = words(
  {
    title: 'What do you do next?',
    others: 'All tasks',
    receive: 'Receive',
    receive_note: 'register a lot',
    board: 'Board',
    board_note: { one: '{n} lot waits at a gate', other: '{n} lots wait at gates' },
    lots: 'Lots',
    lots_note: { one: '{n} today', other: '{n} today' },
    temperatures: 'Temperatures',
    temperatures_note: { one: '{n} outside its limits', other: '{n} outside their limits' },
    devices: 'Devices',
    devices_note: { one: '{n} to fix', other: '{n} to fix' },
    check: 'Device check',
    check_note: 'tablet, scanner, sound',
  },
  {
    title: '¿Qué hace ahora?',
    others: 'Todas las tareas',
    receive: 'Recibir',
    receive_note: 'registrar un lote',
    board: 'Tablero',
    board_note: { one: '{n} lote espera un control', other: '{n} lotes esperan un control' },
    lots: 'Lotes',
    lots_note: { one: '{n} hoy', other: '{n} hoy' },
    temperatures: 'Temperaturas',
    temperatures_note: { one: '{n} fuera de sus límites', other: '{n} fuera de sus límites' },
    devices: 'Equipos',
    devices_note: { one: '{n} por arreglar', other: '{n} por arreglar' },
    check: 'Revisión del equipo',
    check_note: 'tableta, escáner, sonido',
  },
)
