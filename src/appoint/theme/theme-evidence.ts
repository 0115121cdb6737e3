import type { Citation, Verdict } from '#domain/finding.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import { fill, type Text } from '#domain/text.ts'
import { type CadreFacts, citationOf, listOf, localReader } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import { evidenceSettings } from './evidence-settings.ts'
import { deedSupport, honourSupport, kindsOf, resultSupport, type Support, verdictOf } from './support.ts'
import type { TrackRecords } from './track-record.ts'

export type Theme = Identifier<'theme'>
export const themes: readonly Theme[] = identifiersOf('theme')

/** What is on file of a cadre about the theme of a vacancy: the deeds with dates and sources, never a score. */
export interface ThemeEvidence {
  readonly theme: Theme
  readonly rule: string
  readonly basis: Citation
  readonly verdict: Verdict
  readonly says: Text
  readonly supports: readonly Support[]
  readonly against: readonly Support[]
  /** Facts that would settle an unknown. */
  readonly missing: readonly string[]
}

const ruleOf: Readonly<Record<Theme, string>> = {
  reform: 'LOCAL-THEME-REFORM',
  innovation: 'LOCAL-THEME-INNOVATION',
  enrichment: 'LOCAL-THEME-ENRICHMENT',
}

/**
 * 以事择人: reads deeds, results answered for and honours by the word lists of the place. A deed told through a second channel
 * counts as two kinds of evidence.
 * @example themeReader(ground, records)(facts.cadre(7), 'reform').verdict // 'met': told by two channels
 */
export function themeReader(
  { book, snapshot }: Pick<Ground, 'book' | 'snapshot'>,
  records: TrackRecords,
): (cadre: CadreFacts, theme: Theme) => ThemeEvidence {
  const settings = evidenceSettings(book, snapshot.asOf)
  const lists = new Map(
    themes.map((theme) => {
      const read = localReader(book, ruleOf[theme], snapshot.asOf)
      return [theme, { words: listOf(read('words')), indicators: listOf(read('indicators')) }]
    }),
  )
  return (cadre, theme) => {
    const { words, indicators } = lists.get(theme) ?? { words: [], indicators: [] }
    const deeds = records.deeds(cadre.index).filter(({ on }) => on >= settings.since)
    const toned = (adverse: boolean): Support[] =>
      deeds
        .filter(({ tone }) => (adverse ? tone === 'adverse' || tone === 'both' : tone === 'favourable'))
        .flatMap((deed) => deedSupport(deed, words))
    const supports = [
      ...toned(false),
      ...records.results.answeredBy(cadre.index).flatMap((one) => resultSupport(one, indicators, settings)),
      ...records.honours(cadre.index).flatMap((one) => honourSupport(one, words)),
    ].filter(({ on }) => on === undefined || on >= settings.since)
    const against = toned(true)
    const twice = supports.some(({ corroborated }) => corroborated) ? 1 : 0
    const verdict = verdictOf(kindsOf(supports).length + twice, settings.leastKinds, against.length)
    return {
      theme,
      rule: ruleOf[theme],
      basis: citationOf(book, ruleOf[theme]),
      verdict,
      says: saysOf(theme, supports, against),
      supports,
      against,
      missing: verdict === 'unknown' ? ['statements.text'] : [],
    }
  }
}

function saysOf(theme: Theme, supports: readonly Support[], against: readonly Support[]): Text {
  const name = labelOf('theme', theme)
  if (supports.length === 0 && against.length === 0) return fill(nothing, { theme: name })
  const twice = supports.filter(({ corroborated }) => corroborated).length
  return fill(against.length > 0 ? counted.both : counted.only, {
    theme: name,
    count: supports.length,
    twice,
    against: against.length,
  })
}

const nothing: Text = { zh: '没有可作“{theme}”依据的记载。', en: 'Nothing on file bears on {theme}.' }
const counted: Readonly<Record<'only' | 'both', Text>> = {
  only: {
    zh: '“{theme}”依据 {count} 件，其中两个以上渠道佐证 {twice} 件。',
    en: '{theme}: {count} on file, {twice} told by two channels or more.',
  },
  both: {
    zh: '“{theme}”依据 {count} 件，其中两个以上渠道佐证 {twice} 件；另有不同记载 {against} 件，由人研判。',
    en: '{theme}: {count} on file, {twice} told by two channels or more; {against} say otherwise, for people to weigh.',
  },
}
