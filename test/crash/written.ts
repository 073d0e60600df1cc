import type { Recorded } from '#domain/record.ts'
import { CLEAN, type Verdict } from './judge.ts'

/** What a robot wrote, under a sign that stands in nothing else. */
export interface Written {
  readonly sign: string
  readonly form: string
  text: string
  /** The screen said that it is kept, or took it out of the form for good. */
  saved: boolean
}

/** What the server has in the end: what the screen called saved is there, and nothing is there twice. */
export function judgeWritten(all: readonly Written[], records: readonly Recorded[]): Verdict {
  const texts = records.flatMap(textsOf)
  let verdict = CLEAN
  for (const { sign, form, saved, text } of all) {
    const found = texts.filter((one) => one.startsWith(sign))
    const lost = saved && !found.includes(text)
    const twice = found.length > 1
    if (!lost && !twice) continue
    const why = lost ? 'shown as saved, and not at the server' : `${found.length} times at the server`
    verdict = {
      ...verdict,
      savedLost: verdict.savedLost + Number(lost),
      doubled: verdict.doubled + Number(twice),
      findings: [...verdict.findings, `${form}, ${sign}: ${why}`],
    }
  }
  return verdict
}

/** A remark, a word with a visit, everything written under a remark. An order repeats its remark and is not counted. */
function textsOf(record: Recorded): readonly string[] {
  const { text, note, followUps } = record as unknown as Partial<{
    text: string
    note: string
    followUps: readonly { readonly text: string }[]
  }>
  if (record.kind === 'feedback') return [text ?? '', ...(followUps ?? []).map((one) => one.text)]
  return record.kind === 'visit' ? [note ?? ''] : []
}
