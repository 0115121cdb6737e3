/** The lists of a record that a rule may read, and the words for one of their rows. */
import type { DateCode } from '#domain/calendar.ts'
import type { Text } from '#domain/text.ts'
import type { Stretch } from '../facts/career.ts'
import type { CadreFacts } from '../facts/facts.ts'
import type { Education, Evaluation, Sanction, Training } from '../facts/histories.ts'
import type { Relative } from '../facts/relatives.ts'
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
  readonly rows: (cadre: CadreFacts) => readonly ListRow[]
  /** Begin and end of a row that lasts, where the list can be accumulated. */
  readonly span?: (row: ListRow) => { readonly from: DateCode; readonly to: DateCode }
  /** The field that is missing where no row is recorded although one is expected; undefined = no row means none. */
  readonly absence: (cadre: CadreFacts) => string | undefined
  readonly words: Readonly<Record<string, Word>>
}

const term = (vocabulary: string): ValueType => ({ kind: 'term', vocabulary })
const date: ValueType = { kind: 'date' }
const number: ValueType = { kind: 'number' }
const boolean: ValueType = { kind: 'boolean' }
const text: ValueType = { kind: 'text' }

/** A word of one row type; the row in scope is always one of its list, which the loader has checked. */
function reader<R extends ListRow>() {
  return (type: ValueType, zh: string, en: string, missing: string, read: (row: R, scope: Scope) => Known): Word => ({
    type,
    label: { zh, en },
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

/** How a relative's post stands to the seat's unit; where only words are known, whether they name it. */
function tieTo(row: Relative, { seat }: Scope): Tie {
  if (!seat) return 'none'
  if (!row.seat) return row.positionText?.includes(seat.unitName) ? 'named' : 'none'
  if (row.seat.unit === seat.unit) return 'same-unit'
  if (row.seat.unit === seat.parentUnit) return 'unit-above'
  return row.seat.parentUnit === seat.unit ? 'unit-below' : 'none'
}

export const lists: Readonly<Record<string, List>> = {
  career: {
    row: 'stretch',
    rows: (cadre) => cadre.stretches,
    span: (row) => row as ListRow & Stretch,
    absence: (cadre) => (cadre.stretches.length === 0 ? 'tenures.from' : undefined),
    words: {
      'stretch.kind': stretch(term('stretchKind'), '任职类别', 'kind of tenure', 'tenures.kind', (r) => r.kind),
      'stretch.level': stretch(term('postLevel'), '职务层次', 'level', 'tenures.post_level', (r) => r.level),
      'stretch.role': stretch(term('role'), '角色', 'role', 'tenures.role', (r) => r.role),
      'stretch.post': stretch(text, '职位', 'post', 'tenures.title_text', (r) => r.post),
      'stretch.position': stretch(text, '岗位', 'seat', 'tenures.position_id', (r) => r.position ?? ''),
      'stretch.region': stretch(text, '任职地', 'region', 'units.region_code', (r) => r.seat?.region),
      'stretch.organ': stretch(term('organ'), '机关类别', 'kind of organ', 'tenures.position_id', (r) => r.seat?.organ),
      'stretch.unit_level': stretch(
        term('unitLevel'),
        '单位层级',
        'level of the unit',
        'tenures.position_id',
        (r) => r.seat?.unitLevel,
      ),
      'stretch.leading': stretch(boolean, '领导职务', 'leading post', 'tenures.post_level', (r) => r.leading),
      'stretch.grassroots': stretch(boolean, '基层经历', 'grassroots', 'tenures.grassroots', (r) => r.grassroots),
      'stretch.from': stretch(date, '任职起始', 'begin of tenure', 'tenures.from', (r) => r.from),
      'stretch.to': stretch(date, '任职终止', 'end of tenure', 'tenures.to', (r, s) => r.to || s.today),
    },
  },
  sanctions: {
    row: 'sanction',
    rows: (cadre) => cadre.sanctions,
    absence: () => undefined,
    words: {
      'sanction.kind': sanction(term('sanctionKind'), '处分种类', 'kind of sanction', 'sanctions.kind', (r) => r.kind),
      'sanction.decided_on': sanction(
        date,
        '处分决定日期',
        'date of decision',
        'sanctions.decided_on',
        (r) => r.decidedOn,
      ),
      'sanction.until': sanction(date, '影响期截止', 'end of the effect period', 'sanctions.until', (r) => r.until),
    },
  },
  evaluations: {
    row: 'evaluation',
    rows: (cadre) => cadre.evaluations,
    absence: () => 'evaluations.result',
    words: {
      'evaluation.year': evaluation(number, '考核年度', 'year', 'evaluations.year', (r) => r.year),
      'evaluation.result': evaluation(
        term('evaluationResult'),
        '年度考核结果',
        'yearly result',
        'evaluations.result',
        (r) => r.result,
      ),
    },
  },
  trainings: {
    row: 'training',
    rows: (cadre) => cadre.trainings,
    absence: (cadre) => (cadre.trainingsRecorded ? undefined : 'trainings.hours'),
    words: {
      'training.from': training(date, '培训开始', 'begin of course', 'trainings.from', (r) => r.from),
      'training.hours': training(number, '培训学时', 'hours', 'trainings.hours', (r) => r.hours),
      'training.days': training(number, '培训天数', 'days', 'trainings.to', (r) => r.days),
      'training.recognised': training(boolean, '认可', 'recognised', 'trainings.recognised', (r) => r.recognised),
    },
  },
  educations: {
    row: 'education',
    rows: (cadre) => cadre.educations,
    absence: (cadre) => (cadre.educations.length === 0 ? 'educations.level' : undefined),
    words: {
      'education.level': education(term('educationLevel'), '学历', 'education', 'educations.level', (r) => r.level),
      'education.to': education(date, '毕业时间', 'end of study', 'educations.to', (r) => r.to),
    },
  },
  relatives: {
    row: 'relative',
    rows: (cadre) => cadre.relatives(),
    absence: () => undefined,
    words: {
      'relative.kin': relative(term('kin'), '亲属关系', 'kinship', 'relatives.relation', (r) => r.kin),
      'relative.tie': {
        ...relative(term('tie'), '亲属任职与拟任单位', 'tie to the unit', 'relatives.relative_cadre_id', tieTo),
        seat: ['unit', 'parentUnit', 'unitName'],
      },
      'relative.role': relative(
        term('role'),
        '亲属角色',
        'role of the relative',
        'positions.role',
        (r) => r.seat?.role ?? 'staff',
      ),
      'relative.leading': relative(
        boolean,
        '亲属任领导职务',
        'leads',
        'positions.role',
        (r) => r.seat?.leading ?? false,
      ),
    },
  },
}
