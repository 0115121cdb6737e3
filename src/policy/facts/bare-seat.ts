/** Seats that are no rows of the records: a post known by its words alone, and a grade to be reached. */
import { labelOf } from '#domain/lexicon/terms.ts'
import type { SeatFacts } from './seats.ts'

type Bare = Pick<SeatFacts, 'title' | 'level' | 'role'> & { readonly grade?: string }

/** A seat of which only these are known. */
export const bareSeat = ({ title, level, role, grade }: Bare): SeatFacts => ({
  index: -1,
  position: '',
  title,
  level,
  levelBelow: undefined,
  role,
  grade,
  leading: level !== 'none' && role !== 'staff',
  unit: '',
  unitName: '',
  parentUnit: undefined,
  parentUnitName: undefined,
  unitKind: '',
  unitLevel: '',
  organ: 'other',
  region: undefined,
  sector: undefined,
  restrictedWork: undefined,
  key: undefined,
  closedOn: undefined,
  staffQuota: undefined,
  quota: undefined,
  holders: () => [],
  peers: () => [],
  graded: () => [],
})

/**
 * A grade in the unit where somebody serves, as a seat: what the rules on grades ask.
 * @example gradeSeat(cadre.post?.seat, 'consultant-4').grade // 'consultant-4'
 */
export function gradeSeat(home: SeatFacts | undefined, grade: string): SeatFacts {
  const bare = bareSeat({ title: labelOf('grade', grade).zh, level: 'none', role: 'staff', grade })
  if (!home) return bare
  const { title, level, role, leading, levelBelow, quota } = bare
  return { ...home, title, level, role, grade, leading, levelBelow, quota, position: '', holders: bare.holders }
}
