/** Why a run ended without reaching the server's mark. Each kind has words in `ui/text`. A later run tries again. */
export type SyncTrouble =
  | { readonly kind: 'offline' } // no answer, a cut, or a page that is not ours (captive portal)
  | { readonly kind: 'notUnderstood' } // an answer this version cannot read
  | { readonly kind: 'busy'; readonly retryAfterMs: number } // 429, 503
  | { readonly kind: 'signedOut' } // 401: keeps everything, asks for the account password
  | { readonly kind: 'revoked' } // this device was revoked; what is sealed is still handed in
  | { readonly kind: 'oldClient' } // 426: update the app
  | { readonly kind: 'serverFault' } // 5xx, or several exchanges in a row that led nowhere
  | { readonly kind: 'storage'; readonly failure: 'diskFull' | 'storageLost' | 'locked' }

/** `passedOver` = this many photos were not sent, for a reason other than the line; all others were sent. */
export type PhotoTrouble = SyncTrouble | { readonly kind: 'passedOver'; readonly photos: number }

export interface SyncState {
  readonly phase: 'idle' | 'pushing' | 'pulling'
  /** Operations waiting on this device, all communes. */
  readonly waiting: number
  /** This run: operations acknowledged (`sent`) of `toSend`, records received, records still to come (`null` = unknown). */
  readonly sent: number
  readonly toSend: number
  readonly received: number
  readonly remaining: number | null
  readonly trouble: SyncTrouble | null
  /** Trouble of the last run that sent photos. Photos are sent last, so it is kept apart from `trouble`. */
  readonly photoTrouble: PhotoTrouble | null
  /** Replica state at the end of the last run that reached the server's mark. */
  readonly replica: 'same' | 'mended' | 'differs'
  /** Number of rescued drafts restored in this book since it was opened. */
  readonly rescued: number
  /** End of the last run that emptied the queue AND reached the server's mark; device clock, epoch ms. */
  readonly lastSuccessAt: number | null
  /** How far this device's clock is ahead of the server's (ms, from the Date header); `null` = unknown. */
  readonly clockSkewMs: number | null
  /** Body bytes sent and received by the last finished run. */
  readonly bytes: { readonly up: number; readonly down: number }
}

export interface SyncControl {
  state(): SyncState
  subscribe(listener: () => void): () => void
  /**
   * Starts a run, or joins the one in progress. `photos` also sends photos, even on a line the owner wants to save.
   * While a busy server's waiting time lasts, `online` and `submit` start no run.
   * @returns the state at the end. Rejects only on a bug, which the state then shows as trouble of the store.
   */
  run(reason: 'open' | 'online' | 'submit' | 'timer' | 'demand' | 'photos'): Promise<SyncState>
  stop(): void
}
