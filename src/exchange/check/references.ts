import { fieldNamesOf, type TableName, tableOf } from '#domain/tables.ts'

/** A field that holds the id of a row in another table, or in its own. */
export interface Reference {
  readonly field: number
  readonly name: string
  readonly table: TableName
}

export function referencesOf(table: TableName): readonly Reference[] {
  const { fields } = tableOf(table)
  return fieldNamesOf(table).flatMap((name, field) => {
    const target = fields[name]?.references as TableName | undefined
    return target === undefined ? [] : [{ field, name, table: target }]
  })
}

/** Rows of one table that point to each other: units to the unit above, statements to the one they repeat. */
export class Pointers {
  private readonly targets = new Map<number, string>()

  add(row: number, target: string): void {
    this.targets.set(row, target)
  }

  valueAt(row: number): string {
    return this.targets.get(row) ?? ''
  }

  /** Splits the rows into those whose target exists, with its row, and those whose target does not. */
  resolve(rowOf: (id: string) => number): { found: Map<number, number>; dangling: number[] } {
    const found = new Map<number, number>()
    const dangling: number[] = []
    for (const [row, id] of this.targets) {
      const target = rowOf(id)
      if (target === 0) dangling.push(row)
      else found.set(row, target)
    }
    return { found, dangling }
  }
}

/** Rows that lead back to themselves, one for each loop. */
export function loopsIn(targets: ReadonlyMap<number, number>): number[] {
  const visitedFrom = new Map<number, number>()
  const loops: number[] = []
  for (const start of targets.keys()) {
    let row: number | undefined = start
    while (row !== undefined && !visitedFrom.has(row)) {
      visitedFrom.set(row, start)
      row = targets.get(row)
    }
    if (row !== undefined && visitedFrom.get(row) === start) loops.push(row)
  }
  return loops
}

/** Rows that lead, over any number of steps, to a row that is left out. */
export function dependentsIn(targets: ReadonlyMap<number, number>, isLeftOut: (row: number) => boolean): number[] {
  const dependents = new Set<number>()
  for (let before = -1; before !== dependents.size; ) {
    before = dependents.size
    for (const [row, target] of targets) {
      if (!isLeftOut(row) && (isLeftOut(target) || dependents.has(target))) dependents.add(row)
    }
  }
  return [...dependents]
}
