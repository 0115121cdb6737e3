/** What would close a gap, in the terms of development: an assessment first, then courses on the topic, then a stay in such seats. */
import { labelOf } from '#domain/lexicon/terms.ts'
import { fill, type Text } from '#domain/text.ts'
import type { SeatFacts } from '#policy/index.ts'
import type { ExperienceKind } from '../requirements/settings.ts'
import type { Closing } from './explanation.ts'
import type { Asked } from './fit.ts'
import type { KnownPeople, KnownPerson } from './known-people.ts'
import { halfYears, highest, lowest } from './parameters.ts'
import { saturating, yearsFor } from './service.ts'
import { closingWords } from './wording.ts'

export function closingOf(
  people: KnownPeople,
  known: KnownPerson,
  seat: SeatFacts,
  one: Asked,
  { gap, loading }: { readonly gap: number; readonly loading: number },
): Closing[] {
  const found: Closing[] = []
  const { element, facet } = one
  if (!one.isCounted && !known.person.elements.has(one.key)) {
    found.push({ kind: 'assess', element, says: fill(closingWords.assess, { element }) })
  }
  if (gap <= 0) return found
  if (facet === 'knowledge') {
    const topics = [...new Set([...people.settings.topicsOf(element), element])]
    found.push({
      kind: 'train',
      topics,
      says: fill(closingWords.train, { topics: { zh: topics.join('、'), en: topics.join(', ') } }),
    })
  }
  const counted = one.counted ?? practisedIn[facet]
  if (counted !== undefined) found.push(stay(people, known, seat, one, { counted, gap, loading }))
  return found
}

const wholeScale = highest - lowest

/** Where practice is gained, and where somebody is tried; nothing is proposed for style. */
const practisedIn: Readonly<Record<string, ExperienceKind>> = { practice: 'similar', psychology: 'hardship' }

function stay(
  people: KnownPeople,
  known: KnownPerson,
  seat: SeatFacts,
  { facet, counted: teaches, isCounted }: Asked,
  { counted, gap, loading }: { readonly counted: ExperienceKind; readonly gap: number; readonly loading: number },
): Closing {
  const sector = counted === 'sector' || counted === 'similar' ? seat.sector : undefined
  const perYear = isCounted ? wholeScale : loading * people.slopeOf(facet)
  const years = teaches && yearsToClose(people, known, seat, teaches, gap / perYear)
  const kind: Text = labelOf('experienceKind', counted)
  const field: Text =
    sector === undefined ? { zh: '', en: '' } : fill(closingWords.field, { sector: labelOf('sector', sector) })
  const template = years === undefined ? closingWords.serve : closingWords.serveYears
  return { kind: 'serve', counted, sector, years, says: fill(template, { kind, field, years: years ?? 0 }) }
}

/** Years until the saturating count has grown by `growth`; undefined where it cannot, or years so far are not known. */
function yearsToClose(
  people: KnownPeople,
  { service }: KnownPerson,
  seat: SeatFacts,
  counted: ExperienceKind,
  growth: number,
): number | undefined {
  const years = yearsFor(counted, service, seat, people.similarity)
  if (years === undefined || !(growth > 0)) return undefined
  const target = saturating(years) + growth
  if (!(target < 1)) return undefined
  const needed = (halfYears * target) / (1 - target) - years
  // Beyond ten years a stay is no plan.
  return needed > 10 ? undefined : Math.max(1, Math.ceil(needed))
}
