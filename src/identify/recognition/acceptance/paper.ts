import type { AcceptanceChannel, BesideChannel } from './channels.ts'
import type { Oddity } from './guards.ts'

/**
 * `silent`: nobody was asked. `too-few`: fewer than five answers, not shown and not used. `flat`: the answers of the channel
 * differ between people no more than by chance. Only `read` channels have figures.
 */
export type ChannelState = 'read' | 'silent' | 'too-few' | 'flat'

/** What a channel says by itself, with a 90 % interval for who happened to answer. */
export interface ChannelFigures {
  readonly answers: number
  readonly value: number
  readonly lower: number
  readonly upper: number
}

/** A channel far from what the others let one expect. */
export interface Disagreement {
  readonly side: 'above' | 'below'
  /** In standard deviations. */
  readonly distance: number
  /** Expected share of chance findings among people at least as far apart. */
  readonly falseShare: number
  /** The combined value and its interval without this channel. */
  readonly without: { readonly value: number; readonly lower: number; readonly upper: number }
}

export interface ChannelSheet<Channel extends string = AcceptanceChannel> {
  readonly channel: Channel
  readonly state: ChannelState
  readonly figures: ChannelFigures | undefined
}

/** Working paper `recognition`, subject: the cadre. */
export interface RecognitionPaper {
  readonly channels: readonly (ChannelSheet & {
    /** Share of the whole, from the local setting. */
    readonly weight: number
    readonly usual: number
    readonly disagreement: Disagreement | undefined
    readonly oddities: readonly Oddity[]
  })[]
  readonly beside: readonly ChannelSheet<BesideChannel>[]
  /** Share of the weights whose channels have spoken. */
  readonly spoken: number
  /** How alike the channels are over all people: mean of the correlation, 0–1. */
  readonly correlation: number
}

/** Working paper `recognition-list`, subject `disagreements`: whose channels do not agree, or answered oddly. */
export interface DisagreementList {
  /** People with two channels or more, who alone could be compared. */
  readonly compared: number
  readonly rows: readonly {
    readonly cadreId: string
    readonly channel: AcceptanceChannel
    readonly side: 'above' | 'below' | undefined
    readonly distance: number | undefined
    readonly falseShare: number | undefined
    readonly oddities: readonly Oddity[]
  }[]
}
