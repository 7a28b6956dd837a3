import type { EnrolInput } from '../../vaultTypes'

/** What the server gave this device for one commune: its id there, its secret, and the key its envelopes are sealed to. */
export type Enrolment = EnrolInput['communes'][number]

/**
 * The enrolments after a sign-in. A known commune gets the new keys. A new device id replaces the old one, whose envelopes stay and are sent under the old
 * id.
 */
export function mergedEnrolments(known: readonly Enrolment[], given: readonly Enrolment[]): readonly Enrolment[] {
  const codes = new Set(given.map((enrolment) => enrolment.code))
  return [...known.filter((enrolment) => !codes.has(enrolment.code)), ...given]
}
