import { words } from '../word/words.ts'

/** The words of the start of a station. */
export const say = words(
  {
    title: 'What do you do next?',
    others: 'All tasks',
    receive: 'Receive',
    receive_note: 'register a lot',
    lots: 'Lots',
    lots_note: { one: '{n} today', other: '{n} today' },
    temperatures: 'Temperatures',
    temperatures_note: { one: '{n} outside its limits', other: '{n} outside their limits' },
    devices: 'Devices',
    devices_note: { one: '{n} to fix', other: '{n} to fix' },
  },
  {
    title: '¿Qué hace ahora?',
    others: 'Todas las tareas',
    receive: 'Recibir',
    receive_note: 'registrar un lote',
    lots: 'Lotes',
    lots_note: { one: '{n} hoy', other: '{n} hoy' },
    temperatures: 'Temperaturas',
    temperatures_note: { one: '{n} fuera de sus límites', other: '{n} fuera de sus límites' },
    devices: 'Equipos',
    devices_note: { one: '{n} por arreglar', other: '{n} por arreglar' },
  },
)
