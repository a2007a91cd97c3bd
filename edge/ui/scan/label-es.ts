import type { Gs1Code } from '@flowviz/contract/gs1/fault'
import type { Warning } from '@flowviz/contract/gs1/scan'

/** Why a label cannot be read, and what to do about it, in Spanish. */
export const FAULTS_ES: Readonly<Record<Gs1Code, { message: string; hint: string }>> = {
  gs1_empty: {
    message: 'El escáner no envió nada que se pueda leer.',
    hint: 'Escanee otra vez.',
  },
  gs1_syntax: {
    message: 'No está escrito como una etiqueta GS1.',
    hint: 'Escriba cada dato como (AI)valor, por ejemplo (01)09521234543213(10)LOT42.',
  },
  gs1_symbology: {
    message: 'El escáner leyó un código que no es GS1.',
    hint: 'Escanee un código GS1; un técnico hace que el escáner envíe el identificador AIM.',
  },
  gs1_unknown_ai: {
    message: 'La etiqueta lleva un dato que GS1 no conoce.',
    hint: 'Puede faltar un separador o no ser GS1; un técnico hace que el escáner envíe GS (0x1D).',
  },
  gs1_unsupported: {
    message: 'Es un cupón de tienda.',
    hint: 'Escriba a mano el lote o el GTIN.',
  },
  gs1_length: {
    message: 'A un dato de la etiqueta le faltan o le sobran caracteres.',
    hint: 'Escanee otra vez; si se repite, un técnico hace que el escáner envíe GS (0x1D).',
  },
  gs1_character: {
    message: 'La etiqueta lleva un carácter que GS1 no permite ahí.',
    hint: 'Escanee otra vez; si se repite, pregunte a quien la imprimió.',
  },
  gs1_check_digit: {
    message: 'El dígito de control no coincide.',
    hint: 'Un dígito está mal: escanee otra vez o compare el número con la etiqueta.',
  },
  gs1_date: {
    message: 'La etiqueta lleva una fecha que no existe.',
    hint: 'Aparte la mercancía y pregunte al proveedor.',
  },
  gs1_content: {
    message: 'La etiqueta lleva un valor que GS1 no permite ahí.',
    hint: 'Pregunte a quien la imprimió.',
  },
  gs1_repeated: {
    message: 'Dos códigos de este artículo se contradicen.',
    hint: 'Escanee solo los códigos de un artículo.',
  },
  gs1_requires: {
    message: 'A la etiqueta le falta un dato que acompaña a otro.',
    hint: 'Escanee también los otros códigos de la misma etiqueta.',
  },
  gs1_excludes: {
    message: 'La etiqueta lleva datos que no van juntos.',
    hint: 'Escanee solo los códigos de un artículo, o pregunte a quien la imprimió.',
  },
  gs1_link: {
    message: 'La dirección no es un enlace GS1.',
    hint: 'Compare la dirección con https://id.gs1.org/01/{GTIN}/10/{lote}.',
  },
  gs1_not_carried: {
    message: 'Esta forma de etiqueta no lleva ese dato.',
    hint: 'Elija otra forma de etiqueta, o quite ese dato.',
  },
}

/** What was assumed when a label was read, in Spanish: a person looks twice. */
export const WARNINGS_ES: Readonly<Record<Warning['code'], string>> = {
  symbology_missing: 'El escáner no dice qué tipo de código leyó.',
  symbology_guessed: 'Se leyó como GS1 aunque el escáner dice otro tipo de código: compare con la etiqueta.',
  separator_substituted: 'Se tomó otro carácter por el separador: compare con la etiqueta.',
  separator_lost: 'Parece que falta un separador: compare con la etiqueta.',
  ambiguous: 'Se puede leer de dos maneras: compare con la etiqueta.',
  incomplete: 'Falta un dato que acompaña a otro: escanee también los otros códigos de la misma etiqueta.',
}
