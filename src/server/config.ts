import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEFAULT_MIN_AGE } from '../domain/forms/checking/finding'
import { DEFAULT_RECHECK_MONTHS } from '../domain/records/round/beneficiaryCheck'
import { DEFAULT_SHRINK_DAYS } from '../domain/records/shrink'
import { databaseLimits, type DatabaseLimits } from './database/limits'
import { defaultLegalBasis, purposes, type LegalBasis, type LegalBasisOf, type Purpose } from '../domain/consent'

export interface ServerConfig {
  readonly host: string
  readonly port: number
  /** The folder for the database, the secret and the demo sign-ins. */
  readonly dataDir: string
  /** `null` = the embedded database in `dataDir`. */
  readonly databaseUrl: string | null
  readonly databaseLimits: DatabaseLimits
  readonly production: boolean
  /** The address people open, such as `https://so-thon.example.vn`. `null` = whatever they typed. */
  readonly publicUrl: string | null
  /** People reach the server by https, directly or through a proxy. Turns on Secure cookies and HSTS. */
  readonly https: boolean
  /** The number of proxies in front of the server. That many entries at the end of `X-Forwarded-For` are trusted; the rest is the client's own claim. */
  readonly trustProxy: number
  /** At least 32 bytes of text. `null` = a key file in `dataDir` is used. Servers that share a database must share the secret. */
  readonly secret: string | null
  /** The folder of the built client. Without its files the server has an API but no screens. */
  readonly clientDir: string
  /** The legal basis of each purpose. */
  readonly legalBasis: LegalBasisOf
  /** Who answers for the protection of personal data, and how they are reached: read out with the notice. `null` = the notice names nobody. */
  readonly dataContact: string | null
  /** From this age, in whole years, residents belong in the labour survey. Forms about younger people are refused. */
  readonly minAge: number
  /** Months after which a beneficiary record is checked again. */
  readonly recheckMonths: number
  /** Days after which phones keep only a part of an accepted form. 0 = they keep it whole. */
  readonly shrinkDays: number
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const

/**
 * Reads the configuration from the environment.
 * @throws Error that names the variable that cannot be used
 */
export function readConfig(env: NodeJS.ProcessEnv): ServerConfig {
  const publicUrl = env.SOTHON_PUBLIC_URL ? checkedUrl('SOTHON_PUBLIC_URL', env.SOTHON_PUBLIC_URL, ['http:', 'https:']) : null
  return {
    host: env.HOST || '127.0.0.1',
    port: wholeNumber('PORT', env.PORT ?? '8080', [0, 65_535]),
    dataDir: resolve(env.SOTHON_DATA || 'data'),
    databaseUrl: env.DATABASE_URL ? checkedUrl('DATABASE_URL', env.DATABASE_URL, ['postgres:', 'postgresql:']) : null,
    databaseLimits,
    production: env.NODE_ENV === 'production',
    publicUrl,
    https: publicUrl?.startsWith('https:') ?? false,
    trustProxy: wholeNumber('TRUST_PROXY', env.TRUST_PROXY ?? '0', [0, 9]),
    secret: env.SOTHON_SECRET || null,
    clientDir: join(dirname(fileURLToPath(import.meta.url)), '../client'),
    legalBasis: env.SOTHON_CONSENT_FOR === undefined ? defaultLegalBasis : legalBasisOf(env.SOTHON_CONSENT_FOR),
    dataContact: dataContactOf(env.SOTHON_DATA_CONTACT ?? ''),
    minAge: wholeNumber('SOTHON_MIN_AGE', env.SOTHON_MIN_AGE ?? String(DEFAULT_MIN_AGE), [15, 18]),
    recheckMonths: wholeNumber('SOTHON_RECHECK_MONTHS', env.SOTHON_RECHECK_MONTHS ?? String(DEFAULT_RECHECK_MONTHS), [1, 120]),
    shrinkDays: wholeNumber('SOTHON_SHRINK_DAYS', env.SOTHON_SHRINK_DAYS ?? String(DEFAULT_SHRINK_DAYS), [0, 3650]),
    logLevel: logLevels.find((level) => level === env.LOG_LEVEL) ?? 'warn',
  }
}

/** The named purposes are based on consent, the others on the law. */
function legalBasisOf(text: string): LegalBasisOf {
  const named = text.split(',').map((name) => name.trim()).filter((name) => name !== '')
  const unknown = named.find((name) => !purposes.some((purpose) => purpose === name))
  if (unknown) throw new Error(`configuration — SOTHON_CONSENT_FOR names purposes out of ${purposes.join(', ')} — it names ${JSON.stringify(unknown)}`)
  const basis = (purpose: Purpose): LegalBasis => (named.includes(purpose) ? 'consent' : 'law')
  return { labour: basis('labour'), welfare: basis('welfare'), contact: basis('contact') }
}

/** It is read out, so it is one short line. */
const MOST_OF_CONTACT = 200

function dataContactOf(text: string): string | null {
  const contact = text.trim()
  if (contact.length > MOST_OF_CONTACT || /\p{Cc}/u.test(contact)) throw new Error(`configuration — SOTHON_DATA_CONTACT is one line of at most ${MOST_OF_CONTACT} characters`)
  return contact === '' ? null : contact
}

function wholeNumber(name: string, text: string, [least, most]: readonly [number, number]): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most) throw new Error(`configuration — ${name} must be ${least}..${most} — it is ${JSON.stringify(text)}`)
  return value
}

function checkedUrl(name: string, text: string, protocols: readonly string[]): string {
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    throw new Error(`configuration — ${name} must be an address beginning with ${protocols.join('// or ')}//`)
  }
  return text
}
