import type { RecordedPerson } from '#records/queries/index.ts'
import type { FormBatchShape, PeopleFound } from '../contract/index.ts'
import type { FormBatch, PeopleNamed } from '../forms/index.ts'

const namesShown = 12

export const presentBatch = ({
  order,
  begunAt,
  keptUntil,
  byteCount,
  failures,
  missing,
  ...batch
}: FormBatch): FormBatchShape => ({
  batchId: batch.batchId,
  begunAt: begunAt.toISOString(),
  state: batch.state,
  purpose: order.purpose,
  formats: [...order.formats],
  edition: order.edition,
  people: order.people.length,
  names: order.people.slice(0, namesShown).map(({ name }) => name),
  done: batch.done,
  failures: failures.map((failure) => ({ ...failure })),
  missing: missing.length,
  seconds: batch.seconds,
  byteCount: byteCount ?? null,
  keptUntil: keptUntil?.toISOString() ?? null,
})

export const presentPeopleNamed = ({ found, several, unknown }: PeopleNamed): PeopleFound => ({
  found: found.map(presentPerson),
  several: several.map(({ name, people }) => ({ name, people: people.map(presentPerson) })),
  unknown: [...unknown],
})

const presentPerson = ({ cadre_id, name, unit_name, title }: RecordedPerson): PeopleFound['found'][number] => ({
  cadreId: cadre_id,
  name,
  unit: unit_name ?? '',
  title: title ?? '',
})
