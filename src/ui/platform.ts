import type { HouseLocation } from '../domain/forms/subjects/houseLocation'
import type { Result } from '../domain/result'
import type { DataUse } from '../storage/closedUse'

/** A key of the device (fingerprint, face, screen lock) that gives a secret: WebAuthn with the PRF extension. */
export interface Passkeys {
  isSupported(): Promise<boolean>
  /** Makes a key and evaluates it once. `salt` is 32 bytes and need not be secret. */
  create(input: { readonly userId: string; readonly username: string; readonly salt: Uint8Array<ArrayBuffer> }): Promise<Result<{ readonly credentialId: string; readonly prf: Uint8Array<ArrayBuffer> }, PasskeyFailure>>
  /** Asks the person, then gives the same 32 bytes as at creation. */
  evaluate(input: { readonly credentialId: string; readonly salt: Uint8Array<ArrayBuffer> }): Promise<Result<Uint8Array<ArrayBuffer>, PasskeyFailure>>
}
export type PasskeyFailure = { readonly kind: 'unsupported' } | { readonly kind: 'cancelled' }

/**
 * Why there is no location.
 * - `denied`: the person or the device refuses
 * - `none`: no good enough reading within half a minute, or the device cannot locate itself
 */
export type LocationFailure = 'denied' | 'none'

export interface Watching {
  stop(): void
  /** Turns the camera's light on or off. False = it could not be changed. Absent = the camera has no light. */
  readonly light?: (on: boolean) => Promise<boolean>
}
/**
 * Why the camera cannot be used.
 * - `denied`: the person or the device refuses
 * - `busy`: another app uses it
 * - `none`: there is none
 */
export type CameraFailure = 'denied' | 'busy' | 'none'

/** Why a photo gave no code. `noDecoder` = the decoder could not be started. */
export type PhotoFailure = 'notPicture' | 'noCode' | 'noDecoder'

/** Reads the QR code of identity cards. The decoder is part of the app and works offline. No picture is kept. */
export interface Scanner {
  /** Shows the back camera in `video` and calls `onRead` with every code it reads, also repeatedly with the same, until stopped. */
  watch(video: HTMLVideoElement, onRead: (read: Result<string, 'noDecoder'>) => void): Promise<Result<Watching, CameraFailure>>
  readPhoto(photo: Blob): Promise<Result<string, PhotoFailure>>
}

/**
 * Whether there is a newer version.
 * - `waiting`: it is ready to start
 * - `switched`: another window has started it, so parts this page has not loaded yet are gone
 */
export type UpdateState = 'none' | 'waiting' | 'switched'

/** A value of the browser that changes by itself. */
interface Watched<T> {
  state(): T
  subscribe(listener: () => void): () => void
}

/**
 * What the app asks of the browser. Made in `main.tsx`; tests give their own. Nothing here throws: a missing ability of the browser is
 * answered with `null`, `false` or `unsupported`.
 */
export interface Platform {
  /** Build id, shown so that a report can name it. */
  readonly version: string
  /** Label of a new device in the administrator's list, e.g. `Chrome, Android`. */
  readonly deviceLabel: string
  /** Asks the browser to keep the data (`navigator.storage.persist`); `null` = it cannot say. */
  askPersistence(): Promise<boolean | null>
  /**
   * Whether the app can be installed here, or is.
   * - `ready`: `prompt` shows the browser's question
   * - `ios`: only by hand
   * - `none`: not offered now
   */
  readonly install: Watched<'none' | 'ready' | 'ios' | 'installed'> & { prompt(): Promise<void> }
  readonly passkeys: Passkeys
  readonly scanner: Scanner
  /** Asks the browser to wake the app when the line returns, if it can. Called after each submit and when locking. */
  registerBackgroundSync(): Promise<void>
  /**
   * Sends sealed envelopes now, with the book open or closed. Anything that could not be sent stays.
   * @param whose `carried`: only those carried for others. `all`: also those of every account on this device, an open book's own queue first.
   * @param by `asked`: somebody pressed for it, so photos, those of the open book too, go over any line.
   */
  handInSealed(whose?: 'carried' | 'all', by?: 'asked'): Promise<unknown>
  /**
   * Asks the server for the standing of all devices on this phone, without a key or a session. A closed book that is revoked hands in what
   * is sealed, and is erased if nothing in it is unsent (S40).
   */
  meetServer(): Promise<void>
  /** What this phone sent and received this month without a key, for all accounts: hand-ins and questions about its standing. */
  closedUse(): Promise<DataUse>
  /** Offers a file to other apps of the device (Bluetooth, a chat). `null` = the browser cannot. False = the file was not passed on. */
  readonly shareFile: ((file: File) => Promise<boolean>) | null
  /** A photo as it is stored: upright, at most 1,600 px long, JPEG of at most 400 kB, without the camera's metadata (place, time). */
  shrinkPhoto(photo: Blob): Promise<Result<Uint8Array<ArrayBuffer>, 'notPicture'>>
  /** Whether data costs money on the current line. `unknown` = the browser does not tell. */
  line(): 'free' | 'metered' | 'unknown'
  /** Where the device is, by satellite if possible. Asks the person the first time. */
  locate(): Promise<Result<HouseLocation, LocationFailure>>
  /** Call this when a form is opened: no window of the app switches to a newer version until the returned function is called. */
  keepVersion(): () => void
  /**
   * Whether there is a newer version. `apply` starts it, and fetches it first if needed. It resolves early only if that failed, or with false
   * if a form is open in another window.
   */
  readonly update: Watched<UpdateState> & { apply(): Promise<boolean> }
}
