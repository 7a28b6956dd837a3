import { communeByCode } from '../../domain/codes/units'
import type { CheckContext } from '../../domain/forms/checking/finding'
import type { Instant } from '../../domain/time'
import { vietnamDay } from '../../domain/time'

/** The same for every commune so far. They are sent to devices with the context. */
export const settings = { autoLockMinutes: 5, takesConfirmed: true } as const

/** Extra fields a province asks for, as data. None so far. */
export const extensions: readonly unknown[] = []

/** The context for the shared rules when an operation is judged: the day is the server's, never the device's. */
export function checkContext(receivedAt: Instant, minAge: number): CheckContext {
  return { today: vietnamDay(Date.parse(receivedAt)), minAge, findCommune: communeByCode }
}
