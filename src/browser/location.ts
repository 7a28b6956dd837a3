import type { HouseLocation } from '../domain/forms/subjects/houseLocation'
import { fail, ok, type Result } from '../domain/result'
import type { LocationFailure } from '../ui/platform'

/** A cheap phone in a valley needs this long to find its first satellites. */
const PATIENCE_MS = 30_000
/** With a larger error it is a guess from the network, not the place of a house. */
const USABLE_M = 10_000
const DENIED = 1

/** Where the device is now. An older position is not accepted. */
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
