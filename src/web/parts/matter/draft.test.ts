import { expect, it } from 'vitest'
import { changedFacts, draftOf, factsOf, faultsIn, type MatterField } from './draft.ts'

const field = (name: string, kind: MatterField['kind'], more: Partial<MatterField> = {}): MatterField => ({
  name,
  label: { zh: name, en: name },
  kind,
  required: false,
  options: [],
  columns: [],
  help: null,
  ...more,
})
const fields = [
  field('agrees', 'boolean', { required: true }),
  field('share', 'number'),
  field('ways', 'choices'),
  field('steps', 'rows', {
    columns: [field('what', 'text', { required: true }), field('hours', 'number')],
  }),
]

it('sends numbers as numbers, “no” as said, and nothing of what is empty', () => {
  const draft = {
    agrees: false,
    share: ' 2.5 ',
    ways: [],
    steps: [
      { what: '挂职', hours: '40' },
      { what: '', hours: '' },
    ],
  }
  expect(factsOf(fields, draft)).toEqual({ agrees: false, share: 2.5, steps: [{ what: '挂职', hours: 40 }, {}] })
})

it('names what is missing or no number, in rows too', () => {
  const faults = faultsIn(fields, { share: '二', steps: [{ what: '挂职' }, { hours: 'x' }] })
  expect(Object.fromEntries(faults)).toEqual({
    agrees: 'missing',
    share: 'wrong',
    'steps/1/what': 'missing',
    'steps/1/hours': 'wrong',
  })
  expect(faultsIn(fields, { agrees: false }).size).toBe(0)
})

it('corrects only what was changed; what was emptied is sent as empty', () => {
  const stands = { agrees: true, share: 3, steps: [{ what: '挂职', hours: 40 }] }
  const draft = { ...draftOf(stands), agrees: false, share: '' }
  expect(changedFacts(stands, factsOf(fields, draft))).toEqual({ share: '', agrees: false })
})
