import { describe, expect, it } from 'vitest'
import { passphraseStrength } from '../../src/domain/passphraseStrength'

describe('the strength of a passphrase', () => {
  it.each([
    '', '123456', '12345678', '123456789012', 'abcdefghijkl', 'qwertyuiop', 'asdfghjkl123', 'password', 'Password123!', 'matkhau123', 'Mậtkhẩu2026',
    'vietnamvodich', 'anhyeuem', 'Anh Yêu Em', '15081990', '15/08/1990', '1990-08-15', 'nguyenvana', 'aaaaaaaaaaaaaaaa', 'abababababab',
    'hahahahahaha', '1q2w3e4r5t', 'zxcvbnm123', 'iloveyou2024', 'hanoi2025', 'thuy15081990', 'vien.thon1', '0987654321', 'trongtrongtrong',
  ])('takes %j as easy to guess', (passphrase) => {
    expect(passphraseStrength(passphrase, ['vien.thon1']).enough).toBe(false)
  })

  it.each([
    'rổ cá khô trên mái tôn', 'trâu lội ao bèo chiều', 'xe bò kéo lúa qua cầu', 'k7$Rmq2!vXz9w', 'giay ban dinh vo chai nuoc', 'correct horse battery staple',
  ])('takes %j as hard enough', (passphrase) => {
    expect(passphraseStrength(passphrase).enough).toBe(true)
  })

  it('reads by the weakest reading: a longer repeat is hardly better', () => {
    expect(passphraseStrength('abcabcabcabcabcabc').bits).toBeLessThan(20)
  })

  it('gives nothing for the username', () => {
    expect(passphraseStrength('ktor.ninhson', ['ktor.ninhson']).bits).toBeLessThan(5)
  })

  it('is not moved by capitals and diacritics alone', () => {
    expect(passphraseStrength('HẠNH PHÚC').bits).toBeLessThan(25)
  })

  it('takes a text of 200 characters in its stride', () => {
    expect(passphraseStrength('ổ'.repeat(200)).enough).toBe(false)
  })
})
