/** What the decision that upholds an objection takes a person out of, from when until when, and how it is lifted. */
import { addDays, type DateCode, parseDate } from '#domain/calendar.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { Matter, MatterActDesign, MatterField, MatterHindrance } from '#domain/matter.ts'
import { textIn } from '#domain/matter-course.ts'
import type { Restricted, Restriction } from '#domain/restriction.ts'

export const restrictingFields: readonly MatterField[] = [
  {
    name: 'restricts',
    label: { zh: '今后不对本人计算', en: 'From now on not worked out of the person' },
    kind: 'choices',
    options: identifiersOf('restricted').map((id) => ({ id, label: labelOf('restricted', id) })),
    help: {
      zh: '异议成立的，至少选一项。按规定逐条核对的资格、期限、交流不受影响',
      en: 'Where it is upheld, at least one. What rules say of the record (eligibility, deadlines, rotation) stays',
    },
  },
  {
    name: 'until',
    label: { zh: '限制到哪一天', en: 'Restricted until' },
    kind: 'date',
    help: { zh: '不填，到本人申请解除为止', en: 'Left empty: until the cadre lifts it' },
  },
]

const nothingRestricted: MatterHindrance = {
  code: 'objection-restricts-nothing',
  says: {
    zh: '异议成立，但没有写明今后不对本人计算什么。',
    en: 'It is upheld, but nothing is named that is not worked out.',
  },
  mend: { zh: '至少选一项；不限制计算的，另选结果。', en: 'Choose one at least, or another outcome.' },
  field: 'restricts',
}

const upheldAlone: MatterHindrance = {
  code: 'objection-restricts-unasked',
  says: { zh: '异议没有成立，却写了限制。', en: 'It is not upheld, and yet something is restricted.' },
  mend: {
    zh: '去掉限制和日期，或者改选异议成立。',
    en: 'Leave the restriction and its day out, or uphold the objection.',
  },
  field: 'restricts',
}

const untilPast: MatterHindrance = {
  code: 'objection-until-past',
  says: { zh: '限制到的那一天早于决定的那一天。', en: 'The last day of the restriction lies before the decision.' },
  mend: { zh: '写决定以后的一天，或者不填。', en: 'Give a later day, or none.' },
  field: 'until',
}

/** @param upheld the outcome that restricts */
export const restrictingHindrance =
  (upheld: string): NonNullable<MatterActDesign['hindrance']> =>
  ({ facts, on }) => {
    if (facts['outcome'] === undefined) return undefined
    const named = chosenIn(facts['restricts']).length > 0
    const until = parseDate(textIn(facts, 'until') ?? '')
    if (facts['outcome'] !== upheld) return named || until !== undefined ? upheldAlone : undefined
    if (!named) return nothingRestricted
    return until !== undefined && until < on ? untilPast : undefined
  }

/** The right is the person's: nobody else lifts it; a paper is recorded as the person's words. */
export const lifting: MatterActDesign = {
  id: 'lift',
  label: { zh: '本人同意恢复计算', en: 'Lift the restriction' },
  from: ['answered', 'ended'],
  by: ['person'],
  isShared: true,
  isOffered: ({ matter, on }) => standingIn('', matter, on).length > 0,
  hindrance: ({ matter, on }) => (standingIn('', matter, on).length > 0 ? undefined : nothingToLift),
  fields: [],
}

const nothingToLift: MatterHindrance = {
  code: 'objection-nothing-to-lift',
  says: { zh: '现在没有限制。', en: 'Nothing is restricted now.' },
  mend: { zh: '不用办理。', en: 'There is nothing to do.' },
}

const chosenIn = (value: unknown): readonly Restricted[] => (Array.isArray(value) ? value : [])

/**
 * What stands restricted on a day by the objections of people. A later answer stands instead of an earlier one; while the
 * person asks once more, the earlier one stands.
 */
export const restrictionsOn = (
  objections: readonly { readonly matterId: string; readonly matter: Matter }[],
  on: DateCode,
): readonly Restriction[] => objections.flatMap(({ matterId, matter }) => standingIn(matterId, matter, on))

function standingIn(matterId: string, { opening, standing, deeds }: Matter, on: DateCode): readonly Restriction[] {
  const { cadreId } = opening.subject
  if (opening.kind !== 'objection' || cadreId === undefined || standing === 'withdrawn') return []
  let found: readonly Restriction[] = []
  for (const { act, facts, on: since } of deeds) {
    if (since > on) continue
    if (act === 'lift') found = []
    if (act !== 'answer') continue
    const until = parseDate(textIn(facts, 'until') ?? '')
    found = chosenIn(facts['restricts']).map((of) => ({ cadreId, of, since, until, matterId }))
  }
  return found.filter(({ until }) => until === undefined || on < addDays(until, 1))
}
