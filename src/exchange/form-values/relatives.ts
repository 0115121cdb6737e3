import type { FormRelative } from '#domain/appointment-form.ts'
import type { ArrivingRow } from '#domain/arrivals.ts'
import { relativeElements } from '../appointment-form/elements.ts'
import { personName } from './person-name.ts'
import { dateIn, type Remarks, remarkKept, type Spot } from './remarks.ts'

/**
 * The family, in the order of the form. Whether somebody has died (已去世) stays part of
 * what is written of their post. One without a relation or a name, and one named twice, stay in the form.
 */
export function relativesOf(relatives: readonly FormRelative[], remarks: Remarks): readonly ArrivingRow[] {
  const rows = new Map<string, ArrivingRow>()
  for (const [index, relative] of relatives.entries()) {
    const name = personName(relative.name)
    const relation = relative.relation.replace(/\s+/g, '')
    const key = `${relation} ${name}`
    const spot = spotOf('name', index)
    if (relation === '' || name === '') remarkKept(remarks, spot, `${relation}${name}${relative.post}`, incomplete)
    else if (rows.has(key)) remarkKept(remarks, spot, `${relation}${name}`, twice)
    else rows.set(key, rowOf(relative, relation, name, dateIn(remarks, spotOf('bornOn', index), relative.bornOn)))
  }
  return [...rows.values()]
}

const incomplete = { zh: '称谓或姓名是空的', en: 'the relation or the name is missing' }
const twice = { zh: '同一人出现了两次', en: 'the same person stands there twice' }

function rowOf(relative: FormRelative, relation: string, name: string, bornOn: string | undefined): ArrivingRow {
  return {
    relation,
    name,
    ...(bornOn === undefined ? {} : { born_on: bornOn }),
    ...(relative.politics === '' ? {} : { party: relative.politics }),
    ...(relative.post === '' ? {} : { position_text: relative.post }),
  }
}

/** Relatives are counted from 1, as the lines of the paper. */
function spotOf(field: keyof FormRelative, index: number): Spot {
  const [element, , label] = relativeElements.find(([, name]) => name === field) ?? ['', '', { zh: '' }]
  return { column: `${label.zh}（${element}）`, row: index + 1 }
}
