import { expect, test } from 'vitest'
import { articlesSaid } from './articles.ts'

const of = (instrument: string, article: string) => ({ basis: { instrument, article, title: { zh: '', en: '' } } })

test('each instrument is named once, with its articles after it', () => {
  const findings = [
    of('党政领导干部选拔任用工作条例', '8(2)'),
    of('党政领导干部选拔任用工作条例', '9'),
    of('公务员回避规定', '3'),
  ]
  expect(articlesSaid(findings, 'zh')).toBe('《任用条例》第八条第二项、第九条；《公务员回避规定》第三条')
  expect(articlesSaid(findings, 'en')).toBe('Appointment Regulations 8(2), 9; Civil Servant Recusal Rules 3')
})
