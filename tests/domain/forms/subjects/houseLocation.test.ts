import { describe, expect, it } from 'vitest'
import { isInVietNam, locationText, readLocation } from '../../../../src/domain/forms/subjects/houseLocation'

describe('where a house stands', () => {
  it('is written as a geo URI, to the metre', () => {
    expect(locationText({ latitude: 11.765432109, longitude: 108.7, errorM: 11.6 })).toBe('geo:11.76543,108.7;u=12')
  })

  it.each([[23.36283, 105.31602, 7], [-8.1, 111.9, 0], [0, 0, 100_000], [8.000001, 104.9999999, 3.4]])('is read as it was written, within a metre: %d, %d', (latitude, longitude, errorM) => {
    const read = readLocation(locationText({ latitude, longitude, errorM }))
    expect(read?.latitude).toBeCloseTo(latitude, 4)
    expect(read?.longitude).toBeCloseTo(longitude, 4)
    expect(read?.errorM).toBe(Math.round(errorM))
  })

  it.each(['', '11.76,108.7', 'geo:11.76,108.7', 'geo:11.76543;u=3', 'geo:11.7654321,108.7;u=3', 'geo:1176,108;u=3', 'geo:11.7,108.7;u=3;x'])('is not read from %j', (text) => {
    expect(readLocation(text)).toBeNull()
  })

  it.each([['Lũng Cú', 23.36, 105.32, true], ['Đất Mũi', 8.6, 104.72, true], ['Trường Sa Lớn', 8.64, 111.92, true], ['nowhere', 0, 0, false], ['turned round', 108.7, 11.7, false]])('%s: in Viet Nam?', (_, latitude, longitude, isIn) => {
    expect(isInVietNam({ latitude, longitude, errorM: 5 })).toBe(isIn)
  })
})
