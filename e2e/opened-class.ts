import type { Page } from 'playwright-core'

/** The address of a training class: one that is there, else one set up for this. */
export const openedClass = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const { classes } = await (await fetch('/api/training')).json()
    if (classes.length > 0) return `/training/classes/${classes[0].classId}`
    const facts = {
      name: '主体班',
      topic: null,
      topicName: '党性教育',
      type: 'theory',
      organiser: '市委党校',
      recognised: true,
      online: false,
      hours: 40,
      places: 30,
      from: '2027-03-01',
      to: '2027-03-05',
      forWhom: '',
    }
    const headers = { 'content-type': 'application/json', 'x-zhiren-request': '1' }
    const body = JSON.stringify({ on: '2026-11-20', facts })
    const answer = await fetch('/api/training/classes', { method: 'POST', headers, body })
    return `/training/classes/${(await answer.json()).classId}`
  })
