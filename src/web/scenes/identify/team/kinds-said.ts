import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { Team } from '#server/contract/index.ts'

/** Kinds of units in a row, in the language of the screen. */
export const kindsSaid = (kinds: Team['group']['kinds'], say: (text: Text) => string): string =>
  kinds.map((kind) => say(labelOf('unitKind', kind))).join(say({ zh: '、', en: ', ' }))
