/** What is written into a plan: its goals and its steps. */
import type { EnumerationName } from '#domain/lexicon/enumerations.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { MatterField } from '#domain/matter.ts'

const optionsOf = (name: EnumerationName): NonNullable<MatterField['options']> =>
  identifiersOf(name).map((id) => ({ id, label: labelOf(name, id) }))

const steps: MatterField = {
  name: 'steps',
  label: { zh: '培养步骤', en: 'Steps' },
  kind: 'rows',
  required: true,
  help: {
    zh: '步骤按次序编号，修订时次序不变；不再做的一步留着，在进展里记“不再进行”。',
    en: 'Steps are numbered in order and keep their numbers; one that is dropped stays, and its progress says so.',
  },
  columns: [
    { name: 'goal', label: { zh: '提高什么', en: 'For' }, kind: 'choice', options: optionsOf('planGoal') },
    {
      name: 'carrier',
      label: { zh: '载体', en: 'Carrier' },
      kind: 'choice',
      options: optionsOf('planCarrier'),
      required: true,
    },
    { name: 'what', label: { zh: '做什么', en: 'What' }, kind: 'text', required: true },
    { name: 'from', label: { zh: '起', en: 'From' }, kind: 'date' },
    { name: 'to', label: { zh: '止', en: 'By' }, kind: 'date', required: true },
    { name: 'by', label: { zh: '责任人', en: 'Answerable' }, kind: 'account' },
    { name: 'judged', label: { zh: '凭什么算完成', en: 'How it is judged' }, kind: 'text' },
  ],
}

export const planFields: readonly MatterField[] = [
  { name: 'track', label: { zh: '培养方向', en: 'Track' }, kind: 'choice', options: optionsOf('track') },
  { name: 'level', label: { zh: '培养目标', en: 'Level aimed at' }, kind: 'choice', options: optionsOf('postLevel') },
  {
    name: 'abilities',
    label: { zh: '着重提高', en: 'Abilities' },
    kind: 'choices',
    options: optionsOf('planGoal'),
  },
  { name: 'aim', label: { zh: '目标说明', en: 'Aim in words' }, kind: 'paragraph' },
  steps,
]

export const stepStates = optionsOf('planStepState')
