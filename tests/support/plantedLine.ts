import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** One line of the product made wrong. `find` stands in its file exactly once. */
export interface PlantedLine {
  readonly what: string
  readonly file: string
  readonly find: string
  readonly put: string
}

export const ROOT = join(import.meta.dirname, '../..')

/** How often what is made wrong stands in its file. */
export const timesFound = ({ file, find }: Pick<PlantedLine, 'file' | 'find'>): number => readFileSync(join(ROOT, file), 'utf8').split(find).length - 1

/** Makes the line wrong that is planted when its file is read. */
export function plantPlugin(planted: () => PlantedLine | null): Plugin {
  return {
    name: 'plant',
    enforce: 'pre',
    transform(code, id) {
      const line = planted()
      return line && id === join(ROOT, line.file) ? code.replace(line.find, () => line.put) : null
    },
  }
}
