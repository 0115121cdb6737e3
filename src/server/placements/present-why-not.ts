import type { WhyNotPlaced } from '#develop/index.ts'
import { fill, type Text } from '#domain/text.ts'
import type { Facts } from '#policy/index.ts'
import type { PlacementWhyNot } from '../contract/index.ts'
import { presentFinding, presentText } from '../presenters/evidence.ts'
import { nameOf, seatNameOf } from './names.ts'

export function presentWhyNot(
  facts: Facts,
  { answer, findings, heldBy, worth, has }: WhyNotPlaced,
  { cadreId, positionId }: { readonly cadreId: string; readonly positionId: string },
): PlacementWhyNot {
  const { unitName, title } = seatNameOf(facts, positionId)
  const people = heldBy.map((id) => nameOf(facts, id))
  const said = {
    name: nameOf(facts, cadreId).name,
    seat: `${unitName}${title}`,
    holder: people.map(({ name }) => name).join('、'),
    worth: worth.toFixed(2),
    has: has.toFixed(2),
  }
  return {
    answer,
    says: presentText(fill(sentences[answer], said)),
    findings: findings.map(presentFinding),
    heldBy: people,
  }
}

const sentences: Readonly<Record<WhyNotPlaced['answer'], Text>> = {
  chosen: { zh: '这一轮就是安排{name}到{seat}。', en: 'The round has {name} at {seat}.' },
  'not-lacking': {
    zh: '{name}不在这一轮里：不是在职的后备干部，或者没有列出历练需求。',
    en: '{name} is not in the round: no serving reserve cadre, or no need listed.',
  },
  'not-open': {
    zh: '{seat}在这几轮内不空出，也不是挂职岗位。',
    en: '{seat} is not open within the rounds, and no place of secondment.',
  },
  'no-use': { zh: '{seat}补不了{name}缺的经历。', en: '{seat} meets no need of {name}.' },
  unlawful: { zh: '{name}到{seat}不符合下列规定。', en: '{name} at {seat} does not meet these rules.' },
  taken: {
    zh: '{seat}安排给了{holder}；这个岗位对{name}值 {worth}，现在的安排值 {has}，换过来总数不会更多。',
    en: '{holder} has {seat}; it is worth {worth} to {name}, who has {has}: a change adds nothing to the sum.',
  },
  'worth-less': {
    zh: '{seat}对{name}值 {worth}，不如现在安排的 {has}。',
    en: '{seat} is worth {worth} to {name}, less than the {has} of the seat proposed.',
  },
  equal: {
    zh: '{name}到{seat}也可以，总数一样；所在单位一轮派出人数达到限制的，不再派出。',
    en: '{name} may as well go to {seat}: the sum is the same, unless the unit already gives as many as it may.',
  },
}
