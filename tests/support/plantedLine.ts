import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** A fault planted in one line of the product: `find` is replaced by `put`. `find` occurs exactly once in the file. */
export interface PlantedLine {
  readonly what: string
  readonly file: string
  readonly find: string
  readonly put: string
}

export const ROOT = join(import.meta.dirname, '../..')

/** How often `find` occurs in the file. */
export const timesFound = ({ file, find }: Pick<PlantedLine, 'file' | 'find'>): number => readFileSync(join(ROOT, file), 'utf8').split(find).length - 1

/** Vite plugin that plants the fault when the file is read; `null` = nothing is planted. */
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
