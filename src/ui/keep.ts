/** Settings of this device that say nothing about anyone: language, theme. Survives a blocked or full localStorage. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** `null` forgets. Never throws: a device that keeps nothing only asks again. */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Private windows refuse; the choice then lasts for this visit.
  }
}
