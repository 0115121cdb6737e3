/** scipy in a Python of this machine. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type PeerProcess, startPeer } from './peer-process.ts'

const python = process.platform === 'win32' ? 'python' : 'python3'

const isInstalled = (): boolean => spawnSync(python, ['-c', 'import scipy.optimize'], { stdio: 'ignore' }).status === 0

/** Starts a script of this folder with a file of numbers; undefined where Python or scipy is not installed. */
export async function startScipy(script: string, file: string): Promise<PeerProcess | undefined> {
  return isInstalled() ? startPeer(python, [join(import.meta.dirname, script), file]) : undefined
}
