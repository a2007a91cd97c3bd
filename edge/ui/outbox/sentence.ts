import type { CommandName } from '@flowviz/contract/command'
import { words } from '../word/words.ts'
import type { ShownEntry } from './entry.ts'

const say = words(
  {
    'decide-gate-PASS': 'Release {about}',
    'decide-gate-HOLD': 'Hold {about} at its gate',
    'decide-gate-FAIL': 'Reject {about}',
    'register-lot': 'Register lot {about}',
    'undo-lot': 'Take back the registration of {about}',
    'receive-goods': 'Receive goods {about}',
    'split-lot': 'Split {about}',
    'merge-lots': 'Merge lots {about}',
    'rework-lot': 'Send {about} to rework',
    'link-lot': 'Link {about}',
    'move-stock': 'Move {about}',
    'move-hu': 'Move pallet {about}',
    'create-hu': 'New pallet {about}',
    'pack-hu': 'Pack {about}',
    'unpack-hu': 'Unpack {about}',
    'adjust-stock': 'Put the stock of {about} right',
    'pick-shipment': 'Pick {about}',
    'stage-shipment': 'Shipment {about} stands ready',
    'prepare-run': 'Begin the check of the line for {about}',
    'start-run': 'Start run {about}',
    'pause-run': 'Pause run {about}',
    'resume-run': 'Go on with run {about}',
    'complete-run': 'Finish run {about}',
    'consume-lot': 'Take {about} into a run',
    'produce-lot': 'Output of a run {about}',
    'lose-material': 'Loss in a run {about}',
    'return-material': 'Put back {about}',
    'place-hold': 'Hold {about}',
    'review-hold': 'Look into a hold {about}',
    'open-deviation': 'Deviation {about}',
    'acknowledge-alarm': 'Take note of an alarm {about}',
    'enter-temperature': 'Temperature {about}',
    'print-label': 'Print labels {about}',
    'cancel-print': 'Cancel labels {about}',
    'find-recalled-lot': 'Recalled lot found {about}',
    'call-help': 'Call for help {about}',
    'answer-help': 'Answer a call {about}',
    'close-help': 'End a call for help {about}',
    'hand-over-shift': 'Hand over the shift {about}',
    'accept-handover': 'Take over the shift {about}',
    other: 'Entry {about}',
  },
  {
    'decide-gate-PASS': 'Liberar {about}',
    'decide-gate-HOLD': 'Retener {about} en su control',
    'decide-gate-FAIL': 'Rechazar {about}',
    'register-lot': 'Registrar el lote {about}',
    'undo-lot': 'Anular el registro de {about}',
    'receive-goods': 'Recibir mercancía {about}',
    'split-lot': 'Dividir {about}',
    'merge-lots': 'Unir lotes {about}',
    'rework-lot': 'Enviar {about} a reproceso',
    'link-lot': 'Enlazar {about}',
    'move-stock': 'Mover {about}',
    'move-hu': 'Mover el palé {about}',
    'create-hu': 'Palé nuevo {about}',
    'pack-hu': 'Empacar {about}',
    'unpack-hu': 'Desempacar {about}',
    'adjust-stock': 'Corregir las existencias de {about}',
    'pick-shipment': 'Preparar {about}',
    'stage-shipment': 'El envío {about} está listo',
    'prepare-run': 'Empezar la revisión de la línea para {about}',
    'start-run': 'Iniciar la producción {about}',
    'pause-run': 'Pausar la producción {about}',
    'resume-run': 'Continuar la producción {about}',
    'complete-run': 'Terminar la producción {about}',
    'consume-lot': 'Usar {about} en una producción',
    'produce-lot': 'Salida de una producción {about}',
    'lose-material': 'Pérdida en una producción {about}',
    'return-material': 'Devolver {about}',
    'place-hold': 'Retener {about}',
    'review-hold': 'Revisar una retención {about}',
    'open-deviation': 'Desviación {about}',
    'acknowledge-alarm': 'Tomar nota de una alarma {about}',
    'enter-temperature': 'Temperatura {about}',
    'print-label': 'Imprimir etiquetas {about}',
    'cancel-print': 'Cancelar etiquetas {about}',
    'find-recalled-lot': 'Lote de la retirada encontrado {about}',
    'call-help': 'Pedir ayuda {about}',
    'answer-help': 'Responder a una llamada {about}',
    'close-help': 'Terminar una llamada de ayuda {about}',
    'hand-over-shift': 'Entregar el turno {about}',
    'accept-handover': 'Recibir el turno {about}',
    other: 'Entrada {about}',
  },
)

type Known = Parameters<typeof say>[0]

const KNOWN: ReadonlySet<string> = new Set<CommandName>([
  'register-lot',
  'undo-lot',
  'receive-goods',
  'split-lot',
  'merge-lots',
  'rework-lot',
  'link-lot',
  'move-stock',
  'move-hu',
  'create-hu',
  'pack-hu',
  'unpack-hu',
  'adjust-stock',
  'pick-shipment',
  'stage-shipment',
  'prepare-run',
  'start-run',
  'pause-run',
  'resume-run',
  'complete-run',
  'consume-lot',
  'produce-lot',
  'lose-material',
  'return-material',
  'place-hold',
  'review-hold',
  'open-deviation',
  'acknowledge-alarm',
  'enter-temperature',
  'print-label',
  'cancel-print',
  'find-recalled-lot',
  'call-help',
  'answer-help',
  'close-help',
  'hand-over-shift',
  'accept-handover',
])

/** What a person did, as one would say it: `Release NOR-261126-L1-0004`. */
export function sentenceOf(entry: Pick<ShownEntry, 'command' | 'params' | 'body' | 'about'>): string {
  const { command, body } = entry
  const decision = command === 'decide-gate' ? `decide-gate-${body.decision}` : command
  const key = command === 'decide-gate' || KNOWN.has(command) ? (decision as Known) : 'other'
  return say(key, { about: aboutOf(entry) ?? (key === 'other' ? command : '') }).trim()
}

/** The lot that an entry is about, as the appliance finds it: its code or its id. */
export function lotOf({ params, body }: Pick<ShownEntry, 'params' | 'body'>): string | null {
  const lots = body.lot_ids
  const found = params.lot_id ?? body.lot_id ?? body.lot_code ?? (Array.isArray(lots) ? lots[0] : undefined)
  return typeof found === 'string' ? found : null
}

/** Ids are for machines: only what people gave a name is said. */
function aboutOf(entry: Pick<ShownEntry, 'params' | 'body' | 'about'>): string | null {
  const lot = entry.about ?? lotOf(entry)
  return lot === null || /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(lot) ? null : lot
}
