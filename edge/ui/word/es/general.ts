import type { GENERAL } from '@flowviz/contract/code/general'
import type { WordsOf } from './words-of.ts'

export const GENERAL_ES: WordsOf<typeof GENERAL> = {
  internal: { title: 'Algo falló dentro de FlowViz.', hint: 'Inténtelo de nuevo; si sigue, avise a un técnico.' },
  body_invalid: {
    title: 'A lo que se envió le falta un campo, o tiene uno que no vale.',
    hint: 'Revise los campos; si la pantalla no los deja corregir, avise a un técnico.',
  },
  body_malformed: {
    title: 'Lo que se envió no se puede leer.',
    hint: 'Inténtelo de nuevo; si sigue, avise a un técnico.',
  },
  body_too_large: {
    title: 'Lo que se envió es demasiado grande.',
    hint: 'Envíe menos de una vez, o una foto más pequeña.',
  },
  request_malformed: { title: 'La petición no está bien formada.', hint: 'Un técnico revisa la red que hay en medio.' },
  request_timed_out: {
    title: 'La petición no llegó a tiempo.',
    hint: 'Revise la red; se envía otra vez sin hacerse dos veces.',
  },
  headers_too_large: {
    title: 'La dirección y las cabeceras son demasiado grandes.',
    hint: 'Un técnico borra las cookies antiguas de esta dirección.',
  },
  media_type_unsupported: {
    title: 'Este tipo de contenido no se entiende aquí.',
    hint: 'Actualice esta pantalla; si sigue, avise a un técnico.',
  },
  method_not_allowed: {
    title: 'Esta dirección no admite esa acción.',
    hint: 'Actualice esta pantalla; si sigue, avise a un técnico.',
  },
  not_found: {
    title: 'En esta dirección no hay nada.',
    hint: 'Revise la dirección; el registro puede ser de otra planta.',
  },
  unauthenticated: { title: 'Nadie ha entrado.', hint: 'Entre con su PIN o su tarjeta.' },
  credentials_wrong: {
    title: 'El nombre o el PIN no es correcto.',
    hint: 'Revise los dos; después de varios fallos la cuenta se bloquea un rato.',
  },
  token_invalid: { title: 'Esta sesión ya no vale.', hint: 'Entre de nuevo con su PIN.' },
  token_expired: { title: 'Su sesión ha terminado.', hint: 'Entre de nuevo con su PIN.' },
  role_insufficient: {
    title: 'Su función no puede hacer esto.',
    hint: 'Pídalo a alguien que pueda, como el encargado.',
  },
  account_locked: {
    title: 'La cuenta está bloqueada por varios intentos fallidos seguidos.',
    hint: 'Espere un poco; si no fue usted, avise a un administrador.',
  },
  rate_limited: { title: 'Demasiadas peticiones seguidas.', hint: 'Espere unos segundos e inténtelo de nuevo.' },
  version_unsupported: {
    title: 'El mensaje es de una versión que aquí no se conoce.',
    hint: 'Un técnico actualiza primero este lado.',
  },
  idempotency_mismatch: {
    title: 'La clave de esta orden ya se usó para otra cosa.',
    hint: 'Hágalo de nuevo en la pantalla.',
  },
  command_parked: {
    title: 'Una orden anterior de lo mismo fue rechazada, así que esta no se intentó.',
    hint: 'Decida primero sobre la rechazada; después esta se envía sola.',
  },
  not_ready: { title: 'El servidor está arrancando o parando.', hint: 'Inténtelo de nuevo en unos segundos.' },
  storage_full: {
    title: 'El disco del servidor está lleno; no se guardó nada.',
    hint: 'Avise a un técnico; lo que introdujo sigue en esta tableta.',
  },
  storage_failed: {
    title: 'El servidor no pudo guardar; no se guardó nada.',
    hint: 'Inténtelo de nuevo; si sigue, avise a un técnico.',
  },
  store_unfit: { title: 'Esta versión no puede trabajar con ese archivo de datos.', hint: 'Avise a un técnico.' },
  writer_overloaded: {
    title: 'Demasiadas órdenes esperan al disco; esta no se tomó.',
    hint: 'Se intenta de nuevo en unos segundos.',
  },
}
