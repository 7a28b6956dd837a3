/** `work` that never runs twice at the same time. If it is called while it runs, it runs once more afterwards, however often it was called. */
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
