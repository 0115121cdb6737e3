/**
 * Early signs that the person has been told of. A sign itself says what sources reported, so that what is shown is what the
 * notice says of it, and by which rule such signs are raised; more is for the person who answers to explain.
 */
import { formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { sharedDeeds, textIn } from '#domain/matter-course.ts'
import { citationOf, type RuleBook } from '#policy/index.ts'
import type { ComputedItem } from '../contract/index.ts'
import type { MatterDesk } from '../matters/matter-desk.ts'
import { ownMatters } from './own-matters.ts'

const rule = 'LOCAL-CARE-FIRST-STEP'

export async function signItems(
  desk: MatterDesk,
  book: RuleBook,
  cadreId: string,
  account: string,
): Promise<ComputedItem[]> {
  const matters = await ownMatters(desk, cadreId, account)
  return matters.flatMap(({ matterId, design, matter }) => {
    const notice = sharedDeeds(design, matter).find(({ act }) => act === 'notify')
    if (matter.opening.kind !== 'care' || notice === undefined) return []
    const told = textIn(notice.facts, 'matters') ?? ''
    return [
      {
        key: `matters/${matterId}`,
        kind: 'sign' as const,
        label: labelOf('matterKind', 'care'),
        says: { zh: `${formatDate(notice.on, '.')} 已告知：${told}`, en: `Told on ${formatDate(notice.on)}: ${told}` },
        meaning: {
          zh: '由记载提示、经人核查后告知本人的事项，本人可以说明。',
          en: 'A matter that the records pointed to, that a person checked, and that you may answer.',
        },
        from: {
          zh: `由 ${notice.byName} 核查后告知；具体来源按规定保密，可以要求说明`,
          en: `Told by ${notice.byName} after a check; the sources are confidential by regulation, and you may ask`,
        },
        sure: {
          zh: '提示本身不是结论，结论在听取本人说明以后由人作出',
          en: 'The sign proves nothing; people decide after they have heard you',
        },
        not: null,
        rules: [{ rule, basis: citationOf(book, rule) }],
        parts: [],
      },
    ]
  })
}
