import type { TOOL } from '@flowviz/contract/code/tool'
import type { WordsOf } from './words-of.ts'

export const TOOL_ES: WordsOf<typeof TOOL> = {
  process_failed: {
    title: 'Un proceso de la planta terminó o no llegó a estar listo.',
    hint: 'Un técnico lee las últimas líneas de su registro.',
  },
  runtime_missing: { title: 'No está instalada la versión de Node que FlowViz usa.', hint: 'Un técnico la instala.' },
  platform_unsupported: {
    title: 'No hay programa preparado para esta máquina.',
    hint: 'Use Linux, macOS o Windows en x64 o arm64.',
  },
  demo_running: { title: 'La demostración ya está en marcha.', hint: 'Párela primero en su terminal.' },
  files_in_use: {
    title: 'Un proceso en marcha tiene abiertos estos archivos.',
    hint: 'Un técnico para primero el servidor.',
  },
  files_present: {
    title: 'Hay archivos donde irían los restaurados.',
    hint: 'Un técnico los aparta; nunca se borran.',
  },
  queue_file_invalid: {
    title: 'Esto no es la cola de una tableta.',
    hint: 'Use el archivo que dio la tableta, sin abrirlo ni guardarlo antes.',
  },
  queue_passphrase_wrong: {
    title: 'La contraseña no abre este archivo.',
    hint: 'Use la que se escribió en la tableta al hacer el archivo.',
  },
  peer_unreachable: {
    title: 'El otro lado no contestó.',
    hint: 'Revise la dirección, el cable y que el servidor esté en marcha.',
  },
}
