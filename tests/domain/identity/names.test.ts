import { describe, expect, it } from 'vitest'
import { compareNames } from '../../../src/domain/identity/compareNames'
import { cleanName, foldName, givenNameOf } from '../../../src/domain/identity/nameKey'

describe('names', () => {
  it.each([
    ['Nguyễn Thị Ngưỡng', 'nguyen thi nguong'],
    ['Đặng Văn Đông', 'dang van dong'],
    ['Hoà', 'hoa'],
    ['Hòa'.normalize('NFD'), 'hoa'],
    ['Ka-Tơr  Thị', 'ka tor thi'],
    ['K’Brơi', 'kbroi'],
    ["H' Ưng", 'h ung'],
    ['Chamaléa Thị Ngỡi', 'chamalea thi ngoi'],
  ])('%s is searched as %s', (name, key) => {
    expect(foldName(name)).toBe(key)
  })

  it('meet whichever apostrophe was typed', () => {
    expect(new Set(["K'Brơi", 'K’Brơi', 'KʼBrơi', 'K‘Brơi'].map(foldName))).toEqual(new Set(['kbroi']))
    expect(cleanName('  K’Brơi   Ha ')).toBe("K'Brơi Ha")
  })

  it('are kept in composed letters', () => {
    expect(cleanName('Nguyễn'.normalize('NFD'))).toBe('Nguyễn'.normalize('NFC'))
  })

  it('end with the given name; one word is all of it', () => {
    expect([givenNameOf('Pi Năng Thị Hương'), givenNameOf('Y'), givenNameOf(' ')]).toEqual(['Hương', 'Y', ''])
  })

  it('are sorted by given name, then by full name, in Vietnamese order', () => {
    const sorted = ['Trần Đức', 'Lê Dũng', 'Nguyễn Ân', 'Bùi Ăn', 'Võ An', 'Lê Văn An', 'Lê Ái', 'Lê Tả', 'Lê Tã', 'Lê Tá', 'Lê Tạ', 'Lê Tà', 'Lê Ta'].toSorted(compareNames)

    expect(sorted).toEqual(['Lê Ái', 'Lê Văn An', 'Võ An', 'Bùi Ăn', 'Nguyễn Ân', 'Lê Dũng', 'Trần Đức', 'Lê Ta', 'Lê Tà', 'Lê Tả', 'Lê Tã', 'Lê Tá', 'Lê Tạ'])
  })
})
