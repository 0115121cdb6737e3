/** The lists of a record that a rule may read, and the words for one of their rows. */
import type { DateCode } from '#domain/calendar.ts'
import type { Text } from '#domain/text.ts'
import type { Stretch } from '../facts/career.ts'
import { levelBefore } from '../facts/held.ts'
import type { Education, Evaluation, Sanction, Training } from '../facts/histories.ts'
import { isInPost, namesUnit, type Relative } from '../facts/relatives.ts'
import { lastTalkAfter, type SupervisionEvent } from '../facts/supervision.ts'
import { processLists } from './process-lists.ts'
import { seatLists } from './seat-lists.ts'
import type { Known, ValueType } from './types.ts'
import type { Scope, Tie, Word } from './vocabulary.ts'

/** Every row can say which record it is and describe itself. */
export interface ListRow {
  readonly evidence: string
  readonly label: Text
}

export interface List {
  /** How a rule calls one row: `stretch.level`. */
  readonly row: string
  /** Whose list it is: what its rows depend on. */
  readonly owner: 'cadre' | 'seat' | 'process'
  readonly rows: (scope: Scope) => readonly ListRow[]
  /** Begin and end of a row that lasts, where the list can be accumulated. */
  readonly span?: (row: ListRow) => { readonly from: DateCode; readonly to: DateCode }
  /** The field that is missing where no row is recorded although one is expected; undefined = no row means none. */
  readonly absence: (scope: Scope) => string | undefined
  readonly words: Readonly<Record<string, Word>>
}

const term = (vocabulary: string): ValueType => ({ kind: 'term', vocabulary })
const date: ValueType = { kind: 'date' }
const number: ValueType = { kind: 'number' }
const boolean: ValueType = { kind: 'boolean' }
const text: ValueType = { kind: 'text' }

/** A word of one row type; the row in scope is always one of its list, which the loader has checked. */
function reader<R extends ListRow>() {
  return (type: ValueType, missing: string, read: (row: R, scope: Scope) => Known): Word => ({
    type,
    missing,
    read: (scope) => read(scope.row as R, scope),
  })
}

const stretch = reader<Stretch>()
const sanction = reader<Sanction>()
const evaluation = reader<Evaluation>()
const training = reader<Training>()
const education = reader<Education>()
const relative = reader<Relative>()
const event = reader<SupervisionEvent>()

/** How a relative's post stands to the seat's unit; where only words are known, whether they name it. */
function tieTo(row: Relative, { seat }: Scope): Tie {
  if (!seat) return 'none'
  if (!row.seat) return namesUnit(row.positionText, seat) ? 'named' : 'none'
  if (row.seat.position === seat.position) return 'none'
  if (row.seat.unit === seat.unit) return 'same-unit'
  if (row.seat.unit === seat.parentUnit) return 'unit-above'
  return row.seat.parentUnit === seat.unit ? 'unit-below' : 'none'
}

export const lists: Readonly<Record<string, List>> = {
  career: {
    row: 'stretch',
    owner: 'cadre',
    rows: ({ cadre }) => cadre.stretches,
    span: (row) => row as ListRow & Stretch,
    absence: ({ cadre }) => (cadre.stretches.length === 0 ? 'tenures.from' : undefined),
    words: {
      'stretch.kind': stretch(term('stretchKind'), 'tenures.kind', (r) => r.kind),
      'stretch.level': stretch(term('postLevel'), 'tenures.post_level', (r) => r.level),
      'stretch.role': stretch(term('role'), 'tenures.role', (r) => r.role),
      'stretch.post': stretch(text, 'tenures.title_text', (r) => r.post),
      'stretch.position': stretch(text, 'tenures.position_id', (r) => r.position ?? ''),
      'stretch.level_change': stretch(term('levelChange'), 'tenures.post_level', (r) => r.levelChange),
      'stretch.open': stretch(boolean, 'tenures.to', (r) => r.to === 0),
      'stretch.present': stretch(boolean, 'tenures.from', (r, s) => r === s.cadre.post),
      'stretch.region': stretch(text, 'units.region_code', (r) => r.seat?.region),
      'stretch.organ': stretch(term('organ'), 'tenures.position_id', (r) => r.seat?.organ),
      'stretch.unit_kind': stretch(term('unitKind'), 'tenures.position_id', (r) => r.seat?.unitKind),
      'stretch.unit_level': stretch(term('unitLevel'), 'tenures.position_id', (r) => r.seat?.unitLevel),
      'stretch.grade': stretch(term('grade'), 'grades.grade', (r) => r.grade),
      'stretch.leading': stretch(boolean, 'tenures.post_level', (r) => r.leading),
      'stretch.grassroots': stretch(boolean, 'tenures.grassroots', (r) => r.grassroots),
      'stretch.front_line': stretch(boolean, 'tenures.grassroots', (r) => (r.place ? r.place.frontLine : r.grassroots)),
      'stretch.unit': stretch(text, 'tenures.unit_text', (r) => r.place?.unit),
      'stretch.known_unit': stretch(boolean, 'tenures.position_id', (r) => r.place?.around !== undefined),
      'stretch.hardship': stretch(boolean, 'positions.hardship', (r) => r.place?.hardship),
      'stretch.key': stretch(boolean, 'positions.key_power', (r) => (r.place ? r.place.key : false)),
      'stretch.from': stretch(date, 'tenures.from', (r) => r.from),
      'stretch.to': { ...stretch(date, 'tenures.to', (r, s) => r.to || s.today), today: 'day' },
    },
  },
  sanctions: {
    row: 'sanction',
    owner: 'cadre',
    rows: ({ cadre }) => cadre.sanctions,
    absence: () => undefined,
    words: {
      'sanction.kind': sanction(term('sanctionKind'), 'sanctions.kind', (r) => r.kind),
      'sanction.decided_on': sanction(date, 'sanctions.decided_on', (r) => r.decidedOn),
      'sanction.until': sanction(date, 'sanctions.until', (r) => r.until),
      'sanction.measure': sanction(term('measure'), 'sanctions.basis', (r) => r.measure),
      'sanction.level_before': sanction(term('postLevel'), 'tenures.post_level', (r, { cadre }) =>
        levelBefore(cadre.stretches, r.decidedOn),
      ),
      'sanction.last_talk_on': sanction(date, 'supervision.on', (r, { cadre }) =>
        lastTalkAfter(cadre.supervision(), r.decidedOn),
      ),
    },
  },
  evaluations: {
    row: 'evaluation',
    owner: 'cadre',
    rows: ({ cadre }) => cadre.evaluations,
    absence: () => 'evaluations.result',
    words: {
      'evaluation.year': evaluation(number, 'evaluations.year', (r) => r.year),
      'evaluation.result': evaluation(term('evaluationResult'), 'evaluations.result', (r) => r.result),
    },
  },
  trainings: {
    row: 'training',
    owner: 'cadre',
    rows: ({ cadre }) => cadre.trainings,
    absence: ({ cadre }) => (cadre.trainingsRecorded ? undefined : 'trainings.hours'),
    words: {
      'training.from': training(date, 'trainings.from', (r) => r.from),
      'training.hours': training(number, 'trainings.hours', (r) => r.hours),
      'training.days': training(number, 'trainings.to', (r) => r.days),
      'training.recognised': training(boolean, 'trainings.recognised', (r) => r.recognised),
    },
  },
  educations: {
    row: 'education',
    owner: 'cadre',
    rows: ({ cadre }) => cadre.educations,
    absence: ({ cadre }) => (cadre.educations.length === 0 ? 'educations.level' : undefined),
    words: {
      'education.level': education(term('educationLevel'), 'educations.level', (r) => r.level),
      'education.to': education(date, 'educations.to', (r) => r.to),
    },
  },
  events: {
    row: 'event',
    owner: 'cadre',
    rows: ({ cadre }) => cadre.supervision(),
    absence: () => undefined,
    words: {
      'event.kind': event(term('supervisionKind'), 'supervision.kind', (r) => r.kind),
      'event.on': event(date, 'supervision.on', (r) => r.on),
      'event.severity': event(term('severity'), 'supervision.severity', (r) => r.severity),
      'event.due_on': event(date, 'supervision.due_on', (r) => r.dueOn),
      'event.closed_on': event(date, 'supervision.closed_on', (r) => r.closedOn),
      'event.verified': event(boolean, 'supervision.verified', (r) => r.verified),
      'event.tolerated': event(boolean, 'supervision.tolerated', (r) => r.tolerated),
    },
  },
  relatives: {
    row: 'relative',
    owner: 'cadre',
    rows: ({ cadre }) => cadre.relatives(),
    absence: () => undefined,
    words: {
      'relative.kin': relative(term('kin'), 'relatives.relation', (r) => r.kin),
      'relative.tie': {
        ...relative(term('tie'), 'relatives.relative_cadre_id', tieTo),
        seat: ['position', 'unit', 'parentUnit', 'unitName', 'parentUnitName'],
        row: ['seat', 'positionText'],
        meets: {
          row: (row) => {
            const { seat, positionText } = row as Relative
            return seat ? [seat.unit, seat.parentUnit] : positionText === undefined ? [] : undefined
          },
          seat: ({ unit, parentUnit }) => [unit, parentUnit],
          otherwise: 'none',
        },
      },
      'relative.role': relative(term('role'), 'positions.role', (r) => r.seat?.role ?? 'staff'),
      'relative.leading': relative(boolean, 'positions.role', (r) => r.seat?.leading ?? false),
      'relative.restricted_work': relative(boolean, 'positions.portfolio', (r) =>
        r.seat ? r.seat.restrictedWork : false,
      ),
      'relative.words_only': relative(boolean, 'relatives.position_text', (r) => r.wordsOnly),
      'relative.in_post': { ...relative(boolean, 'tenures.to', (r, s) => isInPost(r, s.today)), today: 'day' },
    },
  },
  ...seatLists,
  ...processLists,
}
