import type { Text } from '#domain/text.ts'

/** One signing on, from the button to the way back. Each value is random and of this browser alone. */
export interface Flow {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who the other site says it is. */
export interface Identity {
  readonly account: string
  /** As the person is called there. */
  readonly name: string | undefined
}

/** Another site that knows who people are. */
export interface Provider {
  readonly id: string
  readonly name: Text
  readonly opens: boolean
  readonly twofold: boolean
  /** Where the browser is sent. */
  begin(flow: Flow): Promise<URL>
  /** What the browser brings back, by its whole address. Throws where anything of it does not hold. */
  finish(back: URL, flow: Flow): Promise<Identity>
  /** Where the browser signs out there; undefined where the site has no such address. */
  leaveAt(): Promise<URL | undefined>
}

/** How long another site is waited for. */
export const patienceSeconds = 10
