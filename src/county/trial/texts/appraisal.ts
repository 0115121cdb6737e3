import type { Random } from '../../random.ts'
import { emptyClauses, type Stock, ways } from './stock.ts'

/** What an appraisal text tells: pieces that a copier may change one by one. */
export interface Story {
  readonly name: string
  readonly place: string
  readonly year: number
  readonly month: number
  readonly task: string
  readonly obstacle: string
  readonly acts: readonly [string, string]
  readonly outcome: string
  /** Which way of telling. */
  readonly manner: number
}

export function drawStory(random: Random, stock: Stock, who: { name: string; place: string; on: number }): Story {
  return {
    name: who.name,
    place: who.place,
    year: Math.floor(who.on / 10000),
    month: Math.floor(who.on / 100) % 100,
    task: random.pick(stock.tasks),
    obstacle: filled(random, random.pick(stock.obstacles)),
    acts: twoActs(random, stock.acts),
    outcome: filled(random, random.pick(stock.outcomes)),
    manner: random.below(manners.length),
  }
}

const filled = (random: Random, piece: string): string =>
  piece.replace(/\{(\d+)-(\d+)\}/g, (_, least, most) => String(random.between(Number(least), Number(most))))

function twoActs(random: Random, acts: readonly string[]): [string, string] {
  const [first = '', second = ''] = random.shuffled(acts)
  return [filled(random, random.pick(ways) + first), filled(random, random.pick(ways) + second)]
}

const manners: readonly ((story: Story) => string[])[] = [
  ({ name, place, year, month, task, obstacle, acts, outcome }) => [
    `${year}年${month}月，${name}到${place}主持${task}。`,
    `当时${obstacle}，不少人劝缓一缓。`,
    `${name}${acts[0]}，又${acts[1]}。`,
    `结果${outcome}。`,
  ],
  ({ name, place, year, month, task, obstacle, acts, outcome }) => [
    `${place}的${task}，${obstacle}，拖了很久。`,
    `${year}年${month}月交到${name}手里后，先是${acts[0]}。`,
    `随后${acts[1]}。`,
    `到年底${outcome}，${place}的干部都记得这件事。`,
  ],
  ({ name, place, year, month, task, obstacle, acts, outcome }) => [
    `谈起${task}，${place}几位受访者都提到${name}。`,
    `${month}月里${obstacle}，其${acts[0]}。`,
    `有人说最难得的是${acts[1]}。`,
    `查${year}年有关卷宗，${outcome}，与所述相符。`,
  ],
  ({ name, place, year, month, task, obstacle, acts, outcome }) => [
    `核查组${year}年${month}月在${place}看了${task}的现场和账目。`,
    `困难在于${obstacle}。`,
    `经办记录显示，${name}${acts[0]}；另据值班日志，${acts[1]}。`,
    `核查结论：${outcome}。`,
  ],
]

export const sentencesOf = (story: Story): string[] => manners[story.manner]?.(story) ?? []
export const tell = (story: Story): string => sentencesOf(story).join('')

/** Another teller of the same event: the same place, day and task, other words and what that teller saw. */
export function retold(random: Random, story: Story, stock: Stock): Story {
  const { acts, obstacle, outcome, manner } = drawStory(random, stock, { name: '', place: '', on: 0 })
  const isOther = manner !== story.manner
  return { ...story, acts, obstacle, outcome, manner: isOther ? manner : (manner + 1) % manners.length }
}

/** A sentence that says nothing of anybody. */
export function emptyPraise(random: Random): string {
  const clauses = random.shuffled(emptyClauses).slice(0, random.between(4, 6))
  return `该同志${clauses.slice(0, -1).join('，')}，${clauses.at(-1) ?? ''}。`
}
