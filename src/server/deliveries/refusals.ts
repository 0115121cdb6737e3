import { Refusal } from '../http/refusal.ts'

export const noSource = (): Refusal =>
  new Refusal(
    422,
    'source-not-linked',
    { zh: '这个账号还没有对应到哪个来源部门。', en: 'This account does not speak for any source department yet.' },
    {
      zh: '由部领导在「经办人」页登记对应的渠道和单位。',
      en: 'The head of the department links it on the page “Officers”.',
    },
  )

export const noSuchDelivery = (): Refusal =>
  new Refusal(
    404,
    'no-such-delivery',
    { zh: '没有这一件报送。', en: 'There is no such delivery.' },
    { zh: '刷新列表后再选。', en: 'Read the list again, then choose.' },
  )

export const deliverySettled = (): Refusal =>
  new Refusal(
    409,
    'delivery-settled',
    { zh: '这一件已有处理结果，这次没有改动。', en: 'This delivery has been settled. Nothing was changed.' },
    { zh: '刷新后看结果；要更正的另报一件。', en: 'Read it again; hand in another one for a correction.' },
  )

export const dayAhead = (): Refusal =>
  new Refusal(
    422,
    'day-to-come',
    { zh: '「观察日期」晚于今天。', en: 'The day of observation is still to come.' },
    { zh: '填写事情发生或看到的那一天。', en: 'Give the day on which it happened or was seen.' },
    'observedOn',
  )
