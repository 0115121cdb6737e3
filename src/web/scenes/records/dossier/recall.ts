import { labelOf } from '#domain/lexicon/terms.ts'
import type { Dossier } from '#server/contract/index.ts'
import { day, month } from '../../../language/format.ts'
import type { Say } from '../../../language/language.tsx'
import type { Recall } from '../../../parts/evidence.tsx'

/** Says in words the rows of evidence that this dossier itself holds: tenures and yearly results. */
export function recallFrom(dossier: Dossier, say: Say): Recall {
  const tenures = new Map(
    dossier.career.map((step) => [
      `tenures/${step.tenureId}`,
      `${month(step.from)}–${step.to === null ? '' : month(step.to)} ${step.unitName ?? ''} ${step.title ?? ''}`,
    ]),
  )
  const evaluations = new Map(
    dossier.evaluations.map(({ year, result }) => [
      `evaluations/${dossier.cadreId}/${year}`,
      `${year} ${say(labelOf('evaluationResult', result))}`,
    ]),
  )
  const own = `cadres/${dossier.cadreId}`
  const sanctions = new Map(
    dossier.sanctions.map(({ kind, decidedOn }) => [
      `sanctions/${dossier.cadreId}/${kind}/${decidedOn}`,
      `${day(decidedOn)} ${say(labelOf('sanctionKind', kind))}`,
    ]),
  )
  return (id) =>
    tenures.get(id) ?? evaluations.get(id) ?? sanctions.get(id) ?? (id === own ? dossier.facts.name : undefined)
}
