import { excelNumber } from './excelNumber'
import { unzipText, type ZipEntry } from './zip'

/** Cells of a sheet whose text the library does not give: line, column (both from 0), text. */
export type CellTexts = ReadonlyMap<number, ReadonlyMap<number, string>>

/**
 * Cells that the library silently leaves out or alters, by sheet, in the order of the workbook. It reads errors (`#N/A`) and formulas
 * nobody has calculated (`=…`) as empty, and drops the zeros of numbers shown with leading zeros (`001`, format 000).
 * `toImportRows` reports the first two.
 * @throws RangeError | TypeError if the file is damaged
 */
export async function xlsxCells(bytes: Uint8Array<ArrayBuffer>, entries: readonly ZipEntry[]): Promise<readonly CellTexts[]> {
  const textOf = async (name: string): Promise<string> => {
    const entry = entries.find((each) => each.name === name)
    return entry ? unzipText(bytes, entry) : ''
  }
  const targets = new Map(tags(await textOf('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [attribute(attributes, 'Id'), attribute(attributes, 'Target')]))
  const zeros = zerosByStyle(await textOf('xl/styles.xml'))
  const sheets: CellTexts[] = []
  for (const { attributes } of tags(await textOf('xl/workbook.xml'), 'sheet')) {
    const target = targets.get(attribute(attributes, 'r:id')) ?? ''
    sheets.push(cellsOf(await textOf(target.startsWith('/') ? target.slice(1) : `xl/${target}`), zeros))
  }
  return sheets
}

/** Of a sheet, by the limits of Excel. What claims to lie farther out would have gigabytes set aside for it. */
const MOST_LINES = 1_048_576
const MOST_COLUMNS = 16_384

interface Tag {
  readonly attributes: string
  readonly content: string
}

/** Elements of this name, with any namespace prefix. Only for elements that do not contain others of the same name. */
const tags = (xml: string, name: string): Tag[] => [...tagsOf(xml, patternOf(name))]

function* tagsOf(xml: string, pattern: RegExp): Generator<Tag> {
  for (const [, attributes = '', content = ''] of xml.matchAll(pattern)) yield { attributes, content }
}

const patternOf = (name: string): RegExp => new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])([^>]*?)(?:/>|>([^]*?)</(?:\\w+:)?${name}>)`, 'g')

const CELL = patternOf('c')
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?(?:\/>|>([^<]*))/
const HAS_FORMULA = /<(?:\w+:)?f[\s/>]/
const TYPE = /\st="([^"]*)"/
const STYLE = /\ss="([^"]*)"/

const attribute = (attributes: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''

/** Least number of digits by style, for styles whose format is only zeros. */
function zerosByStyle(xml: string): ReadonlyMap<string, number> {
  const formats = new Map(tags(xml, 'numFmt').map(({ attributes }) => [attribute(attributes, 'numFmtId'), attribute(attributes, 'formatCode')]))
  const [styles] = tags(xml, 'cellXfs')
  const ids = Array.from((styles?.content ?? '').matchAll(/<(?:\w+:)?xf(?=[\s/>])[^>]*/g), ([tag]) => attribute(tag, 'numFmtId'))
  return new Map(ids.map((id, style): [string, number] => [String(style), /^0{2,}$/.exec(formats.get(id) ?? '')?.[0].length ?? 0]).filter(([, digits]) => digits > 0))
}

function cellsOf(xml: string, zeros: ReadonlyMap<string, number>): CellTexts {
  const found = new Map<number, Map<number, string>>()
  // One cell at a time, because a list has hundreds of thousands.
  for (const { attributes, content } of tagsOf(xml, CELL)) {
    const text = textOfCell(attributes, content, zeros)
    if (text === undefined) continue
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(attribute(attributes, 'r')) ?? []
    if (digits === '') continue
    const [line, column] = [Number(digits) - 1, columnOf(letters)]
    if (line >= MOST_LINES || column >= MOST_COLUMNS) throw new RangeError(`xlsx — cell ${letters}${digits} — outside of any sheet`)
    found.set(line, (found.get(line) ?? new Map()).set(column, text))
  }
  return found
}

function textOfCell(attributes: string, content: string, zeros: ReadonlyMap<string, number>): string | undefined {
  const type = TYPE.exec(attributes)?.[1] ?? 'n'
  const value = VALUE.exec(content)
  if (type === 'e') return value?.[1] || '#'
  if (value === null) return HAS_FORMULA.test(content) ? '=…' : undefined
  const digits = type === 'n' && zeros.size > 0 ? zeros.get(STYLE.exec(attributes)?.[1] ?? '') : undefined
  const number = digits === undefined ? '' : excelNumber(value[1] ?? '')
  return digits !== undefined && /^\d+$/.test(number) ? number.padStart(digits, '0') : undefined
}

const columnOf = (letters: string): number => [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
