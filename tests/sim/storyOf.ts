import type { Entry } from './simServer'

/** What a history says happened. `…Crossed`: each was made in ignorance of the other. */
export const told = ['accepted', 'returned', 'editCrossedReturn', 'returnCrossedEdit', 'resolved', 'moved', 'movedAcross', 'merged', 'takenApart', 'wentAlong', 'declined', 'held', 'refused'] as const
export type Told = (typeof told)[number]

/** Decisions that were judged by what came since, or by whose they are. */
export const turnedDown = ['choiceCrossed', 'choiceNotTheirs', 'mergeCrossed'] as const
export type TurnedDown = (typeof turnedDown)[number]

export function turnedDownIn(log: readonly Entry[]): readonly TurnedDown[] {
  return log.flatMap(({ operation, outcome }) => {
    if (outcome.kind !== 'refused') return []
    if (operation?.type === 'resolve' && outcome.reason === 'changedSince') return ['choiceCrossed']
    if (operation?.type === 'resolve' && outcome.reason === 'notAllowed') return ['choiceNotTheirs']
    return operation?.type === 'move' && operation.same && outcome.reason === 'changedSince' ? ['mergeCrossed'] : []
  })
}

/** One word or more for each entry of a history. */
export function storyOf(log: readonly Entry[]): readonly Told[] {
  const story: Told[] = []
  const returnedAt = new Map<string, { readonly version: number; readonly device: string }>()
  const hamlets = new Map<string, string>()
  for (const { operation, outcome, device, counter } of log) {
    if (outcome.kind === 'held' || outcome.kind === 'refused') story.push(outcome.kind)
    if (outcome.kind === 'refused') {
      if (operation?.type === 'return' && outcome.reason === 'changedSince') story.push('returnCrossedEdit')
      continue
    }
    switch (operation?.type) {
      case 'submit': {
        const sentBack = returnedAt.get(operation.record)
        if (sentBack && sentBack.device !== device && operation.base < sentBack.version) story.push('editCrossedReturn')
        if (!hamlets.has(operation.record)) hamlets.set(operation.record, operation.head.hamlet)
        break
      }
      case 'accept': story.push('accepted'); break
      case 'return':
        story.push('returned')
        returnedAt.set(operation.record, { version: outcome.version, device })
        break
      case 'resolve': story.push('resolved'); break
      case 'move':
        story.push(counter === null ? 'wentAlong' : operation.same ? 'merged' : operation.same === null ? 'takenApart' : operation.reply ? 'declined' : 'moved')
        if (hamlets.get(operation.record) !== operation.hamlet) story.push('movedAcross')
        hamlets.set(operation.record, operation.hamlet)
        break
      case undefined: break
    }
  }
  return story
}
