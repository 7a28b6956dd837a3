import { Icon } from './Icon'
import type { IconName } from './iconPaths'

interface FileButtonProps {
  readonly icon: IconName
  readonly label: string
  readonly accept: string
  readonly onFile: (file: File) => void
  /** Opens the camera if the device has one. */
  readonly camera?: boolean
  readonly wide?: boolean
  /** The main action of the screen. */
  readonly primary?: boolean
  readonly disabled?: boolean
  readonly id?: string
  readonly describedBy?: string | undefined
}

/** A button that asks for a file. The same file may be chosen again. */
export function FileButton({ icon, label, accept, onFile, camera = false, wide = false, primary = false, disabled = false, id, describedBy }: FileButtonProps) {
  return (
    <label className={['btn', wide && 'w', primary && 'pri'].filter(Boolean).join(' ')}>
      <Icon name={icon} />{label}
      <input
        id={id} type="file" accept={accept} capture={camera ? 'environment' : undefined} className="vh" disabled={disabled} aria-describedby={describedBy}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onFile(file)
          event.target.value = ''
        }}
      />
    </label>
  )
}
