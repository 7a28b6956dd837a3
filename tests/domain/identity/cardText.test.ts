import { describe, expect, it } from 'vitest'
import { parseCardText } from '../../../src/domain/identity/cardText'

const CHIP = '001090123456|012345678|Nguyễn Văn A|01011990|Nam|Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh|15042021'

describe('the QR text of an identity card', () => {
  it('of a chip card gives number, old number, name, birth, sex, raw address and issue date', () => {
    expect(parseCardText(CHIP)).toEqual({
      ok: true,
      value: {
        number: '001090123456', oldNumber: '012345678', fullName: 'Nguyễn Văn A', born: '1990-01-01', sex: '1',
        addressRaw: 'Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh', issuedOn: '2021-04-15',
      },
    })
  })

  it('of somebody who never had a CMND leaves the old number out', () => {
    expect(parseCardText('001301123456||Trần Thị B|05062001|Nữ|Hà Nội|01012022')).toMatchObject({ value: { number: '001301123456', sex: '2', born: '2001-06-05' } })
    expect(parseCardText('001301123456||Trần Thị B|05062001|Nữ|Hà Nội|01012022')).not.toHaveProperty('value.oldNumber')
  })

  it('of the 2024 card has eleven fields, of which the first seven are read', () => {
    expect(parseCardText(`${CHIP}|x|y|z|w`)).toEqual(parseCardText(CHIP))
  })

  it('typed by a scanner with a line end and decomposed letters reads the same', () => {
    expect(parseCardText(`${CHIP.normalize('NFD')}\r\n`)).toEqual(parseCardText(CHIP))
  })

  it('keeps what is known of a birth date and drops an impossible one', () => {
    const born = (date: string) => parseCardText(`058045000001||Pi Năng Thị C|${date}|Nữ|Ninh Sơn|01012022`)

    expect(born('00001945')).toMatchObject({ value: { born: '1945' } })
    expect(born('00051945')).toMatchObject({ value: { born: '1945-05' } })
    expect(born('31021945')).not.toHaveProperty('value.born')
  })

  it('keeps an issue date only when it is a day', () => {
    expect(parseCardText(CHIP.replace('15042021', '00042021'))).not.toHaveProperty('value.issuedOn')
  })

  it.each(['001090123456|012345678|Nguyễn Văn A|01011990|Nam', '001090123456'])('that broke off is told from another text: %s', (text) => {
    expect(parseCardText(text)).toEqual({ ok: false, error: 'cut' })
  })

  it.each(['', 'https://example.vn', '1|2|3|4|5|6|7', `${CHIP}|x`])('is not a card: %s', (text) => {
    expect(parseCardText(text)).toEqual({ ok: false, error: 'notCard' })
  })
})
