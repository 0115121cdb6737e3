import type { ArrivingPerson } from '#domain/arrivals.ts'

/** A person as `zhiren import --json` shows them; null where the file says nothing. */
export interface PresentedPerson {
  readonly cadreId: string
  readonly name: string | null
  readonly sex: string | null
  readonly bornOn: string | null
  readonly ethnicity: string | null
  readonly nativePlace: string | null
  readonly party: string | null
  readonly partyJoinedOn: string | null
  readonly workStartedOn: string | null
  readonly educations: readonly {
    readonly mode: string | null
    readonly level: string | null
    readonly degree: string | null
    readonly school: string | null
    readonly major: string | null
  }[]
  readonly tenures: readonly {
    readonly from: string | null
    readonly to: string | null
    readonly text: string
    readonly kind: string
  }[]
  readonly relatives: readonly {
    readonly relation: string | null
    readonly name: string | null
    readonly bornOn: string | null
    readonly politics: string | null
    readonly post: string | null
  }[]
}

export function presentPerson(person: ArrivingPerson, cadreId: string): PresentedPerson {
  const { cadre, rows, resume } = person
  const valueOf = (name: string): string | null => cadre[name] ?? null
  return {
    cadreId,
    name: valueOf('name'),
    sex: valueOf('sex'),
    bornOn: valueOf('born_on'),
    ethnicity: valueOf('ethnicity'),
    nativePlace: valueOf('native_place'),
    party: valueOf('party'),
    partyJoinedOn: valueOf('party_joined_on'),
    workStartedOn: valueOf('work_started_on'),
    educations: (rows.educations ?? []).map((row) => ({
      mode: row.mode ?? null,
      level: row.level ?? null,
      degree: row.degree ?? null,
      school: row.school ?? null,
      major: row.major ?? null,
    })),
    tenures:
      resume?.map(({ from, to, text, kind }) => ({ from, to, text, kind })) ??
      (rows.tenures ?? []).map((row) => ({
        from: row.from ?? null,
        to: row.to ?? null,
        text: `${row.unit_text ?? ''}${row.title_text ?? ''}`,
        kind: 'main',
      })),
    relatives: (rows.relatives ?? []).map((row) => ({
      relation: row.relation ?? null,
      name: row.name ?? null,
      bornOn: row.born_on ?? null,
      politics: row.party ?? null,
      post: row.position_text ?? null,
    })),
  }
}
