/** People on the big screen without a seat beside them: who they are and where they have been. */
import { z } from 'zod'
import { careerStep } from './dossier.ts'
import { meetingCard } from './meeting.ts'
import { date, text } from './shared.ts'

const cadreId = z.string().min(1).max(64)

/** GET /api/meeting-people */
export const meetingPeopleQuery = z.object({
  cadres: z
    .union([z.array(cadreId).min(1).max(60), cadreId])
    .transform((given) => (typeof given === 'string' ? [given] : given)),
})

const personCard = meetingCard
  .pick({
    cadreId: true,
    name: true,
    post: true,
    postLevel: true,
    sector: true,
    age: true,
    monthsAtLevel: true,
    grassrootsMonths: true,
    evaluations: true,
  })
  .extend({
    education: text.nullable().describe('The highest.'),
    career: z
      .array(careerStep.pick({ tenureId: true, unitName: true, title: true, from: true, to: true }))
      .describe('The newest first.'),
  })

export const meetingPeople = z
  .object({
    asOf: date,
    order: z.literal('stroke').describe('Cards stand in surname stroke order.'),
    cards: z.array(personCard),
  })
  .meta({ id: 'MeetingPeople' })

export type MeetingPeople = z.output<typeof meetingPeople>
export type PersonCard = MeetingPeople['cards'][number]
