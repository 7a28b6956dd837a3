/** A text in three pieces: the common beginning, the part that differs from another text, and the common end. */
export interface DifferingPart {
  readonly before: string
  readonly part: string
  readonly after: string
}

/**
 * Finds the part of `text` that differs from another text, so that it can be highlighted: in `Ka Tơr Bình` compared with `Katơr Bình` it
 * is ` T`. A letter and its marks (NFC) are never separated. `part` is empty if the other text only has additional letters.
 */
export function differingPart(text: string, other: string): DifferingPart {
  const [mine, theirs] = [[...text.normalize('NFC')], [...other.normalize('NFC')]]
  const shorter = Math.min(mine.length, theirs.length)
  let start = 0
  while (start < shorter && mine[start] === theirs[start]) start += 1
  let end = 0
  while (end < shorter - start && mine.at(-1 - end) === theirs.at(-1 - end)) end += 1
  const stop = mine.length - end
  return { before: mine.slice(0, start).join(''), part: mine.slice(start, stop).join(''), after: mine.slice(stop).join('') }
}
