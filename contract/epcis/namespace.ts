/** The JSON-LD context of EPCIS 2.0, and the namespace of what only this project says. */
export const EPCIS_CONTEXT = 'https://ref.gs1.org/standards/epcis/epcis-context.jsonld'
export const FV_NAMESPACE = 'https://flowviz.example/ns/'
export const OWN_CONTEXT = [EPCIS_CONTEXT, { fv: FV_NAMESPACE }]

/** Prefixes that the context of EPCIS itself brings. */
const BUILT_IN: Readonly<Record<string, string>> = {
  cbv: 'https://ref.gs1.org/cbv/',
  cbvmda: 'urn:epcglobal:cbv:mda:',
  epcis: 'https://ref.gs1.org/epcis/',
  gs1: 'https://gs1.org/voc/',
  dcterms: 'http://purl.org/dc/terms/',
  owl: 'http://www.w3.org/2002/07/owl#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

/** Namespaces by their prefix. */
export type Namespaces = Readonly<Record<string, string>>

/** The namespaces that some `@context` values define, on top of those of EPCIS; the later wins. */
export function namespacesOf(...contexts: unknown[]): Namespaces {
  const found: Record<string, string> = { ...BUILT_IN }
  for (const context of contexts.flat(2)) {
    if (typeof context !== 'object' || context === null) continue
    for (const [prefix, value] of Object.entries(context)) {
      const id = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['@id'] : value
      if (typeof id === 'string' && !prefix.startsWith('@')) found[prefix] = id
    }
  }
  return found
}

/** True when a context stands for others that are not at hand: they may define any prefix. */
export const hasForeign = (...contexts: unknown[]): boolean =>
  contexts.flat(2).some(context => typeof context === 'string' && !/\/epcis-context\.jsonld$/.test(context))

/** The prefix and the name of a compact IRI; null for a plain word or an IRI with a scheme of its own. */
export function compactOf(text: string): { prefix: string; name: string } | null {
  const found = /^(?<prefix>[A-Za-z][\w.+-]*):(?!\/\/)(?<name>.+)$/.exec(text)?.groups
  return found === undefined ? null : { prefix: found.prefix!, name: found.name! }
}

/** A compact IRI in full, where its prefix is known. */
export function expand(text: string, namespaces: Namespaces): string {
  const compact = compactOf(text)
  if (compact === null || !Object.hasOwn(namespaces, compact.prefix)) return text
  return namespaces[compact.prefix] + compact.name
}
