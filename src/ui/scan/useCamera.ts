import { useEffect, useRef, useState, type RefObject } from 'react'
import type { CameraFailure, Scanner, Watching } from '../platform'

export interface Camera {
  readonly video: RefObject<HTMLVideoElement | null>
  readonly state: 'opening' | 'watching' | CameraFailure
  /** The camera is open, or about to be. */
  readonly isSeeing: boolean
  readonly light: NonNullable<Watching['light']> | null
}

/** Runs the camera in a video element, as long as the element is on the screen. */
export function useCamera(scanner: Scanner, onRead: Parameters<Scanner['watch']>[1]): Camera {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<Camera['state']>('opening')
  const [light, setLight] = useState<Camera['light']>(null)
  const latest = useRef(onRead)
  useEffect(() => { latest.current = onRead })
  useEffect(() => {
    if (!video.current) return
    let live = true
    let watching: Watching | null = null
    void scanner.watch(video.current, (read) => { if (live) latest.current(read) }).then((opened) => {
      if (!live) return opened.ok && opened.value.stop()
      if (opened.ok) {
        watching = opened.value
        setLight(() => opened.value.light ?? null)
      }
      setState(opened.ok ? 'watching' : opened.error)
    })
    return () => {
      live = false
      watching?.stop()
    }
  }, [scanner])
  return { video, state, isSeeing: state === 'opening' || state === 'watching', light }
}
