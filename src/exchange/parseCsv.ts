import { fail, ok, type Result } from '../domain/result'
import { cleanText } from './cleanText'
import type { ReadFailure, Table, TableRow } from './table'

const SEPARATORS = [';', '\t', ','] as const
/** Number of first lines from which the separator is guessed. */
const LOOKED_AT = 30

/**
 * Reads CSV as in RFC 4180: quotes, doubled quotes and line breaks inside quotes, and CRLF, LF or CR. The separator is guessed
 * from the first lines: `;`, tab or `,`. `line` counts records, as a spreadsheet program does.
 */
export function parseCsv(text: string): Result<Table, ReadFailure> {
  const separator = detectSeparator(text)
  const rows: TableRow[] = []
  const reader = new CsvReader(text, separator)
  while (!reader.atEnd) {
    const cells = reader.record()
    if (cells === null) return fail({ kind: 'openQuote', line: reader.line })
    const clean = cells.map(cleanText)
    if (clean.some((cell) => cell !== '')) rows.push({ line: reader.line, cells: clean })
  }
  return rows.length === 0 ? fail({ kind: 'empty' }) : ok({ name: null, rows })
}

/**
 * The separator that splits most of the first lines; among equals, the one that splits most of them into the same number of cells, then
 * the one with more cells. Not every line counts, because a title above the list has no separator.
 */
function detectSeparator(text: string): string {
  const ranked = SEPARATORS.map((separator) => ({ separator, rank: rankOf(new CsvReader(text, separator)) }))
  return ranked.reduce((best, next) => (isHigher(next.rank, best.rank) ? next : best)).separator
}

type Rank = readonly [linesWithIt: number, linesAlike: number, cells: number]

function rankOf(reader: CsvReader): Rank {
  const lines = new Map<number, number>()
  while (!reader.atEnd && reader.line < LOOKED_AT) {
    const cells = reader.record()?.length ?? 0
    if (cells > 1) lines.set(cells, (lines.get(cells) ?? 0) + 1)
    else if (cells === 0) break
  }
  const alike = Math.max(0, ...lines.values())
  return [[...lines.values()].reduce((sum, count) => sum + count, 0), alike, Math.max(0, ...[...lines].filter(([, count]) => count === alike).map(([cells]) => cells))]
}

function isHigher(one: Rank, other: Rank): boolean {
  const at = one.findIndex((value, index) => value !== other[index])
  return at !== -1 && (one[at] ?? 0) > (other[at] ?? 0)
}

class CsvReader {
  /** Number of the record that was read last, 1 = first. */
  line = 0
  private at = 0
  constructor(private readonly text: string, private readonly separator: string) {
    if (text.startsWith('\ufeff')) this.at = 1
  }

  get atEnd(): boolean {
    return this.at >= this.text.length
  }

  /** Cells of the next record. `null` = a quote is never closed. */
  record(): string[] | null {
    this.line += 1
    const cells: string[] = []
    for (;;) {
      const cell = this.text[this.at] === '"' ? this.quoted() : this.plain()
      if (cell === null) return null
      cells.push(cell)
      if (this.text[this.at] !== this.separator) break
      this.at += 1
    }
    if (this.text[this.at] === '\r') this.at += 1
    if (this.text[this.at] === '\n') this.at += 1
    return cells
  }

  private plain(): string {
    const start = this.at
    while (!this.atEnd && !this.isStop(this.text[this.at])) this.at += 1
    return this.text.slice(start, this.at)
  }

  private quoted(): string | null {
    const start = this.at + 1
    let end = this.text.indexOf('"', start)
    while (end !== -1 && this.text[end + 1] === '"') end = this.text.indexOf('"', end + 2)
    if (end === -1) return null
    this.at = end + 1
    // Text after a closing quote is against the RFC, but files edited by hand have it. It is kept, so that nothing is lost.
    return this.text.slice(start, end).replaceAll('""', '"') + this.plain()
  }

  private isStop(character: string | undefined): boolean {
    return character === this.separator || character === '\r' || character === '\n'
  }
}
