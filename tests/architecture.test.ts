import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { groupBy } from '../src/domain/groupBy'

/** Who may import whom (docs/architecture.md). A room may always import itself. */
const arrows: Record<string, readonly string[]> = {
  domain: [],
  protocol: ['domain'],
  storage: ['domain', 'protocol'],
  sync: ['domain', 'protocol'],
  remote: ['domain', 'protocol', 'sync'],
  exchange: ['domain', 'protocol'],
  browser: ['domain', 'protocol', 'ui'],
  ui: ['domain', 'protocol', 'storage', 'sync', 'remote', 'exchange'],
  server: ['domain', 'protocol'],
}

/** npm packages a room may use; a name not listed anywhere is refused. */
const packages: Record<string, readonly RegExp[]> = {
  domain: [/^zod\/mini$/],
  protocol: [/^zod\/mini$/, /^@hpke\/core$/],
  storage: [/^dexie$/, /^hash-wasm$/],
  sync: [],
  remote: [/^zod\/mini$/],
  exchange: [/^(read|write)-excel-file/],
  browser: [/^workbox-window$/, /^zxing-wasm\/reader/],
  ui: [/^react(-dom)?(\/|$)/, /^react-hook-form$/, /^wouter(\/|$)/, /^virtua$/, /^qrcode$/],
  server: [/^node:/, /^zod\/mini$/, /^fastify$/, /^@fastify\//, /^kysely$/, /^pg$/, /^hash-wasm$/],
}

const FILE_LINES = 250
/** Files over the ceiling. This list may only shrink. Form definitions and code lists are data and do not count. */
const longFiles: readonly string[] = []

const FOLDER_FILES = 15
/** Folders over the ceiling. This list may only shrink: `ui/text` has a file a screen. */
const fullFolders: readonly string[] = ['ui/text']

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join('src', file), 'utf8') }))
const roomed = sources.filter(({ file }) => file.includes('/'))
const roomOf = (file: string): string => file.split('/')[0] ?? ''
const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:(?:import|export|\}).*? from |import )'([^']+)'|\bimport\('([^']+)'\)/gm)].map((match) => match[1] ?? match[2] ?? '')

describe('the arrows between rooms', () => {
  it.each(Object.keys(arrows))('%s imports only the rooms and packages it may', (room) => {
    const wrong = roomed
      .filter(({ file }) => roomOf(file) === room)
      .flatMap(({ file, text }) => importsOf(text).filter((target) => !isAllowed(room, file, target)).map((target) => `${file} -> ${target}`))

    expect(wrong).toEqual([])
  })

  it('has a line for every room', () => {
    expect([...new Set(roomed.map(({ file }) => roomOf(file)))].filter((room) => !(room in arrows))).toEqual([])
  })

  it('notices a planted wrong import', () => {
    expect(isAllowed('domain', 'domain/time.ts', 'dexie')).toBe(false)
    expect(isAllowed('domain', 'domain/time.ts', '../ui/App')).toBe(false)
    expect(isAllowed('ui', 'ui/App.tsx', '../server/main')).toBe(false)
  })
})

describe('the domain', () => {
  it('has no clock, chance, network or browser in it', () => {
    const impure = sources
      .filter(({ file }) => file.startsWith('domain/'))
      .filter(({ text }) => /Date\.now|new Date\(\)|Math\.random|randomUUID|\bfetch\(|\bwindow\b|\bdocument\b|\bcrypto\./.test(withoutComments(text)))

    expect(impure.map(({ file }) => file)).toEqual([])
  })
})

describe('fetch', () => {
  it('is called in remote and the service worker only', () => {
    const callers = sources.filter(({ text }) => /(?<![.\w])fetch\(/.test(withoutComments(text))).map(({ file }) => file)

    expect(callers.filter((file) => !file.startsWith('remote/') && file !== 'sw.ts' && !file.startsWith('server/'))).toEqual([])
  })
})

describe('the English words', () => {
  it('are reached by one import, made on devices that speak English, and reach nothing themselves: so they come alone', () => {
    const isEnglish = (file: string): boolean => file.startsWith('ui/text/en/')
    const links = roomed.flatMap(({ file, text }) => [...text.matchAll(/^(?!import type ).*?(?: from |import\()'(\.[^']+)'/gm)]
      .filter(([, target = '']) => isEnglish(file) !== isEnglish(normalize(join(dirname(file), target)).replaceAll('\\', '/')))
      .map(([line]) => `${file}: ${line.trim()}`))

    expect(links).toEqual(["ui/text/loadEnglish.ts: return import('./en/english'"])
  })
})

describe('the size of files', () => {
  it(`keeps every file within ${FILE_LINES} lines but the listed ones`, () => {
    const long = sources
      .filter(({ file }) => !/\/(definitions|codes)\//.test(file) && !file.startsWith('ui/text/'))
      .filter(({ text }) => text.split('\n').length - 1 > FILE_LINES)
      .map(({ file }) => file)

    expect(long.sort()).toEqual([...longFiles].sort())
  })
})

describe('the size of folders', () => {
  it(`keeps every folder within ${FOLDER_FILES} files but the listed ones`, () => {
    const folders = groupBy(roomed, ({ file }) => dirname(file))
    const full = [...folders].filter(([, files]) => files.length > FOLDER_FILES).map(([folder]) => folder)

    expect(full.sort()).toEqual([...fullFolders].sort())
  })
})

describe('names', () => {
  it('has no drawer for odds and ends', () => {
    expect(sources.filter(({ file }) => /(^|\/)(utils?|helpers?|common|misc|types|index)(\.tsx?|\/)/.test(file)).map(({ file }) => file)).toEqual([])
  })
})

function isAllowed(room: string, file: string, target: string): boolean {
  if (target.startsWith('.')) {
    const to = roomOf(normalize(join(dirname(file), target)).replaceAll('\\', '/'))
    return to === room || (arrows[room] ?? []).includes(to)
  }
  return (packages[room] ?? []).some((pattern) => pattern.test(target)) || (room === 'ui' && target.startsWith('virtual:'))
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
}
