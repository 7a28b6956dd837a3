/** Groups items by key. Each group keeps the order of the items. Items without a key (null) are left out. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const id = key(item)
    if (id === null) continue
    const group = groups.get(id)
    if (group) group.push(item)
    else groups.set(id, [item])
  }
  return groups
}
