import { readFileSync } from 'node:fs'

/** What stood there, on one line. Lines and columns count from one. */
function stoodAt(lines, { start, end }) {
  const rows = lines.slice(start.line - 1, end.line)
  rows[rows.length - 1] = rows[rows.length - 1].slice(0, end.column - 1)
  rows[0] = rows[0].slice(start.column - 1)
  return onOneLine(rows.join('\n'))
}

const onOneLine = (text) => text.replaceAll(/\s+/g, ' ').trim()

/**
 * The fate of each mutant of one file. One that is listed as meaning the same is named by what stands there and what is put there, so
 * that it is found again when its line moves.
 */
export function judged(file, mutants, equivalent) {
  const lines = readFileSync(file, 'utf8').split('\n')
  const sums = { killed: 0, timeout: 0, survived: 0, uncovered: 0, equivalent: 0, left: 0 }
  const survivors = []
  const listed = new Set()
  for (const { status, location, replacement = '', mutatorName } of mutants) {
    const stood = stoodAt(lines, location)
    const put = onOneLine(replacement)
    const same = equivalent.find((one) => one.file === file && one.stood === stood && one.put === put)
    if (same) listed.add(same)
    if (status === 'Killed') sums.killed += 1
    else if (status === 'Timeout') sums.timeout += 1
    else if (status !== 'Survived' && status !== 'NoCoverage') sums.left += 1
    else if (same) sums.equivalent += 1
    else {
      sums[status === 'Survived' ? 'survived' : 'uncovered'] += 1
      survivors.push({ at: `${file}:${location.start.line}`, mutator: mutatorName, stood, put, status })
    }
  }
  // What is listed and not there has changed: nobody has judged it as it is now.
  const gone = equivalent.filter((one) => one.file === file && !listed.has(one)).map(({ stood }) => stood)
  return { ...sums, score: scored([sums]), survivors, ...(gone.length > 0 && { gone }) }
}

/** How many of a hundred were noticed, to a tenth; of nothing all were. */
export function scored(files) {
  const sum = (...of) => files.reduce((all, one) => all + of.reduce((own, name) => own + one[name], 0), 0)
  const noticed = sum('killed', 'timeout')
  const all = noticed + sum('survived', 'uncovered')
  return all === 0 ? 100 : Math.floor((noticed / all) * 1000) / 10
}

/** What became of a file, with those that lived through it. */
export function told(
  file,
  { score, killed, timeout, survived, uncovered, equivalent, survivors, gone = [] },
) {
  return [
    `${score.toFixed(1).padStart(5)} %  ${file}  ${killed + timeout} noticed, ${survived} not, ${uncovered} run by no test, ${equivalent} mean the same`,
    ...survivors.map(
      ({ at, stood, put, status }) => `         ${at} ${status}: ${stood}  →  ${put || '(nothing)'}`,
    ),
    ...gone.map((stood) => `         listed as meaning the same, and not there any more: ${stood}`),
  ].join('\n')
}
