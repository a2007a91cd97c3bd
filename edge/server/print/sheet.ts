import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'

const MARGIN = 42
const FOOT = 30
const LABEL_WIDTH = 128
const GAP = 8
/** Height of a row of one line. */
const ROW = 12

const face = (name: string) => fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))
const FONTS = {
  plain: face('DejaVuSansCondensed'),
  bold: face('DejaVuSansCondensed-Bold'),
  mono: face('DejaVuSansMono'),
} as const
export type Font = keyof typeof FONTS

export interface SheetOptions {
  title: string
  author: string
  /** ISO time */
  created: string
  /** Stands at the foot of each page, left of its number. */
  foot: string
}

export interface Style {
  font?: Font
  size?: number
  grey?: boolean
  /** Space above, points. */
  above?: number
}

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

type Glyphs = { hasGlyphForCodePoint(point: number): boolean }

/** What pdfkit keeps, and its types do not say. */
interface Kept {
  page: { content: { buffer: Uint8Array[] } }
  _fontFamilies: Record<string, { layoutCache?: Record<string, unknown> }>
}

/** Pages between two times that the words of a document are forgotten. */
const PAGES_REMEMBERED = 20

/** Pages of A4 in one column, with every glyph embedded (PDF/A-2b): they look the same in ten years. */
export class Sheet {
  readonly #pdf: PDFKit.PDFDocument
  readonly #options: SheetOptions
  readonly #chunks: Buffer[] = []
  readonly #glyphs = new Map<Font, Glyphs>()

  constructor(options: SheetOptions) {
    this.#options = options
    this.#pdf = new PDFDocument({
      size: 'A4',
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT },
      bufferPages: true,
      pdfVersion: '1.7',
      subset: 'PDF/A-2b',
      lang: 'en',
      displayTitle: true,
      font: FONTS.plain,
      info: { Title: options.title, Author: options.author, CreationDate: new Date(options.created) },
    } as PDFKit.PDFDocumentOptions)
    this.#pdf.on('data', (chunk: Buffer) => this.#chunks.push(chunk))
    this.#keepLittle()
  }

  /**
   * Until its end pdfkit keeps each drawing step of a page as a buffer of its own, and each word with its glyphs: hashes
   * and ids, none of which comes twice, took a gigabyte of a thousand pages.
   */
  #keepLittle(): void {
    const kept = this.#pdf as unknown as Kept
    let pages = 1
    let { page } = kept
    this.#pdf.on('pageAdded', () => {
      page.content.buffer = [Buffer.concat(page.content.buffer)]
      page = kept.page
      pages += 1
      if (pages % PAGES_REMEMBERED !== 0) return
      for (const font of Object.values(kept._fontFamilies)) if (font.layoutCache) font.layoutCache = {}
    })
  }

  get #width(): number {
    return this.#pdf.page.width - 2 * MARGIN
  }

  text(text: string, { font = 'plain', size = 8.5, grey = false, above = 0 }: Style = {}): this {
    this.#pdf.y += above
    this.#set(font, size, grey)
    this.#pdf.text(this.#printable(text, font), MARGIN, this.#pdf.y, { width: this.#width })
    return this
  }

  /** A label and its value beside it; the value may take several lines and pages. */
  pair(label: string, value: string, font: Font = 'plain'): this {
    const pdf = this.#pdf
    this.need(12)
    const top = pdf.y
    this.#set('plain', 7.5, true)
    pdf.text(this.#printable(label, 'plain'), MARGIN, top, { width: LABEL_WIDTH })
    const below = pdf.y
    this.#set(font, font === 'mono' ? 6.5 : 8, false)
    const left = MARGIN + LABEL_WIDTH + GAP
    pdf.text(this.#printable(value, font), left, top, { width: this.#width - LABEL_WIDTH - GAP })
    // A long value may have gone to the next page, where `below` says nothing.
    if (pdf.y > top) pdf.y = Math.max(pdf.y, below)
    return this
  }

  rule(above = 6): this {
    const y = this.#pdf.y + above
    this.#pdf
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + this.#width, y)
      .lineWidth(0.5)
      .strokeColor('#999999')
      .stroke()
    this.#pdf.y = y + 5
    return this
  }

  /** A row of a table: cells beside each other, each as wide as its share; as high as the highest. */
  row(cells: readonly string[], { shares, bold = false }: { shares: readonly number[]; bold?: boolean }): this {
    const pdf = this.#pdf
    const height = this.#heightOf(cells, { shares, bold })
    this.need(height)
    const top = pdf.y
    const widths = this.#widths(shares)
    let left = MARGIN
    for (const [at, cell] of cells.entries()) {
      pdf.text(this.#printable(cell, bold ? 'bold' : 'plain'), left, top, { width: widths[at]! })
      left += widths[at]! + GAP
    }
    pdf.y = top + height
    return this
  }

  /** Of a row in the font that it is written in, which stays set. */
  #heightOf(cells: readonly string[], { shares, bold }: { shares: readonly number[]; bold: boolean }): number {
    const font = bold ? 'bold' : 'plain'
    const widths = this.#widths(shares)
    this.#set(font, 7, bold)
    const heightOf = (cell: string, at: number) =>
      this.#pdf.heightOfString(this.#printable(cell, font), { width: widths[at]! })
    return Math.max(...cells.map(heightOf)) + 2
  }

  #widths(shares: readonly number[]): number[] {
    const whole = shares.reduce((sum, share) => sum + share, 0)
    return shares.map(share => (this.#width * share) / whole - GAP)
  }

  /** Rows under a head, which stands over them again on each further page. */
  table(head: readonly string[], rows: readonly (readonly string[])[], shares: readonly number[]): this {
    this.need(3 * ROW).row(head, { shares, bold: true })
    for (const row of rows) {
      const { page } = this.#pdf
      this.need(this.#heightOf(row, { shares, bold: false }))
      if (this.#pdf.page !== page) this.row(head, { shares, bold: true })
      this.row(row, { shares })
    }
    return this
  }

  /** Room of the full width for a drawing; `paint` gets where it is, in points. */
  draw(height: number, paint: (pdf: PDFKit.PDFDocument, box: Box) => void): this {
    this.need(height)
    const top = this.#pdf.y
    this.#set('plain', 6.5, true)
    paint(this.#pdf, { left: MARGIN, top, width: this.#width, height })
    this.#pdf.x = MARGIN
    this.#pdf.y = top + height
    return this
  }

  /** Begins a new page when less than so many points are left of this one. */
  need(points: number): this {
    if (this.#pdf.y + points > this.#pdf.page.height - MARGIN - FOOT) this.#pdf.addPage()
    return this
  }

  /** The finished file. */
  finish(): Promise<Uint8Array> {
    this.#number()
    return new Promise((resolve, reject) => {
      this.#pdf.once('error', reject)
      this.#pdf.once('end', () => resolve(Buffer.concat(this.#chunks)))
      this.#pdf.end()
    })
  }

  #number(): void {
    const pdf = this.#pdf
    const { count } = pdf.bufferedPageRange()
    for (let page = 0; page < count; page += 1) {
      pdf.switchToPage(page)
      // Below the margin, where text would begin a page.
      pdf.page.margins.bottom = 0
      const y = pdf.page.height - MARGIN - FOOT + 14
      this.#set('plain', 7, true)
      pdf.text(this.#printable(this.#options.foot, 'plain'), MARGIN, y, {
        width: this.#width - 80,
        height: 9,
        ellipsis: true,
      })
      pdf.text(`Page ${page + 1} of ${count}`, MARGIN + this.#width - 80, y, { width: 80, align: 'right' })
    }
  }

  #set(font: Font, size: number, grey: boolean): void {
    // By path, as the first one was opened: pdfkit reads a font that it knows under two names anew each time.
    this.#pdf
      .font(FONTS[font])
      .fontSize(size)
      .fillColor(grey ? '#555555' : '#000000')
  }

  /** What the font has no glyph for is written by its number, so that nothing is lost and nothing is guessed. */
  #printable(text: string, font: Font): string {
    const glyphs = this.#glyphsOf(font)
    let shown = ''
    for (const char of text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ')) {
      const point = char.codePointAt(0)!
      shown +=
        char === '\n' || glyphs.hasGlyphForCodePoint(point)
          ? char
          : `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`
    }
    return shown
  }

  #glyphsOf(font: Font): Glyphs {
    let glyphs = this.#glyphs.get(font)
    if (glyphs === undefined) {
      this.#pdf.font(FONTS[font])
      glyphs = (this.#pdf as unknown as { _font: { font: Glyphs } })._font.font
      this.#glyphs.set(font, glyphs)
    }
    return glyphs
  }
}
