import type { CareerStep } from '#server/contract/index.ts'

/** A post held in a township, for tests of what is drawn of a career. */
export const step = (
  tenureId: string,
  from: string,
  to: string | null,
  rest: Partial<CareerStep> = {},
): CareerStep => ({
  tenureId,
  positionId: null,
  unitName: '白沙镇',
  title: '副镇长',
  postLevel: 'section-deputy',
  role: 'deputy',
  grassroots: true,
  hardship: null,
  from,
  to,
  kind: 'appointed',
  change: null,
  ...rest,
})
