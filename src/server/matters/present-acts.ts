/** What may be done to a matter, with the fields of each act. */
import type { DateCode } from '#domain/calendar.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { MatterActDesign, MatterFacts, MatterField } from '#domain/matter.ts'
import { actsOpen } from '#domain/matter-course.ts'
import { fill, type Text } from '#domain/text.ts'
import type { Account } from '../access/account.ts'
import type { MatterDetail, MatterFieldShape } from '../contract/index.ts'
import { presentBasis } from '../presenters/evidence.ts'
import { actorsIn, type OpenedMatter } from './matter-desk.ts'
import { joined } from './present-facts.ts'

/** What may be done at this stage: by this account, and by others, said as what stands in the way of it. */
export function actsShown(opened: OpenedMatter, account: Account, on: DateCode): MatterDetail['acts'] {
  const actors = actorsIn(opened, account)
  if (actors.length === 0) return []
  const offered = actsOpen(opened.design, opened.matter, matterActors, on)
  return offered.map(({ act, hindrance }) => {
    const isMine = act.by.some((actor) => actors.includes(actor))
    const isOfOthers = !isMine && !act.by.includes('person')
    return presentAct(act, isOfOthers ? forOthers(act) : hindrance, !isMine && !isOfOthers, opened.matter.facts)
  })
}

const matterActors = identifiersOf('matterActor')

const forOthers = ({ by }: MatterActDesign): { readonly says: Text; readonly mend: Text } => {
  const who = joined(
    by.map((actor) => labelOf('matterActor', actor)),
    '或者',
    ' or ',
  )
  return { says: fill(isTheirs, { who }), mend: fill(leftToThem, { who }) }
}
const isTheirs: Text = { zh: '由{who}办理。', en: 'For the {who} to do.' }
const leftToThem: Text = { zh: '等{who}办理后再看下一步。', en: 'The {who} acts first.' }

export const presentAct = (
  { id, label, fields, by, isShared, basis, startsFromLast }: MatterActDesign,
  hindrance: { readonly says: Text; readonly mend: Text } | undefined,
  onBehalf: boolean,
  facts: MatterFacts,
): MatterDetail['acts'][number] => ({
  id,
  label,
  fields: fields.map(presentField),
  by: [...by],
  hindrance: hindrance ? { says: hindrance.says, mend: hindrance.mend } : null,
  isShared: isShared === true,
  onBehalf,
  initial: startsFromLast
    ? Object.fromEntries(fields.flatMap(({ name }) => (facts[name] === undefined ? [] : [[name, facts[name]]])))
    : {},
  basis: basis ? presentBasis(basis) : null,
})

export function presentField(field: MatterField): MatterFieldShape {
  return { ...plain(field), columns: (field.columns ?? []).map(plain) }
}

const plain = ({ name, label, kind, required, options, help }: MatterField): MatterFieldShape['columns'][number] => ({
  name,
  label,
  kind,
  required: required === true,
  options: [...(options ?? [])],
  help: help ?? null,
})
