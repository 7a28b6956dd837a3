import { iconPaths, type IconName } from './iconPaths'

/** A picture beside words. It never carries meaning alone, so screen readers skip it. */
export function Icon({ name, small = false, spin = false }: { readonly name: IconName; readonly small?: boolean; readonly spin?: boolean }) {
  return (
    <svg className={`i${small ? ' s' : ''}${spin ? ' spin' : ''}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={iconPaths[name]} />
    </svg>
  )
}
