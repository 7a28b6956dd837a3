import type { EnrolInput } from '../../vaultTypes'

/** What the server gave this device for one commune: who it is there, and the key its envelopes are sealed to. */
export type Enrolment = EnrolInput['communes'][number]

/**
 * The enrolments after a sign-in. A commune already known gets the new keys; another device id replaces the old one,
 * whose sealed envelopes stay and are sent under its own name.
 */
export function mergedEnrolments(known: readonly Enrolment[], given: readonly Enrolment[]): readonly Enrolment[] {
  const codes = new Set(given.map((enrolment) => enrolment.code))
  return [...known.filter((enrolment) => !codes.has(enrolment.code)), ...given]
}
