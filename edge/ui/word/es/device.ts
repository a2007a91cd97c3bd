import type { DEVICE } from '@flowviz/contract/code/device'
import type { WordsOf } from './words-of.ts'

export const DEVICE_ES: WordsOf<typeof DEVICE> = {
  device_unknown: {
    title: 'Esta identidad no es de un equipo ni de un gateway de esta planta.',
    hint: 'Pida a un técnico que dé de alta la identidad.',
  },
  topic_forbidden: {
    title: 'Esta identidad no puede usar ese tema.',
    hint: 'Un equipo solo publica en sus propios temas; avise a un técnico.',
  },
  packet_too_large: {
    title: 'El paquete MQTT es mayor de 64 KiB.',
    hint: 'El equipo tiene que enviar mensajes más pequeños; avise a un técnico.',
  },
  payload_undecodable: {
    title: 'El equipo envió algo que no corresponde a su configuración.',
    hint: 'Lo recibido está guardado en cuarentena; un técnico lo compara con la configuración.',
  },
  config_invalid: {
    title: 'La configuración no es válida; sigue en uso la última buena.',
    hint: 'Un técnico corrige los campos que nombra el detalle.',
  },
  port_taken: {
    title: 'Otro programa está usando el puerto.',
    hint: 'Un técnico para ese programa o elige otro puerto.',
  },
  port_missing: {
    title: 'La línea serie no está.',
    hint: 'Compruebe que el adaptador está enchufado; se vuelve a usar en cuanto aparece.',
  },
  port_denied: {
    title: 'Este programa no puede usar la línea serie.',
    hint: 'Un técnico da al servicio el permiso del puerto.',
  },
  comm_timeout: { title: 'El equipo no contesta.', hint: 'Revise su corriente, el cable y la dirección.' },
  comm_lost: {
    title: 'Se perdió la conexión con el equipo.',
    hint: 'Revise el cable y la dirección, y si otro sistema ocupa la conexión.',
  },
}
