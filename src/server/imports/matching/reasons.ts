/** Why two records of people are held to be one, or not: the comparisons in words. */
import { labelOf } from '#domain/lexicon/terms.ts'
import { fill, type Text } from '#domain/text.ts'
import { compareListings, comparisons, levelNames, type PersonLink, type PersonListing } from '#identify/index.ts'

/** How far two listings agree, by comparison; those that either does not tell are left out. */
export interface Agreement {
  readonly levels: Readonly<Record<string, string>>
  readonly reasons: readonly Text[]
}

const words = {
  level: { zh: '{what}{level}', en: '{what}: {level}' },
  weighed: { zh: '{what}{level}（{weight}，{bits} 比特）', en: '{what}: {level} ({weight}, {bits} bits)' },
  strong: { zh: '有力支持', en: 'speaks strongly for it' },
  some: { zh: '支持', en: 'speaks for it' },
  little: { zh: '说明不了多少', en: 'says little' },
  against: { zh: '不支持', en: 'speaks against it' },
} satisfies Record<string, Text>

const weightOf = (bits: number): Text =>
  bits >= 5 ? words.strong : bits >= 1 ? words.some : bits > -1 ? words.little : words.against

/** @example agreementOf(arriving, recorded, link).reasons[0]?.zh // '姓名相同（有力支持，9.3 比特）' */
export function agreementOf(a: PersonListing, b: PersonListing, link: PersonLink | undefined): Agreement {
  const levels: Record<string, string> = {}
  const reasons: Text[] = []
  compareListings(a, b).forEach((at, place) => {
    const comparison = comparisons[place]
    const level = comparison && levelNames[comparison][at]
    if (comparison === undefined || level === undefined) return
    levels[comparison] = level
    const said = { what: labelOf('linkComparison', comparison), level: labelOf('linkLevel', level) }
    const bits = link?.parts.find((part) => part.comparison === comparison)?.bits
    reasons.push(
      bits === undefined
        ? fill(words.level, said)
        : fill(words.weighed, { ...said, weight: weightOf(bits), bits: bits.toFixed(1) }),
    )
  })
  return { levels, reasons }
}
