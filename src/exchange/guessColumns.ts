import { importColumns, type ImportColumnId } from '../protocol/importColumns'
import { foldHeading } from './foldHeading'

/** Which column of the file (0 = first) holds what. A column of ours that the file lacks is absent. */
export type ColumnMapping = { readonly [column in ImportColumnId]?: number }

/** What a folded heading was taken for last time; remembered on the device, holds headings only. */
export type RememberedColumns = { readonly [foldedHeading: string]: ImportColumnId }

const SHORTEST_PART = 6

/**
 * Matches headings to our columns: what the person chose last time, then exact names, then names contained in a longer
 * heading ("Số CCCD/CMND của chủ hộ" is taken last, and only if nothing fits better). No column is used twice.
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

/** What to remember of a mapping: heading text and our column id, never a cell. */
export function rememberColumns(headings: readonly string[], mapping: ColumnMapping): RememberedColumns {
  const entries = importColumns.flatMap(({ id }) => {
    const index = mapping[id]
    const heading = index === undefined ? '' : foldHeading(headings[index] ?? '')
    return heading === '' ? [] : [[heading, id] as const]
  })
  return Object.fromEntries(entries)
}
