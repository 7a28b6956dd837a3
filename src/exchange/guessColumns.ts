import { importColumns, type ImportColumnId } from '../protocol/importColumns'
import { foldHeading } from './foldHeading'

/** The column of the file (0 = first) for each of our columns. Columns the file does not have are absent. */
export type ColumnMapping = { readonly [column in ImportColumnId]?: number }

/** Our column for a folded heading, as chosen last time. Stored on the device. It contains headings, never cells. */
export type RememberedColumns = { readonly [foldedHeading: string]: ImportColumnId }

const SHORTEST_PART = 6

/**
 * Matches headings to our columns: first as the person chose last time, then by the exact name, then by a name inside a longer
 * heading ("Số CCCD/CMND của chủ hộ" matches only if nothing fits better). No column is used twice.
 */
export function guessColumns(headings: readonly string[], remembered: RememberedColumns = {}): ColumnMapping {
  const folded = headings.map(foldHeading)
  const mapping: { [column in ImportColumnId]?: number } = {}
  const taken = new Set<number>()
  const take = (id: ImportColumnId, fits: (heading: string) => boolean): void => {
    if (mapping[id] !== undefined) return
    const index = folded.findIndex((heading, at) => heading !== '' && !taken.has(at) && fits(heading))
    if (index === -1) return
    mapping[id] = index
    taken.add(index)
  }
  for (const { id } of importColumns) take(id, (heading) => remembered[heading] === id)
  for (const { id, label, aliases } of importColumns) take(id, (heading) => heading === foldHeading(label) || (aliases as readonly string[]).includes(heading))
  for (const { id, aliases } of importColumns) {
    take(id, (heading) => aliases.some((alias) => alias.length >= SHORTEST_PART && ` ${heading} `.includes(` ${alias} `)))
  }
  return mapping
}

/** The part of a mapping to remember: heading texts and our column ids, never cells. */
export function rememberColumns(headings: readonly string[], mapping: ColumnMapping): RememberedColumns {
  const entries = importColumns.flatMap(({ id }) => {
    const index = mapping[id]
    const heading = index === undefined ? '' : foldHeading(headings[index] ?? '')
    return heading === '' ? [] : [[heading, id] as const]
  })
  return Object.fromEntries(entries)
}
