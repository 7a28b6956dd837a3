import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** Films for the cameras of one test file, each as a path for `cameraFilm`. Removed after the file's tests. */
export function filmFiles(): (film: Buffer) => string {
  const folder = mkdtempSync(join(tmpdir(), 'sothon-film-'))
  let count = 0
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return (film) => {
    const path = join(folder, `${(count += 1)}.y4m`)
    writeFileSync(path, film)
    return path
  }
}
