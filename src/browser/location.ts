import type { HouseLocation } from '../domain/forms/houseLocation'
import { fail, ok, type Result } from '../domain/result'
import type { LocationFailure } from '../ui/platform'

/** A cheap phone in a valley needs so long for its first satellites. */
const PATIENCE_MS = 30_000
const DENIED = 1

export function locate(): Promise<Result<HouseLocation, LocationFailure>> {
  return new Promise((done) => {
    if (!('geolocation' in navigator)) return done(fail('none'))
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => done(ok({ latitude, longitude, errorM: accuracy })),
      ({ code }) => done(fail(code === DENIED ? 'denied' : 'none')),
      { enableHighAccuracy: true, maximumAge: 0, timeout: PATIENCE_MS },
    )
  })
}
