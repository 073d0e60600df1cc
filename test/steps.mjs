/**
 * Runs commands on two lanes, so that what leaves a core idle has company, and tells of each when it has ended: its output
 * where it failed, one line where it did not. A step starts when those that it needs have ended well.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stripVTControlCharacters } from 'node:util'

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} run a command line for the shell
 * @property {readonly string[]} [after] steps that have to have ended well
 * @property {boolean} [alone] it fills every core by itself
 */

/**
 * Everything that can run is run, also after a failure: one run tells of all that is red.
 *
 * @param {readonly Step[]} steps in the order in which they are wished for
 * @returns {Promise<readonly { name: string, code: number, seconds: number }[]>} code -1: not run, what it needs has failed
 */
export async function runSteps(steps) {
  const waiting = [...steps]
  const ended = new Map()
  const running = new Map()
  while (waiting.length > 0 || running.size > 0) {
    for (const step of waiting.filter(({ after = [] }) =>
      after.some((one) => (ended.get(one)?.code ?? 0) !== 0),
    )) {
      ended.set(step.name, { name: step.name, code: -1, seconds: 0 })
      waiting.splice(waiting.indexOf(step), 1)
    }
    const next = startable(waiting, ended, running)
    if (next) {
      waiting.splice(waiting.indexOf(next), 1)
      running.set(next.name, { step: next, done: ran(next).then((result) => ended.set(next.name, result)) })
      void running.get(next.name).done.then(() => running.delete(next.name))
    } else if (running.size > 0) await Promise.race([...running.values()].map(({ done }) => done))
    else if (waiting.length > 0)
      throw new Error(`no step can start: ${waiting.map(({ name }) => name).join(', ')}`)
  }
  return steps.map(({ name }) => ended.get(name))
}

function startable(waiting, ended, running) {
  const isAlone = [...running.values()].some(({ step }) => step.alone)
  if (isAlone || running.size >= 2) return undefined
  return waiting.find(
    ({ after = [], alone }) => after.every((one) => ended.has(one)) && (!alone || running.size === 0),
  )
}

async function ran({ name, run }) {
  const begun = performance.now()
  const child = spawn(run, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece))
  const [code] = await once(child, 'close')
  const seconds = Math.round((performance.now() - begun) / 1000)
  const text = Buffer.concat(said).toString()
  const end = code === 0 ? lastOf(text) : `\n${text}`
  process.stdout.write(`${code === 0 ? 'ok ' : 'RED'}  ${name}, ${seconds} s${end}\n`)
  return { name, code: code ?? 1, seconds }
}

/** What a tool says last is what came of it. */
function lastOf(text) {
  const lines = stripVTControlCharacters(text).split('\n')
  const last = lines.findLast((line) => /\bTests\b|\bpassed\b|^\{/.test(line))
  return last === undefined ? '' : `: ${last.trim().slice(0, 160)}`
}
