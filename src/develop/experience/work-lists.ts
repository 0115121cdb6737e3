import type { WorkList } from '#domain/results.ts'
import type { CadreFacts } from '#policy/index.ts'
import type { LedgerReader } from './ledger.ts'

/** `experience.csv`: one row per cadre and route; months are empty where they are not known. */
export function experienceList(cadres: readonly CadreFacts[], ledgerOf: LedgerReader): WorkList {
  return {
    name: 'experience',
    columns: ['cadre_id', 'route', 'months', 'spells', 'distinct', 'known'],
    rows: cadres.flatMap((cadre) =>
      ledgerOf(cadre).routes.map(({ route, months, open, spells, distinct }) => [
        cadre.id,
        route,
        months ?? null,
        months === undefined ? null : spells,
        months === undefined ? null : distinct,
        months !== undefined && open === 0,
      ]),
    ),
  }
}
