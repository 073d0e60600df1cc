import { parseArgs } from 'node:util'
import { planted } from './run.ts'
import { told } from './told.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    only: { type: 'string' },
    seeds: { type: 'string' },
    cores: { type: 'string' },
  },
})
const say = (line: string) => process.stdout.write(`${line}\n`)
const { only, seeds, cores } = values
const end = await planted({
  ...(only !== undefined && { only }),
  ...(seeds !== undefined && { seeds: Number(seeds) }),
  ...(cores !== undefined && { cores: Number(cores) }),
  tell: (fate) => say(told(fate)),
})
say(`${end.caught} of ${end.planted} in ${Math.round(end.milliseconds / 1000)} s`)
if (values.json) say(JSON.stringify(end))
process.exitCode = end.caught === end.planted ? 0 : 1
