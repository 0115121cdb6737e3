/** Forms set in processes of their own: hundreds of pages must not keep the server from answering. */
import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { PrintAnswer, Printed, PrintTask } from './printing-process.ts'

export interface PrintShop {
  /** How many forms are set at one time. */
  readonly presses: number
  /** The files in the order of the formats; rejects where a form cannot be set. */
  print(task: PrintTask): Promise<Printed>
  close(): void
}

/** More would only wait for memory. */
const mostPresses = 4

/** @param presses at least one; as many as there are processors, up to four, where left out */
export function openPrintShop(presses = Math.min(mostPresses, availableParallelism())): PrintShop {
  const all = new Set<ChildProcess>()
  const idle: ChildProcess[] = []
  const waiting: ((press: ChildProcess) => void)[] = []
  let isClosed = false

  function newPress(): ChildProcess {
    const press = fork(join(import.meta.dirname, 'printing-process.ts'), { serialization: 'advanced' })
    all.add(press)
    press.once('exit', () => {
      all.delete(press)
      if (idle.includes(press)) idle.splice(idle.indexOf(press), 1)
      // Whoever waits still gets a press.
      const next = isClosed ? undefined : waiting.shift()
      next?.(newPress())
    })
    return press
  }

  const takePress = (): Promise<ChildProcess> => {
    const free = idle.pop() ?? (all.size < presses ? newPress() : undefined)
    return free ? Promise.resolve(free) : new Promise((resolve) => waiting.push(resolve))
  }

  function giveBack(press: ChildProcess): void {
    if (!press.connected) return
    const next = waiting.shift()
    if (next) next(press)
    else idle.push(press)
  }

  return {
    presses,
    async print(task) {
      const press = await takePress()
      try {
        const answer = await answerOf(press, task)
        if ('failure' in answer) throw new Error(answer.failure)
        return answer
      } finally {
        giveBack(press)
      }
    },
    close() {
      isClosed = true
      for (const press of all) press.kill('SIGKILL')
    },
  }
}

function answerOf(press: ChildProcess, task: PrintTask): Promise<PrintAnswer> {
  return new Promise((resolve) => {
    const onExit = (): void => resolve({ failure: 'the printing process ended' })
    press.once('exit', onExit)
    press.once('message', (answer: PrintAnswer) => {
      press.off('exit', onExit)
      resolve(answer)
    })
    press.send(task)
  })
}
