/** A selection case as the rules read it: the day a stage begins, and every item that an instrument lists. */
import type { DateCode } from '#domain/calendar.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import {
  type Catalogue,
  type ProcessFacts,
  processCatalogues,
  processFields,
  type processRolls,
  type RollEntry,
  stageDays,
} from '#domain/process.ts'
import type { Text } from '#domain/text.ts'

/** One item of a catalogue; `value` is undefined where nothing is recorded of it. */
export interface CatalogueRow {
  readonly evidence: string
  readonly label: Text
  readonly kind: string
  readonly value: string | boolean | undefined
}

export interface RollRow extends RollEntry {
  readonly evidence: string
  readonly label: Text
}

/** Names of the single facts. */
export const processNames = Object.keys(processFields) as readonly (keyof typeof processFields)[]

/** A single fact; the day of the stage under way, where none is recorded, is today. */
export function processFact(
  process: ProcessFacts | undefined,
  name: keyof typeof processFields,
  today: DateCode,
): string | number | boolean | undefined {
  const recorded = process?.[name]
  if (recorded !== undefined || process?.stage === undefined) return recorded
  return stageDays[process.stage] === name ? today : undefined
}

/** Every item the instrument lists, recorded or not, so that what is missing can be named. */
export function catalogueRows(process: ProcessFacts | undefined, name: keyof typeof processCatalogues): CatalogueRow[] {
  if (process === undefined) return []
  const { items }: Catalogue = processCatalogues[name]
  const recorded: Readonly<Record<string, string | boolean | undefined>> = process[name] ?? {}
  return identifiersOf(items).map((kind) => ({
    evidence: `process/${name}/${kind}`,
    label: labelOf(items, kind),
    kind,
    value: recorded[kind],
  }))
}

export const rollRows = (process: ProcessFacts | undefined, name: keyof typeof processRolls): RollRow[] =>
  (process?.[name] ?? []).map((entry, index) => ({
    ...entry,
    evidence: `process/${name}/${index + 1}`,
    label: { zh: entry.name, en: entry.name },
  }))
