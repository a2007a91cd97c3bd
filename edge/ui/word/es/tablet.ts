import type { TABLET } from '@flowviz/contract/code/tablet'
import type { WordsOf } from './words-of.ts'

export const TABLET_ES: WordsOf<typeof TABLET> = {
  tablet_unknown: {
    title: 'Esta tableta no está dada de alta en esta planta.',
    hint: 'Pida a un encargado una invitación e introduzca su código.',
  },
  tablet_revoked: {
    title: 'Esta tableta ya no puede enviar órdenes.',
    hint: 'Pida a un encargado otra invitación; lo que espera aquí no se pierde.',
  },
  invitation_wrong: {
    title: 'El código de la invitación es incorrecto, usado o caducado.',
    hint: 'Revise el código; vale una vez y diez minutos. Pida otro.',
  },
  tablet_signature_wrong: {
    title: 'La firma no es de la clave de esta tableta.',
    hint: 'Dé de alta la tableta otra vez; lo que espera no se pierde.',
  },
  tablet_command_invalid: {
    title: 'Lo firmado no es una orden de esta tableta en esta planta.',
    hint: 'Guarde la entrada para el técnico y hágalo de nuevo en la pantalla.',
  },
  command_online_only: {
    title: 'Esto no se hace por la cola de una tableta.',
    hint: 'Hágalo con conexión al servidor.',
  },
  weight_late: {
    title: 'Lo que había en la báscula entonces ya no se sabe.',
    hint: 'Pese de nuevo, o introduzca el peso a mano y diga por qué.',
  },
  command_outdated: {
    title: 'Esta orden se recibió hace mucho y su respuesta ya no se guarda.',
    hint: 'Mire si se hizo; si no, hágalo de nuevo.',
  },
  person_disabled: {
    title: 'La persona estaba dada de baja antes de que esto se hiciera.',
    hint: 'Avise a un encargado; lo repite alguien que pueda.',
  },
  undo_too_late: {
    title: 'Un registro se deshace en quince minutos.',
    hint: 'Pida a un administrador que anule el lote, con un motivo.',
  },
  undo_not_yours: {
    title: 'Un registro lo deshace quien lo hizo, o la tableta que lo hizo.',
    hint: 'Pídalo a quien registró el lote, o a un administrador.',
  },
}
