import { parseArgs } from 'node:util'
import { planted } from './run.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    only: { type: 'string' },
    seeds: { type: 'string' },
    cores: { type: 'string' },
  },
})
const end = await planted({
  ...(values.only !== undefined && { only: values.only }),
  ...(values.seeds !== undefined && { seeds: Number(values.seeds) }),
  ...(values.cores !== undefined && { cores: Number(values.cores) }),
  tell: ({ name, caught, found, broken, seed, seeds, milliseconds, caughtBy }) =>
    console.log(
      `${caught ? 'caught' : 'NOT CAUGHT'}  ${name}\n    ${broken ? `BROKEN ${broken}` : (found ?? `after ${seeds ?? 0} seeds`)} · ${seed === undefined ? caughtBy : `seed ${seed}`} · ${(milliseconds / 1000).toFixed(1)} s`,
    ),
})
console.log(`${end.caught} of ${end.planted} in ${Math.round(end.milliseconds / 1000)} s`)
if (values.json) console.log(JSON.stringify(end))
process.exit(end.caught === end.planted ? 0 : 1)
