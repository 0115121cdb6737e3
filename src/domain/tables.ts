/**
 * The data package, version 1: the tables in which facts enter and leave, as values. Readers, the database, the synthetic
 * city and the snapshot all read this one description. Field order here is the order of a canonical row.
 *
 * A canonical value is text: an id, `YYYY-MM[-DD]`, a decimal number, `true`/`false`, an identifier of a vocabulary, or a
 * `;`-list of identifiers; null where the fact is unknown.
 */
import type { EnumerationName } from './lexicon/enumerations.ts'

export type FieldKind = 'text' | 'date' | 'number' | 'boolean' | 'term' | 'list'

export interface Field {
  readonly kind: FieldKind
  readonly required?: boolean
  readonly terms?: EnumerationName
  /** The table whose key the value must be. */
  readonly references?: string
  /** For numbers: whole numbers only, and bounds. */
  readonly integer?: boolean
  readonly least?: number
  readonly most?: number
}

export interface Table {
  readonly fields: Readonly<Record<string, Field>>
  /** Fields that identify a row; where a table has no id of its own, the natural key. */
  readonly key: readonly string[]
  /** The package is refused without it. */
  readonly required?: boolean
  /** The field that says when the fact began or was made: later rows do not exist on an earlier as-of date. */
  readonly since?: string
  /** Date fields that end something: a later end is not yet known on an earlier as-of date. */
  readonly ends?: readonly string[]
}

const text = { kind: 'text' } as const
const date = { kind: 'date' } as const
const number = { kind: 'number' } as const
const boolean = { kind: 'boolean' } as const
const id = { kind: 'text', required: true } as const
const year = { kind: 'number', required: true, integer: true, least: 1949, most: 2200 } as const
const level5 = { kind: 'number', required: true, integer: true, least: 1, most: 5 } as const
const count = { kind: 'number', integer: true, least: 0 } as const
const term = <E extends EnumerationName>(terms: E) => ({ kind: 'term', terms }) as const
const list = <E extends EnumerationName>(terms: E) => ({ kind: 'list', terms }) as const
const to = <T extends string>(references: T) => ({ kind: 'text', references }) as const
const must = <F extends Field>(field: F) => ({ ...field, required: true }) as const

export const tables = {
  units: {
    key: ['unit_id'],
    required: true,
    fields: {
      unit_id: id,
      parent_id: to('units'),
      name: must(text),
      kind: must(term('unitKind')),
      level: must(term('unitLevel')),
      sector: term('sector'),
      region_code: text,
      hardship: boolean,
      growth_front: boolean,
      founded_on: date,
      abolished_on: date,
      staff_quota: count,
    },
    since: 'founded_on',
    ends: ['abolished_on'],
  },
  teams: {
    key: ['team_id'],
    fields: {
      team_id: id,
      unit_id: must(to('units')),
      name: must(text),
      term_from: date,
      term_to: date,
      quota_principal: count,
      quota_deputy: count,
    },
  },
  positions: {
    key: ['position_id'],
    required: true,
    fields: {
      position_id: id,
      unit_id: must(to('units')),
      title: must(text),
      post_level: must(term('postLevel')),
      role: must(term('role')),
      team_id: to('teams'),
      portfolio: text,
      sector: term('sector'),
      key_power: boolean,
      key_fund: boolean,
      key_resource: boolean,
      touchpoints: list('touchpoint'),
      hardship: boolean,
      open_from: date,
      open_to: date,
    },
    since: 'open_from',
    ends: ['open_to'],
  },
  cadres: {
    key: ['cadre_id'],
    required: true,
    fields: {
      cadre_id: id,
      name: must(text),
      sex: term('sex'),
      born_on: date,
      ethnicity: text,
      native_place: text,
      birth_place: text,
      growth_place_code: text,
      party: text,
      party_joined_on: date,
      work_started_on: date,
      citizen_id: text,
      health_ok: boolean,
      authority_unit_id: must(to('units')),
      track: term('track'),
      reserve: boolean,
    },
  },
  tenures: {
    key: ['tenure_id'],
    required: true,
    fields: {
      tenure_id: id,
      cadre_id: must(to('cadres')),
      position_id: to('positions'),
      unit_text: text,
      title_text: text,
      post_level: term('postLevel'),
      role: term('role'),
      grassroots: boolean,
      from: must(date),
      to: date,
      kind: must(term('tenureKind')),
      change: term('change'),
    },
    since: 'from',
    ends: ['to'],
  },
  grades: {
    key: ['cadre_id', 'grade', 'from'],
    fields: { cadre_id: must(to('cadres')), grade: must(term('grade')), from: must(date), to: date },
    since: 'from',
    ends: ['to'],
  },
  educations: {
    key: ['cadre_id', 'mode', 'level', 'degree', 'school', 'major', 'from'],
    fields: {
      cadre_id: must(to('cadres')),
      mode: must(term('educationMode')),
      level: must(term('educationLevel')),
      degree: term('degree'),
      school: text,
      major: text,
      from: date,
      to: date,
    },
    since: 'from',
    ends: ['to'],
  },
  relatives: {
    key: ['cadre_id', 'relation', 'name'],
    fields: {
      cadre_id: must(to('cadres')),
      relation: must(text),
      name: must(text),
      born_on: date,
      party: text,
      position_text: text,
      relative_cadre_id: to('cadres'),
    },
  },
  evaluations: {
    key: ['cadre_id', 'year'],
    fields: { cadre_id: must(to('cadres')), year, result: must(term('evaluationResult')) },
    since: 'year',
  },
  trainings: {
    key: ['cadre_id', 'course', 'from'],
    fields: {
      cadre_id: must(to('cadres')),
      course: must(text),
      topic: text,
      from: must(date),
      to: date,
      hours: { ...number, least: 0 },
      organiser: text,
      recognised: boolean,
    },
    since: 'from',
    ends: ['to'],
  },
  honours: {
    key: ['cadre_id', 'title', 'on'],
    fields: { cadre_id: must(to('cadres')), title: must(text), on: must(date), authority: text },
    since: 'on',
  },
  sanctions: {
    key: ['cadre_id', 'kind', 'decided_on'],
    fields: {
      cadre_id: must(to('cadres')),
      kind: must(term('sanctionKind')),
      decided_on: must(date),
      until: date,
      authority: text,
      basis: text,
    },
    since: 'decided_on',
  },
  ratings: {
    key: ['survey_id', 'on', 'channel', 'cadre_id', 'rater_id', 'item'],
    fields: {
      survey_id: id,
      on: must(date),
      channel: must(term('ratingChannel')),
      cadre_id: must(to('cadres')),
      rater_id: id,
      rater_class: term('raterClass'),
      rater_unit_id: to('units'),
      item: must(term('ratingItem')),
      score: must(number),
      scale_max: must(number),
    },
    since: 'on',
  },
  indicators: {
    key: ['unit_id', 'year', 'indicator'],
    fields: {
      unit_id: must(to('units')),
      year,
      indicator: must(text),
      value: must(number),
      higher_is_better: must(boolean),
      visibility: term('visibility'),
    },
    since: 'year',
  },
  duties: {
    key: ['cadre_id', 'unit_id', 'indicator', 'from'],
    fields: {
      cadre_id: must(to('cadres')),
      unit_id: must(to('units')),
      indicator: text,
      from: must(date),
      to: date,
      share: { ...number, least: 0, most: 1 },
    },
    since: 'from',
    ends: ['to'],
  },
  statements: {
    key: ['statement_id'],
    fields: {
      statement_id: id,
      cadre_id: must(to('cadres')),
      source_unit_id: to('units'),
      channel: must(term('statementChannel')),
      observed_on: date,
      recorded_on: must(date),
      aspect: term('aspect'),
      tone: term('tone'),
      event: text,
      text,
      field: text,
      value: text,
      copies: to('statements'),
    },
    since: 'recorded_on',
  },
  supervision: {
    key: ['event_id'],
    fields: {
      event_id: id,
      cadre_id: to('cadres'),
      unit_id: to('units'),
      kind: must(term('supervisionKind')),
      on: must(date),
      finding: text,
      severity: term('severity'),
      due_on: date,
      closed_on: date,
      verified: boolean,
      tolerated: boolean,
    },
    since: 'on',
    ends: ['closed_on'],
  },
  requirements: {
    key: ['position_id', 'facet', 'element'],
    fields: {
      position_id: must(to('positions')),
      facet: must(term('facet')),
      element: must(text),
      level: level5,
      weight: { ...number, least: 0 },
    },
  },
  competencies: {
    key: ['cadre_id', 'facet', 'element', 'on', 'assessor'],
    fields: {
      cadre_id: must(to('cadres')),
      facet: must(term('facet')),
      element: must(text),
      level: level5,
      on: must(date),
      assessor: text,
      basis: text,
    },
    since: 'on',
  },
  vacancies: {
    key: ['position_id', 'from'],
    fields: { position_id: must(to('positions')), from: must(date), theme: term('theme'), note: text },
  },
} as const satisfies Record<string, Table>

export type TableName = keyof typeof tables
export const tableNames = Object.keys(tables) as TableName[]
export type FieldName<T extends TableName> = keyof (typeof tables)[T]['fields'] & string
export type KindOf<T extends TableName, F extends FieldName<T>> = (typeof tables)[T]['fields'][F] extends {
  readonly kind: infer K extends FieldKind
}
  ? K
  : never

/** The description of a table, seen without its literal types. */
export const tableOf = (name: TableName): Table => tables[name]
export const fieldNamesOf = (name: TableName): readonly string[] => Object.keys(tables[name].fields)

/** One row of a table in canonical text, in field order; null where unknown. */
export type Row = readonly (string | null)[]
