import type { CadreFacts, Facts } from './facts.ts'

/** Reserve cadres in service, in the order of the records. */
export function* reserveOf(facts: Facts): Generator<CadreFacts> {
  for (let index = 0; index < facts.cadreCount; index += 1) {
    const cadre = facts.cadre(index)
    if (cadre.reserve === true && !cadre.hasLeft) yield cadre
  }
}
