import { parseArgs } from 'node:util'
import { checkRoster } from './roster/check.ts'
import { languageOf, REFUSED, told } from './roster/sentences.ts'

const language = languageOf(process.env)
const asked = readAsked()
if (asked === undefined) {
  process.stderr.write(`${REFUSED.usage[language]}\n`)
  process.exitCode = 2
} else await check(asked.file, asked.json)

/** Reads a roster and says what would enter. With `json` the last line is one object, also where nothing can be read. */
async function check(file: string, json: boolean): Promise<void> {
  const read = await checkRoster(file)
  if (!read.ok) {
    process.stderr.write(`${REFUSED[read.refused][language]}\n`)
    if (json) process.stdout.write(`${JSON.stringify({ refused: read.refused })}\n`)
    process.exitCode = 1
    return
  }
  process.stdout.write(`${json ? JSON.stringify(read.value) : told(read.value, language).join('\n')}\n`)
}

function readAsked(): { readonly file: string; readonly json: boolean } | undefined {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    const [act, file] = positionals
    return act === 'check' && file !== undefined && positionals.length === 2
      ? { file, json: values.json }
      : undefined
  } catch {
    return undefined
  }
}
