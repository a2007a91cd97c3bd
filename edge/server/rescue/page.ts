import { STYLE } from './style.ts'
import { LANGUAGES, type Language, WORDS } from './word.ts'

/** What the page shows. */
export interface Rescue {
  language: Language
  site_name: string
  /** The secure address, as an origin. */
  https_url: string
  /** SHA-256 of the authority's certificate, in pairs of hex digits; null: not handed out here. */
  fingerprint: string | null
}

/**
 * Why this tablet cannot work offline yet, and three steps to the address where it can: one HTML document that needs
 * nothing else and no script.
 */
export function rescuePage({ language, site_name, https_url, fingerprint }: Rescue): string {
  const words = WORDS[language]
  const other = LANGUAGES.find(one => one !== language) as Language
  const url = safe(https_url)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} - ${safe(site_name)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header><span>FlowViz - ${safe(site_name)}</span>
<a href="?lang=${other}" hreflang="${other}" lang="${other}">${words.other}</a></header>
<main>
<h1>${words.title}</h1>
<p>${words.why}</p>
<p class="loss">${words.loss}</p>
<h2>${words.steps}</h2>
<ol>
<li><b aria-hidden="true">1</b><h3>${words.get_title}</h3>
${getting(language, fingerprint)}</li>
<li><b aria-hidden="true">2</b><h3>${words.trust_title}</h3>
<p>${words.android}</p>
<p>${words.ipad}</p></li>
<li><b aria-hidden="true">3</b><h3>${words.open_title}</h3>
<p>${words.open_text}</p>
<a class="primary" href="${url}/">${words.open_link} ${url}</a></li>
</ol>
</main>
</body>
</html>
`
}

function getting(language: Language, fingerprint: string | null): string {
  const words = WORDS[language]
  if (fingerprint === null) return `<p>${words.ask_technician} <code>/ca</code>.</p>`
  return `<p>${words.get_text}</p>
<a href="/ca">${words.get_link}</a>
<p>${words.compare}</p>
<p><code>${safe(fingerprint)}</code></p>`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const safe = (text: string) => text.replace(/[&<>"']/g, found => ESCAPES[found]!)
