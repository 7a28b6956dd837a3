/** Why a run ended without reaching the server's mark. Each kind has words in `ui/text`; each is tried again. */
export type SyncTrouble =
  | { readonly kind: 'offline' } // no answer, a cut, or a page that is not ours (captive portal)
  | { readonly kind: 'notUnderstood' } // an answer this version cannot read
  | { readonly kind: 'busy'; readonly retryAfterMs: number } // 429, 503
  | { readonly kind: 'signedOut' } // 401: keeps everything, asks for the account password
  | { readonly kind: 'revoked' } // this device was revoked; sealed queue goes first
  | { readonly kind: 'oldClient' } // 426: update the app
  | { readonly kind: 'serverFault' } // 5xx, or several exchanges in a row that led nowhere
  | { readonly kind: 'storage'; readonly failure: 'diskFull' | 'storageLost' | 'locked' }

/** `passedOver` = that many did not go, for no fault of the line: the others were sent all the same. */
export type PhotoTrouble = SyncTrouble | { readonly kind: 'passedOver'; readonly photos: number }

export interface SyncState {
  readonly phase: 'idle' | 'pushing' | 'pulling'
  /** Operations waiting on this device, all communes. */
  readonly waiting: number
  /** This run: operations acknowledged of how many, records received, records still to come (null = unknown). */
  readonly sent: number
  readonly toSend: number
  readonly received: number
  readonly remaining: number | null
  readonly trouble: SyncTrouble | null
  /** Of the last run that sent photos: they are sent after all else, and what keeps them is no trouble of the rest. */
  readonly photoTrouble: PhotoTrouble | null
  /** Of the last run that reached the server's mark: the replica was the same, was mended, or still differs. */
  readonly replica: 'same' | 'mended' | 'differs'
  /** Drafts of an earlier book that were laid down in this one since it was opened. */
  readonly rescued: number
  /** Device clock of the last run that emptied the queue AND reached the server's mark. */
  readonly lastSuccessAt: number | null
  /** How far this device's clock is ahead of the server (ms, from the Date header); null = not known. */
  readonly clockSkewMs: number | null
  /** Bytes of body up and down in the last finished run. */
  readonly bytes: { readonly up: number; readonly down: number }
}

export interface SyncControl {
  state(): SyncState
  subscribe(listener: () => void): () => void
  /**
   * Starts a run, or joins the one under way; `photos` sends photos too, whatever line the device says to spare. While a busy server's time
   * is not over, `online` and `submit` start none. Resolves with the state it ended in. Rejects only on a bug, which the state then shows as trouble of the store.
   */
  run(reason: 'open' | 'online' | 'submit' | 'timer' | 'demand' | 'photos'): Promise<SyncState>
  stop(): void
}
