/** `work` that never runs beside itself: asked for while it runs, it runs once more after, however often it was asked. */
export function oneAtATime(work: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | null = null
  let again = false
  const untilNobodyAsks = async (): Promise<void> => {
    do {
      again = false
      await work()
    } while (again)
  }
  return () => {
    if (running) again = true
    running ??= untilNobodyAsks().finally(() => { running = null })
    return running
  }
}
