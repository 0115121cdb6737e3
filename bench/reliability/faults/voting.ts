/** Votes: every code that was answered counts once; one that was not answered counts once after it is cast again. */
import { extractText, getDocumentProxy } from 'unpdf'
import { isDone, isUnsure } from '../client.ts'
import { type Activity, type Desks, must, newCounts, pause } from './activity.ts'

const codesOfABallot = 120
/** 同意, 不同意, 弃权. */
const options = 3

interface Ballot {
  readonly ballotId: string
  readonly codes: readonly string[]
  /** By code: which option, and whether it is known to be cast. */
  readonly cast: Map<string, { readonly option: number; isSure: boolean }>
}

export function voting(today: string): Activity & { readonly ballots: { closed: number } } {
  const counts = newCounts()
  const ballots = { closed: 0 }
  let open: Ballot | undefined

  async function openBallot({ officer }: Desks): Promise<Ballot> {
    const matters = [{ name: '林望舒', proposal: '任云溪县财政局局长' }]
    const classes = [{ id: 'A', label: '常委', due: codesOfABallot }]
    const made = await officer.post('/ballots', {
      kind: 'decision',
      title: '表决',
      heldOn: today,
      classes,
      matters,
      third: 'abstain',
    })
    must(isDone(made), `a ballot is prepared: ${made.status} ${JSON.stringify(made.body)}`)
    const { ballotId } = made.body
    const slips = await officer.post(`/ballots/${ballotId}/slips`, { address: 'http://127.0.0.1/vote' })
    must(isDone(slips), `slips are made: ${slips.status}`)
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(slips.body)), { mergePages: true })
    const codes = [...text.matchAll(/\b[0-9A-Z]{4}(?:[- ][0-9A-Z]{4})+\b/g)].map(([code]) => code)
    must(codes.length >= codesOfABallot, `${codes.length} codes on the slips`)
    const handed = { A: { present: codesOfABallot, codes: codesOfABallot, papers: 0, returned: 0 } }
    const roll = await officer.post(`/ballots/${ballotId}/roll`, { voters: [], handed })
    must(isDone(roll), `the roll is written: ${roll.status} ${JSON.stringify(roll.body)}`)
    const opened = await officer.post(`/ballots/${ballotId}/opening`)
    must(isDone(opened), `the ballot is opened: ${opened.status} ${JSON.stringify(opened.body)}`)
    return { ballotId, codes, cast: new Map() }
  }

  const sheetOf = (option: number) => [[option]]

  /** Closed and counted where its codes are used up; the count is what was cast, option by option. */
  async function close({ officer }: Desks, { ballotId, cast }: Ballot): Promise<void> {
    const closed = await officer.post(`/ballots/${ballotId}/closing`, {
      scrutineers: ['钱静', '孙宁'],
      tellers: ['李远', '周舟'],
    })
    must(isDone(closed), `the ballot is closed: ${closed.status} ${JSON.stringify(closed.body)}`)
    const expected = Array.from(
      { length: options },
      (_, option) => [...cast.values()].filter((one) => one.option === option).length,
    )
    const found = closed.body.report.total.questions[0].marks
    must(JSON.stringify(found) === JSON.stringify(expected), `${found} counted where ${expected} were cast`)
    ballots.closed += 1
  }

  return {
    name: 'votes',
    counts,
    ballots,
    async prepare(desks) {
      open = await openBallot(desks)
    },
    async run({ phone }, random, isOver) {
      const ballot = open
      const voter = async (): Promise<void> => {
        while (ballot && !isOver()) {
          const code = ballot.codes[ballot.cast.size]
          if (code === undefined) return
          const option = random.below(options)
          const entry = { option, isSure: false }
          ballot.cast.set(code, entry)
          const answer = await phone.post('/votes', { code, sheet: sheetOf(option) })
          must(isDone(answer) || isUnsure(answer), `a vote is refused: ${answer.status} ${JSON.stringify(answer.body)}`)
          entry.isSure = isDone(answer)
          if (entry.isSure) counts.acknowledged += 1
          else counts.unsure += 1
          await pause(random.below(60))
        }
      }
      await Promise.all([voter(), voter(), voter()])
    },
    async verify(desks, database) {
      if (!open) return
      const { ballotId, cast } = open
      for (const [code, entry] of cast) {
        if (entry.isSure) continue
        const answer = await desks.phone.post('/votes', { code, sheet: sheetOf(entry.option) })
        must(isDone(answer) || answer.status === 409, `a vote that was not answered is cast again: ${answer.status}`)
        entry.isSure = true
        counts.again += 1
      }
      const [first] = cast
      if (first) {
        const answer = await desks.phone.post('/votes', { code: first[0], sheet: sheetOf(first[1].option) })
        must(answer.status === 409, `a code that was used answers ${answer.status}`)
      }
      const { rows } = await database.query(
        'select sum(cardinality(used))::integer as used, sum(cardinality(sheets))::integer as sheets from ballot_box where ballot_id = $1',
        [ballotId],
      )
      must(
        rows[0].used === cast.size && rows[0].sheets === cast.size,
        `${rows[0].used} codes and ${rows[0].sheets} sheets of ${cast.size} votes`,
      )
      if (cast.size < codesOfABallot - 20) return
      await close(desks, open)
      open = await openBallot(desks)
    },
  }
}
