/** A letter of the office (公文函件) as a value: what is printed on its paper. Letters are written in Chinese. */
export interface Letter {
  readonly title: string
  /** 发文字号; left out where there is none. */
  readonly document?: string
  /** Without its colon. */
  readonly addressee: string
  readonly paragraphs: readonly string[]
  /** Who issues it; empty where it is to be written by hand beside the seal. */
  readonly issuer: string
  /** `YYYY-MM-DD` */
  readonly on: string
}
