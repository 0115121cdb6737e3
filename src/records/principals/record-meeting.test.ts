import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TeamMeeting } from '#domain/meeting.ts'
import { emptyRecords } from '../fixtures.ts'
import { correctMeeting, type Records, recordMeeting } from '../index.ts'
import { readMeetings, readMeetingVersions } from '../queries/index.ts'

let records: Records
beforeAll(async () => {
  records = await emptyRecords()
})
afterAll(() => records?.close())

const meeting: TeamMeeting = {
  unitId: 'U1',
  name: '党组会议',
  heldOn: 20260310,
  presiderId: 'C1',
  members: [{ cadreId: 'C1', name: '张某', isPresent: true }],
  items: [{ kind: 'funds', subject: '购置设备', stands: [{ cadreId: 'C1', order: 1, opinion: 'agree' }] }],
}
const by = { by: 'officer', byName: '林某' }

test('a meeting is recorded, corrected with its reason, and withdrawn; every version stays', async () => {
  const meetingId = await recordMeeting(records, meeting, by)
  expect(await readMeetings(records.database, { unitId: 'U1' })).toEqual([{ ...meeting, meetingId, version: 1 }])
  const corrected = { ...meeting, heldOn: 20260311 }
  const reason = '日期抄错'
  expect(await correctMeeting(records, { meetingId, version: 1, meeting: corrected, reason }, by)).toBe(2)
  expect(await readMeetings(records.database, { meetingId })).toMatchObject([{ heldOn: 20260311, version: 2 }])
  await expect(correctMeeting(records, { meetingId, version: 1, meeting, reason }, by)).rejects.toMatchObject({
    problems: [
      { code: 'meeting-changed', message: { zh: '打开本页以后，林某更正或者撤回了这次会议的记录，这次没有写入。' } },
    ],
  })
  await correctMeeting(records, { meetingId, version: 2, meeting: undefined, reason: '重复登记' }, by)
  expect(await readMeetings(records.database, { meetingId })).toEqual([])
  expect(await readMeetingVersions(records.database, meetingId)).toMatchObject([
    { version: 1, reason: undefined, isWithdrawn: false },
    { version: 2, reason: '日期抄错', isWithdrawn: false },
    { version: 3, reason: '重复登记', isWithdrawn: true, byName: '林某' },
  ])
})
