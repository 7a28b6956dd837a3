/** Reads a setting of this device that says nothing about anyone, e.g. language or theme. Never throws; `null` = not stored, or storage is blocked. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Stores such a setting; `null` forgets it. Never throws: a device that stores nothing only asks again. */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Private windows refuse. The choice then lasts for this visit.
  }
}
