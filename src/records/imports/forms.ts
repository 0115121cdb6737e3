/** Appointment forms as they came in, word for word, beside the facts drawn from them. */
import { type QueryExecutorProvider, sql } from 'kysely'
import type { AppointmentForm, FormPhoto } from '#domain/appointment-form.ts'
import { invariant } from '#domain/problem.ts'
import { sealingOf } from '../sealing/index.ts'

export interface StandingForm {
  readonly formId: string
  readonly form: AppointmentForm
  /** The file it came in. */
  readonly source: string
  readonly recordedBy: string
  readonly recordedAt: Date
}

interface FormRow extends PhotoColumns {
  form_id: string
  content: Omit<AppointmentForm, 'photo'>
  source: string
  recorded_by: string
  recorded_at: Date
}

/** A photo as four columns, all of them or none. */
export interface PhotoColumns {
  readonly photo: Buffer | null
  readonly photo_type: FormPhoto['type'] | null
  readonly photo_width: number | null
  readonly photo_height: number | null
}

/**
 * The newest form of a cadre; undefined where none has come in.
 * @example (await readStandingForm(records.database, 'C000001'))?.form.texts.resume
 */
export async function readStandingForm(
  database: QueryExecutorProvider,
  cadreId: string,
): Promise<StandingForm | undefined> {
  const { rows } = await sql<FormRow>`
    select form_id, content, photo, photo_type, photo_width, photo_height, source, recorded_by, recorded_at
    from appointment_form where cadre_id = ${cadreId} and withdrawn_at is null
    order by recorded_at desc, form_id desc limit 1`.execute(database)
  const [row] = rows
  if (!row) return undefined
  return {
    formId: row.form_id,
    form: { ...row.content, photo: photoOf(row) },
    source: row.source,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  }
}

/** Stores a form beside the facts of a cadre; returns its id. Inside `commit`. */
export async function storeForm(
  transaction: QueryExecutorProvider,
  entry: {
    readonly cadreId: string
    readonly form: AppointmentForm
    /** The file it came in. */
    readonly source: string
    readonly actor: string
    readonly importId?: string
  },
): Promise<string> {
  const { photo, ...content } = entry.form
  const columns = photoColumns(photo)
  const formId = await newFormId(transaction)
  const row = { form_id: formId, content }
  const sealed = sealingOf(transaction)?.sealRow('appointment_form', row) ?? row
  await sql`
    insert into appointment_form
      (form_id, cadre_id, content, photo, photo_type, photo_width, photo_height, source, recorded_by, import_id)
    values (${formId}, ${entry.cadreId}, ${JSON.stringify(sealed.content)}, ${columns.photo}, ${columns.photo_type},
      ${columns.photo_width}, ${columns.photo_height}, ${entry.source}, ${entry.actor}, ${entry.importId ?? null})`.execute(
    transaction,
  )
  return formId
}

/** Before the row is written: what is sealed in it is bound to it. */
async function newFormId(transaction: QueryExecutorProvider): Promise<string> {
  const { rows } = await sql<{ form_id: string }>`select uuidv7()::text as form_id`.execute(transaction)
  const [row] = rows
  invariant(row, 'a function has a result')
  return row.form_id
}

export const photoColumns = (photo: FormPhoto | undefined): PhotoColumns => ({
  photo: photo ? Buffer.from(photo.bytes) : null,
  photo_type: photo?.type ?? null,
  photo_width: photo?.width ?? null,
  photo_height: photo?.height ?? null,
})

export function photoOf({ photo, photo_type, photo_width, photo_height }: PhotoColumns): FormPhoto | undefined {
  if (photo === null || photo_type === null || photo_width === null || photo_height === null) return undefined
  return { type: photo_type, bytes: new Uint8Array(photo), width: photo_width, height: photo_height }
}
