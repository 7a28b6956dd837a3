/** A text cut where another differs from it: what both begin and end with, and what lies between. */
export interface DifferingPart {
  readonly before: string
  readonly part: string
  readonly after: string
}

/**
 * The stretch of `text` that another text has otherwise, so that an eye finds it: in `Ka Tơr Bình` beside `Katơr Bình` it is ` T`.
 * Letters with their marks (NFC) are never cut in two. `part` is empty where the other only has something more.
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
