import { fail, ok, type Result } from '../domain/result'
import { cleanText } from './cleanText'
import type { ReadFailure, Table, TableRow } from './table'

const SEPARATORS = [';', '\t', ','] as const
/** Lines from which the separator is told. */
const LOOKED_AT = 30

/**
 * Reads CSV by RFC 4180: quotes, doubled quotes and line breaks inside quotes, CRLF, LF or CR. The separator is the
 * one of `;` tab `,` by which the first lines come apart alike. `line` counts records, as a sheet program does.
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

/** The separator most of the first lines have; of those the one they have the same number of times, then more often. A title above the list has a line alone. */
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
  /** Number of the record read last. */
  line = 0
  private at = 0
  constructor(private readonly text: string, private readonly separator: string) {
    if (text.startsWith('\ufeff')) this.at = 1
  }

  get atEnd(): boolean {
    return this.at >= this.text.length
  }

  /** Cells of the next record; `null` when a quote is never closed. */
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
    // Text after a closing quote is against the RFC, yet hand-edited files have it: keep it rather than lose it.
    return this.text.slice(start, end).replaceAll('""', '"') + this.plain()
  }

  private isStop(character: string | undefined): boolean {
    return character === this.separator || character === '\r' || character === '\n'
  }
}
