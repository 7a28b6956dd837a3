import type { HouseLocation } from '../domain/forms/subjects/houseLocation'
import type { Result } from '../domain/result'
import type { DataUse } from '../storage/closedUse'

/** A key of the device (fingerprint, face, screen lock) that yields a secret: WebAuthn with the PRF extension. */
export interface Passkeys {
  isSupported(): Promise<boolean>
  /** Makes a key and evaluates it once. `salt` is 32 bytes and need not be secret. */
  create(input: { readonly userId: string; readonly username: string; readonly salt: Uint8Array<ArrayBuffer> }): Promise<Result<{ readonly credentialId: string; readonly prf: Uint8Array<ArrayBuffer> }, PasskeyFailure>>
  /** Asks the person, then gives the same 32 bytes as at creation. */
  evaluate(input: { readonly credentialId: string; readonly salt: Uint8Array<ArrayBuffer> }): Promise<Result<Uint8Array<ArrayBuffer>, PasskeyFailure>>
}
export type PasskeyFailure = { readonly kind: 'unsupported' } | { readonly kind: 'cancelled' }

/** `denied` = the person or the device says no, `none` = no reading worth keeping in half a minute, or nothing to read with. */
export type LocationFailure = 'denied' | 'none'

export interface Watching {
  stop(): void
  /** Turns the camera's light on or off; false = it stays as it is. Absent where there is none. */
  readonly light?: (on: boolean) => Promise<boolean>
}
/** `denied` = the person or the device says no, `busy` = another app has the camera, `none` = there is none. */
export type CameraFailure = 'denied' | 'busy' | 'none'

/** `noDecoder` = the program that reads codes could not be started. */
export type PhotoFailure = 'notPicture' | 'noCode' | 'noDecoder'

/** Reads the QR of identity cards. The decoder is part of the app and works offline; no picture is kept. */
export interface Scanner {
  /** Shows the back camera in `video` and calls back with every code it reads, the same ones again, until stopped. */
  watch(video: HTMLVideoElement, onRead: (read: Result<string, 'noDecoder'>) => void): Promise<Result<Watching, CameraFailure>>
  readPhoto(photo: Blob): Promise<Result<string, PhotoFailure>>
}

/** Of a newer version. `switched` = another window has taken it: what this page has not loaded yet is gone. */
export type UpdateState = 'none' | 'waiting' | 'switched'

/** Something of the browser that changes by itself. */
interface Watched<T> {
  state(): T
  subscribe(listener: () => void): () => void
}

/**
 * What the app asks of the browser around it. Made in `main.tsx`; tests give their own. Nothing here throws; what a
 * browser lacks is answered with `null`, `false` or `unsupported`.
 */
export interface Platform {
  /** Build id, shown so that a report can name it. */
  readonly version: string
  /** Name for a new device in the administrator's list, e.g. `Chrome, Android`. */
  readonly deviceLabel: string
  /** Asks the browser to keep the data (`navigator.storage.persist`); `null` = it cannot say. */
  askPersistence(): Promise<boolean | null>
  /** `ready` = `prompt` shows the browser's question; `ios` = only by hand; `none` = not offered now. */
  readonly install: Watched<'none' | 'ready' | 'ios' | 'installed'> & { prompt(): Promise<void> }
  readonly passkeys: Passkeys
  readonly scanner: Scanner
  /** Asks to be woken when the line returns, where the browser has that. Called after each submit and when locking. */
  registerBackgroundSync(): Promise<void>
  /**
   * Sends sealed envelopes now, the book open or not: those this device carries for others, or all that lie on it, whoever's, an open book's
   * own queue first. Photos, those of the open book too, over any line where somebody asked for it. What could not be sent stays.
   */
  handInSealed(whose?: 'carried' | 'all', by?: 'asked'): Promise<unknown>
  /**
   * Asks the server, without a key or a session, how the devices of this phone stand; a closed book that is revoked hands in what is sealed and is
   * erased, if nothing in it is unsent (protocol rule 40).
   */
  meetServer(): Promise<void>
  /** What this phone sent and received in this month without a key: hand-ins and these questions, whosever. */
  closedUse(): Promise<DataUse>
  /** Offers a file to the other apps of the device (Bluetooth, a chat); `null` = the browser cannot. False = not given on. */
  readonly shareFile: ((file: File) => Promise<boolean>) | null
  /** A photo as it is kept: upright, at most 1,600 px long, JPEG of at most 400 kB, without what the camera wrote beside it (place, time). */
  shrinkPhoto(photo: Blob): Promise<Result<Uint8Array<ArrayBuffer>, 'notPicture'>>
  /** Whether data costs on the line there is: `unknown` where the browser does not say. */
  line(): 'free' | 'metered' | 'unknown'
  /** Where the device is, by satellite where it can; asks the person the first time. */
  locate(): Promise<Result<HouseLocation, LocationFailure>>
  /** A form is open here, until what it returns is called: no window of the app switches to a newer version meanwhile. */
  keepVersion(): () => void
  /**
   * Whether there is a newer version. `apply` fetches one where none does, and starts it; it resolves early only where that failed, or (false)
   * where a form is open in another window.
   */
  readonly update: Watched<UpdateState> & { apply(): Promise<boolean> }
}
