import type { HouseLocation } from '../domain/forms/subjects/houseLocation'
import { fail, ok, type Result } from '../domain/result'
import type { LocationFailure } from '../ui/platform'

/** A cheap phone in a valley needs so long for its first satellites. */
const PATIENCE_MS = 30_000
/** Farther off it is a guess from the network, and no place of a house. */
const USABLE_M = 10_000
const DENIED = 1

/** Where the device is now, not where it was a while ago. */
export function locate(): Promise<Result<HouseLocation, LocationFailure>> {
  return new Promise((done) => {
    if (!('geolocation' in navigator)) return done(fail('none'))
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => done(accuracy <= USABLE_M ? ok({ latitude, longitude, errorM: accuracy }) : fail('none')),
      ({ code }) => done(fail(code === DENIED ? 'denied' : 'none')),
      { enableHighAccuracy: true, maximumAge: 0, timeout: PATIENCE_MS },
    )
  })
}
