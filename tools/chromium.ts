/**
 * A Chromium for the browser journeys: the one installed, or, as root on Debian and Ubuntu, installed from the system's
 * packages together with a Chinese font. No browser is downloaded from anywhere else.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

function installed(): string | undefined {
  const named = process.env.ZHIREN_CHROMIUM
  const candidates = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [...(named ? [named] : []), ...candidates, '/usr/bin/chromium'].find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

const run = (command: string, given: string[]): boolean =>
  spawnSync(command, given, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

export function findChromium(): { path: string } | { problem: string } {
  const present = installed()
  if (present) return { path: present }
  if (process.getuid?.() === 0) {
    process.stdout.write('正在从系统软件源安装 Chromium · Installing Chromium from the system packages\n')
    const packages = ['install', '-y', '--no-install-recommends', '-qq', 'chromium', 'fonts-noto-cjk']
    if (run('apt-get', ['update', '-qq']) && run('apt-get', packages)) {
      const path = installed()
      if (path) return { path }
    }
  }
  return {
    problem:
      '没有找到 Chromium，浏览器测试未运行。安装后重试（Debian：apt-get install chromium fonts-noto-cjk），或用 ZHIREN_CHROMIUM 指明路径。\n' +
      'No Chromium was found, so the browser journeys did not run. Install it (Debian: apt-get install chromium fonts-noto-cjk) or name it in ZHIREN_CHROMIUM.',
  }
}
