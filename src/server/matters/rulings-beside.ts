/** What was ruled in favour of the cadre, shown wherever it would otherwise count: honest mistakes tolerated, names cleared. */
import { formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { MatterDeed } from '#domain/matter.ts'
import { lastDeed } from '#domain/matter-course.ts'
import type { Account } from '../access/account.ts'
import type { MatterDetail } from '../contract/index.ts'
import { isFor, type MatterDesk, type OpenedMatter } from './matter-desk.ts'
import { presentMatterFacts } from './present-facts.ts'
import type { MattersShown } from './present-matter.ts'

/** Kinds of matters in which such a ruling bears on the outcome. */
const adverse: ReadonlySet<string> = new Set(['care', 'fitness'])

/** Rulings about the cadre of a matter, the newest first; only whoever may see a ruling's matter gets its id. */
export async function rulingsBeside(
  desk: MatterDesk,
  shown: MattersShown,
  { matter }: OpenedMatter,
  account: Account,
): Promise<MatterDetail['beside']> {
  const { kind, subject } = matter.opening
  if (!adverse.has(kind) || subject.cadreId === undefined) return []
  const others = await desk.all({ kinds: ['tolerance', 'clearing'], cadreId: subject.cadreId })
  return others.flatMap((other) => {
    const ruling = rulingIn(other)
    return ruling ? [presentRuling(shown, other, ruling, isFor(other, account))] : []
  })
}

function rulingIn({ matter, events }: OpenedMatter): MatterDeed | undefined {
  if (matter.standing === 'withdrawn') return undefined
  if (matter.opening.kind === 'clearing') return lastDeed(matter, 'clear')
  const ruling = lastDeed(matter, 'rule')
  const isTakenBack = events.some((event) => event.kind === 'effect-undone' && event.event === ruling?.seq)
  return isTakenBack || ruling?.facts.ruling === 'refused' ? undefined : ruling
}

function presentRuling(
  shown: MattersShown,
  { matterId, matter, design }: OpenedMatter,
  { act, on, facts }: MatterDeed,
  isOpen: boolean,
): MatterDetail['beside'][number] {
  const fields = design.acts.find(({ id }) => id === act)?.fields ?? []
  const said = presentMatterFacts(shown, fields, facts).map((fact) => fact.shown)
  return {
    matterId: isOpen ? matterId : null,
    label: labelOf('matterKind', matter.opening.kind),
    on: formatDate(on),
    says: { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') },
  }
}
