// Asks a workbench on this machine whether it can be given work: for systemd, containers and scripts; exit 0 is yes.
// Usage: node deploy/ready.mjs [--port 8080] [--tls] [--wait SECONDS] [--even-empty]
//   --wait        asks again until then        --even-empty   a site without an analysis counts as ready
//   --tls         the workbench ends TLS itself; on this machine its certificate, made for another name, is not looked at
import { get as getPlain } from 'node:http'
import { get as getSecure } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8080' },
    wait: { type: 'string', default: '0' },
    tls: { type: 'boolean', default: false },
    'even-empty': { type: 'boolean', default: false },
  },
})
const patience = 5000
const until = Date.now() + Number(values.wait) * 1000

/** `ready`, a code of the probe, or why nobody answers. */
function look() {
  const [get, scheme] = values.tls ? [getSecure, 'https'] : [getPlain, 'http']
  return new Promise((resolve) => {
    const url = `${scheme}://127.0.0.1:${values.port}/api/health/ready`
    const request = get(url, { timeout: patience, rejectUnauthorized: false }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (piece) => {
        body += piece
      })
      response.on('end', () => resolve(response.statusCode === 200 ? 'ready' : codeIn(body)))
    })
    request.on('timeout', () => request.destroy(new Error('no answer in time')))
    request.on('error', (error) => resolve(error.message))
  })
}

function codeIn(body) {
  try {
    return String(JSON.parse(body).code)
  } catch {
    return 'an answer of something else'
  }
}

for (;;) {
  const found = await look()
  if (found === 'ready' || (values['even-empty'] && found === 'not-analysed')) break
  if (Date.now() >= until) {
    process.stderr.write(`未就绪 · not ready: ${found}\n`)
    process.exit(1)
  }
  await sleep(500)
}
