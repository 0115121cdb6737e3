/** An officer changes a plan: checked as a class is, person by person. */
import type { MatterHindrance } from '#domain/matter.ts'
import { fill, type Text } from '#domain/text.ts'
import type { PlanEdit, PlannedClass, TrainingYearPlan } from '#domain/training.ts'
import { factsRefusal } from '#domain/training-course.ts'

export type EditedPlan = { readonly plan: TrainingYearPlan } | { readonly refusal: MatterHindrance }

/**
 * The plan with the edit, or what speaks against it: places that are taken, or two classes at once.
 * @example editPlan(plan, { kind: 'place-removed', key: 'LOCAL-TOPIC-OVERALL/2027-04', cadreId: 'C0001' }, nameOf)
 */
export function editPlan(plan: TrainingYearPlan, edit: PlanEdit, nameOf: (cadreId: string) => string): EditedPlan {
  const planned = plan.classes.find(({ key }) => key === edit.key)
  if (!planned) return refused('training-plan-class-unknown', noClass)
  const isPlace = ({ key, cadreId }: { readonly key: string; readonly cadreId: string }): boolean =>
    'cadreId' in edit && key === edit.key && cadreId === edit.cadreId
  switch (edit.kind) {
    case 'place-removed':
      return { plan: { ...plan, places: plan.places.filter((place) => !isPlace(place)) } }
    case 'place-added': {
      if (plan.places.some(isPlace)) return { plan }
      const place = { key: edit.key, cadreId: edit.cadreId, reasons: [byHand] }
      return checked({ ...plan, places: [...plan.places, place] }, planned, nameOf)
    }
    case 'class-removed':
      return {
        plan: {
          ...plan,
          classes: plan.classes.filter((one) => one !== planned),
          places: plan.places.filter(({ key }) => key !== edit.key),
        },
      }
    case 'class-changed': {
      const { places, from, to } = edit
      const changed = { ...planned, places, from, to }
      const classes = plan.classes.map((one) => (one === planned ? changed : one))
      return checked({ ...plan, classes }, changed, nameOf)
    }
  }
}

function checked(plan: TrainingYearPlan, planned: PlannedClass, nameOf: (cadreId: string) => string): EditedPlan {
  const people = plan.places.filter(({ key }) => key === planned.key).map(({ cadreId }) => cadreId)
  const refusal = factsRefusal(planned, people.length)
  if (refusal) return { refusal }
  const others = plan.classes.filter(
    ({ key, from, to }) => key !== planned.key && from <= planned.to && planned.from <= to,
  )
  for (const { key, name } of others) {
    const twice = plan.places.find((place) => place.key === key && people.includes(place.cadreId))
    if (twice) return refused('training-class-clash', fill(twoAtOnce, { name: nameOf(twice.cadreId), other: name }))
  }
  return { plan }
}

const refused = (code: string, says: Text): EditedPlan => ({ refusal: { code, says, mend } })

const mend: Text = {
  zh: '换一个班，或者先移出另一个班。',
  en: 'Choose another class, or take the person off the other one.',
}
const noClass: Text = { zh: '计划里没有这个班。', en: 'The plan has no such class.' }
const twoAtOnce: Text = { zh: '{name}同一时间已列入“{other}”。', en: '{name} is on “{other}” at the same time.' }
const byHand: Text = { zh: '人工列入', en: 'Put on by hand' }
