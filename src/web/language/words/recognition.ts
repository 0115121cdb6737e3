import type { Text } from '#domain/text.ts'

export const recognitionWords = {
  channels: { zh: '四个渠道', en: 'Four channels' },
  channelsNote: {
    zh: '条为各渠道自己的 90% 区间，百分制；竖线为该渠道平均',
    en: 'bar: 90% interval of each channel by itself, points of 100; tick: average of the channel',
  },
  channel: { zh: '渠道', en: 'Channel' },
  weight: { zh: '权重', en: 'Weight' },
  answers: { zh: '份数', en: 'Answers' },
  value: { zh: '反映', en: 'What it says' },
  combined: { zh: '合看', en: 'Together' },
  silent: { zh: '没有征求过', en: 'Nobody was asked' },
  'too-few': { zh: '不足 5 份，不显示', en: 'Fewer than 5, not shown' },
  flat: { zh: '各人之间的差别不超出偶然', en: 'Differences between people are within chance' },
  beside: { zh: '另看', en: 'Beside' },
  besideNote: {
    zh: '民主推荐问的是谁宜提任，上级评价是另一个角度，都不计入群众认可',
    en: 'a recommendation asks who should be promoted, superiors see from elsewhere; neither is counted in',
  },
  notEstimated: { zh: '不作估计', en: 'Not estimated' },
  parts: { zh: '由什么合成', en: 'What it is made of' },
  spoken: {
    zh: '有答复的渠道占权重的 {share}。没有答复的渠道不算零，也不把权重让给别的渠道：按其他渠道推算，区间因此变宽。',
    en: 'Channels with answers hold {share} of the weight. A silent channel is not zero and gives its weight to no other: it is expected from the others, and the interval is wider for it.',
  },
  allSpoken: { zh: '四个渠道都有足够的答复。', en: 'All four channels have enough answers.' },
  agree: { zh: '有答复的渠道之间，差别在偶然范围内。', en: 'The channels that answered differ within chance.' },
  oneOnly: { zh: '只有一个渠道有答复，无从互相印证。', en: 'Only one channel has answered: nothing corroborates it.' },
  noneYet: { zh: '四个渠道都没有足够的答复。', en: 'No channel has enough answers.' },
  apartAbove: {
    zh: '“{channel}”高于其他渠道 {size} 个标准差，超出偶然；不计它时合看为 {without}。宜核对这一渠道怎样征求。',
    en: '"{channel}" is {size} SD above the others, beyond chance; without it the whole is {without}. Check how this channel was asked.',
  },
  apartBelow: {
    zh: '“{channel}”低于其他渠道 {size} 个标准差，超出偶然；不计它时合看为 {without}。宜核对这一渠道怎样征求。',
    en: '"{channel}" is {size} SD below the others, beyond chance; without it the whole is {without}. Check how this channel was asked.',
  },
  correlation: {
    zh: '全体干部中，渠道之间的一致程度约 {value}。',
    en: 'Over all cadres the channels agree by about {value}.',
  },
  weights: {
    zh: '权重为本地设定 LOCAL-RECOGNITION-WEIGHTS，可在规则库中改写。',
    en: 'The weights are the local setting LOCAL-RECOGNITION-WEIGHTS and can be changed in the rule book.',
  },
} as const satisfies Record<string, Text>
