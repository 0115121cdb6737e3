import type { Letter } from '#domain/letter.ts'
import { letterOf } from '#manage/index.ts'
import type { RuleBook } from '#policy/index.ts'
import { presentPerson, unitNamed } from '../presenters/named.ts'

import type { OpenedMatter } from './matter-desk.ts'
import { presentMatterFacts } from './present-facts.ts'
import type { MattersShown } from './present-matter.ts'
import { noLetter } from './refusals.ts'

export interface MatterLetter {
  readonly letter: Letter
  /** Ids of the cadres it is about. */
  readonly subjects: readonly string[]
}

/** The letter of an event, as it reads with what was corrected since. @throws Refusal 404 where the act has none */
export function matterLetter(shown: MattersShown, opened: OpenedMatter, seq: number, book: RuleBook): MatterLetter {
  const { design, matter } = opened
  const deed = matter.deeds.find((each) => each.seq === seq)
  const act = deed && design.acts.find(({ id }) => id === deed.act)
  if (!deed || !act?.letter) throw noLetter()
  const { cadreId, unitId } = matter.opening.subject
  const name = cadreId === undefined ? unitNamed(shown, unitId ?? '') : presentPerson(shown, cadreId).name
  const facts = presentMatterFacts(shown, act.fields, deed.facts).map(({ label, shown: said }) => ({
    label: label.zh,
    shown: said.zh,
  }))
  const letter = letterOf(act.letter, { matter, deed, name, book, act: act.label.zh, facts })
  return { letter, subjects: cadreId === undefined ? [] : [cadreId] }
}
