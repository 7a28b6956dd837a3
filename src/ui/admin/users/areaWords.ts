import type { Area } from '../../../domain/access'

interface Names {
  readonly commune: (code: string) => string
  readonly hamlet: (id: string) => string
  readonly whole: string
  readonly none: string
}

/** The areas of an account in words. Communes are named only if there are several. */
export function areaWords(areas: readonly Area[], names: Names): string {
  return areas.map((area) => {
    const where = area.hamlets === null ? names.whole : area.hamlets.length === 0 ? names.none : area.hamlets.map(names.hamlet).join(', ')
    return areas.length > 1 ? `${names.commune(area.commune)}: ${where}` : where
  }).join('; ')
}
