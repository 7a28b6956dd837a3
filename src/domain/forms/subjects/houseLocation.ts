/** Where a house stands, by satellite, in degrees of WGS 84. */
export interface HouseLocation {
  readonly latitude: number
  readonly longitude: number
  /** Radius in metres in which the true place lies with a probability of 68 %, as in the Geolocation API. */
  readonly errorM: number
}

/** Five decimals of a degree are about a metre. More would only look exact. */
const DIGITS = 5
const pattern = /^geo:(-?\d{1,2}(?:\.\d{1,5})?),(-?\d{1,3}(?:\.\d{1,5})?);u=(\d{1,6})$/

/** The place as one answer, so that two readings are never mixed: a geo URI with its uncertainty (RFC 5870). */
export function locationText({ latitude, longitude, errorM }: HouseLocation): string {
  return `geo:${degrees(latitude)},${degrees(longitude)};u=${Math.round(errorM)}`
}

const degrees = (value: number): string => String(Number(value.toFixed(DIGITS)))

/** Reads a text of `locationText`. `null` = it is none. */
export function readLocation(text: string): HouseLocation | null {
  const [, latitude, longitude, errorM] = pattern.exec(text) ?? []
  return latitude === undefined ? null : { latitude: Number(latitude), longitude: Number(longitude), errorM: Number(errorM) }
}

/** The mainland, the islands and the sea between them, with a margin. A device that reports a place elsewhere is wrong. */
export function isInVietNam({ latitude, longitude }: HouseLocation): boolean {
  return latitude >= 6 && latitude <= 24 && longitude >= 102 && longitude <= 118
}

/** Whether a text is a place where a house of the register can stand. */
export function isHouseLocation(text: string): boolean {
  const place = readLocation(text)
  return place !== null && isInVietNam(place)
}
