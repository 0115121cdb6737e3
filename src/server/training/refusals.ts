import type { MatterHindrance } from '#domain/matter.ts'
import { Refusal } from '../http/refusal.ts'

export const hinderedTraining = ({ code, says, mend }: MatterHindrance): Refusal => new Refusal(422, code, says, mend)

export const noSuchClass = (): Refusal =>
  new Refusal(
    404,
    'training-class-unknown',
    { zh: '没有这个班。', en: 'There is no such class.' },
    { zh: '到班次列表重新选取。', en: 'Choose again from the list of classes.' },
  )

export const noSuchTopic = (): Refusal =>
  new Refusal(
    404,
    'training-topic-unknown',
    { zh: '没有这个专题或者学时规定。', en: 'There is no such topic, or rule on hours.' },
    { zh: '从培训页重新选取。', en: 'Choose again from the page of training.' },
  )

export const trainingDayToCome = (): Refusal =>
  new Refusal(
    422,
    'training-day-to-come',
    { zh: '发生日期晚于今天。', en: 'The day lies in the future.' },
    { zh: '写事情实际发生的那一天。', en: 'Give the day on which it happened.' },
  )

export const strangerToTraining = (cadreId: string): Refusal =>
  new Refusal(
    422,
    'training-person-unknown',
    { zh: `名册中没有编号为 ${cadreId} 的人，或者已经离开。`, en: `Nobody with the id ${cadreId} serves.` },
    { zh: '从名册中重新选取。', en: 'Choose again from the roster.' },
  )

export const noPlanYet = (): Refusal =>
  new Refusal(
    422,
    'training-plan-missing',
    { zh: '这一年还没有计划，或者已经通过。', en: 'No plan is made for the year, or it is adopted already.' },
    {
      zh: '先生成计划；通过以后，在各班里增减人员。',
      en: 'Make a plan first; once adopted, change people in the classes.',
    },
  )
