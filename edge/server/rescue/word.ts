/** The languages of the page. */
export const LANGUAGES = ['en', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

/** What the page says in one language. */
export interface Words {
  own_name: string
  title: string
  why: string
  loss: string
  steps: string
  get_title: string
  get_text: string
  get_link: string
  ask_technician: string
  compare: string
  trust_title: string
  android: string
  ipad: string
  open_title: string
  open_text: string
  open_link: string
  other: string
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    own_name: 'English',
    title: 'This tablet cannot work offline yet',
    why: 'You opened the plain address of the appliance. A browser keeps a page for work without Wi-Fi, and the keys of a tablet, only at a secure address that it trusts.',
    loss: 'Here an entry would be lost when the Wi-Fi drops, so nothing is entered at this address.',
    steps: 'Three steps to the secure address',
    get_title: 'Get the certificate of this site',
    get_text: 'The tablet downloads one small file.',
    get_link: 'Download the certificate',
    ask_technician: 'Ask your technician for it. As soon as it is set up, it is here, at',
    compare: 'Compare this number (SHA-256) with the one on the poster before you trust it:',
    trust_title: 'Let the tablet trust it',
    android:
      'Android: Settings, Security, Encryption and credentials, Install a certificate, CA certificate; choose the file.',
    ipad: 'iPad: Settings, Profile Downloaded, Install; then General, About, Certificate Trust Settings, switch it on.',
    open_title: 'Open the secure address',
    open_text: 'If the browser warns you, do not go on: step 2 is missing.',
    open_link: 'Open',
    other: 'Leer en español',
  },
  es: {
    own_name: 'Español',
    title: 'Esta tableta todavía no puede trabajar sin conexión',
    why: 'Ha abierto la dirección sin cifrar del equipo. Un navegador solo guarda una página para trabajar sin Wi-Fi, y las claves de una tableta, en una dirección segura en la que confía.',
    loss: 'Aquí se perdería lo anotado al caer el Wi-Fi; por eso en esta dirección no se anota nada.',
    steps: 'Tres pasos hasta la dirección segura',
    get_title: 'Obtenga el certificado de esta planta',
    get_text: 'La tableta descarga un archivo pequeño.',
    get_link: 'Descargar el certificado',
    ask_technician: 'Pídaselo a su técnico. En cuanto esté preparado, estará aquí, en',
    compare: 'Compare este número (SHA-256) con el del cartel antes de confiar en él:',
    trust_title: 'Haga que la tableta confíe en él',
    android:
      'Android: Ajustes, Seguridad, Cifrado y credenciales, Instalar un certificado, Certificado de CA; elija el archivo.',
    ipad: 'iPad: Ajustes, Perfil descargado, Instalar; luego General, Información, Ajustes de confianza de los certificados, actívelo.',
    open_title: 'Abra la dirección segura',
    open_text: 'Si el navegador le avisa de un riesgo, no continúe: falta el paso 2.',
    open_link: 'Abrir',
    other: 'Read in English',
  },
}

/**
 * The language that a reader asks for: by the switch of the page, else by what the browser prefers, else English.
 * @param asked `?lang=` of the address.
 * @param accepted the header Accept-Language.
 */
export function languageOf(asked: string | null, accepted: string | undefined): Language {
  const found = LANGUAGES.find(language => language === asked)
  if (found !== undefined) return found
  const wishes = (accepted ?? '').split(',').map(wish => {
    const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';')
    const weight = parameters.map(parameter => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
    return { language: LANGUAGES.find(one => one === tag.split('-')[0]), weight: Number(weight ?? 1) }
  })
  const known = wishes.filter(wish => wish.language !== undefined && wish.weight > 0)
  return known.sort((one, other) => other.weight - one.weight)[0]?.language ?? 'en'
}
