/** Units and seats by name, for whoever fills in a field. */
import { textAt } from '#domain/columns.ts'
import type { Facts } from '#policy/index.ts'
import type { MatterChoices } from '../contract/index.ts'

const mostOffered = 12

/** The first twelve in service whose name holds all the words typed; the shortest name first. */
export function choicesNamed(facts: Facts, kind: 'units' | 'seats', typed: string): MatterChoices['choices'] {
  const words = typed.split(/\s+/)
  return (kind === 'units' ? units(facts) : seats(facts))
    .filter(({ name }) => words.every((word) => name.includes(word)))
    .sort((a, b) => a.name.length - b.name.length)
    .slice(0, mostOffered)
}

function units({ snapshot }: Facts): MatterChoices['choices'] {
  const { length, columns } = snapshot.tables.units
  return Array.from({ length }, (_, row) => {
    const id = textAt(columns.unit_id, row) ?? ''
    return { id, name: textAt(columns.name, row) ?? id }
  })
}

function seats(facts: Facts): MatterChoices['choices'] {
  const { length, columns } = facts.snapshot.tables.positions
  return Array.from({ length }, (_, row) => {
    const { unitName, title } = facts.seat(row)
    return { id: textAt(columns.position_id, row) ?? '', name: `${unitName}${title}` }
  })
}
