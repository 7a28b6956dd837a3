import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadSecrets } from '../../src/server/secrets'

const dataDir = mkdtempSync(join(tmpdir(), 'sothon-secret-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

describe('the server\'s key file', () => {
  it('is made once, whole and for its owner alone, and nothing is left beside it', () => {
    const first = loadSecrets({ secret: null, dataDir }).hmac('x', 'y')
    const again = loadSecrets({ secret: null, dataDir }).hmac('x', 'y')

    expect(again).toBe(first)
    expect(readdirSync(dataDir)).toEqual(['secret.key'])
    expect(readFileSync(join(dataDir, 'secret.key'), 'utf8')).toMatch(/^[\w-]{43}\n$/)
    expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600)
  })
})
