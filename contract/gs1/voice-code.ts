/** The four digits that are spoken for a case; the last two are printed large. */
export interface VoiceCode {
  minor: string
  major: string
}

/** CRC-16 (polynomial 0xA001 reflected, begins with 0), as the Produce Traceability Initiative has it. */
function crc16(text: string): number {
  let crc = 0
  for (const letter of text) {
    crc ^= letter.charCodeAt(0)
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1
  }
  return crc
}

/** The PTI voice code of a case: its GTIN-14, its lot and, where the label shows one, its date (YYMMDD). */
export function voiceCode(gtin: string, lot: string, date = ''): VoiceCode {
  const code = String(crc16(gtin + lot + date) % 10_000).padStart(4, '0')
  return { minor: code.slice(0, 2), major: code.slice(2) }
}
