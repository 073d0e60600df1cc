import type { RecordId } from '#domain/ids.ts'
import { same } from '#domain/merge.ts'
import type { Content, Publication } from '#domain/wall/publication.ts'
import type { Recorded } from '#domain/record.ts'
import { boardOf } from '#server/wall/board.ts'
import type { Finding, History } from '../history.ts'

/**
 * What hung on the wall stays as it hung: a version is never written over and never goes; only its words go, when it is
 * taken down. Numbers go up without gaps. A database that was put back begins anew. Of one month the public has one page, however
 * many were hung.
 */
export function wall({ events, end }: History): readonly Finding[] {
  const findings: Finding[] = [...end.servers.values()].flatMap(({ records }) => twoOfOne(records))
  const hung = new Map<RecordId, ReadonlyMap<string, Content | undefined>>()
  for (const event of events) {
    if (event.is === 'restored') hung.clear()
    if (event.is !== 'wrote') continue
    for (const record of event.records) {
      if (record.kind !== 'publication') continue
      findings.push(...changed(record, hung.get(record.id) ?? new Map()))
      hung.set(record.id, new Map(versionsOf(record).map(({ id, content }) => [id, content])))
    }
  }
  return findings
}

function twoOfOne(records: readonly Recorded[]): readonly Finding[] {
  const pages = records.filter((one): one is Publication => one.kind === 'publication')
  const shown = boardOf(pages).sections.flatMap((one) => one.pages.map(({ page }) => page))
  const months = pages.filter(({ id, period }) => period !== undefined && shown.includes(id))
  return months.length > 1
    ? [{ is: 'twins', what: `pages of one month: ${months.map(({ id }) => id).join()}` }]
    : []
}

function changed(record: Recorded, before: ReadonlyMap<string, Content | undefined>): readonly Finding[] {
  const findings: Finding[] = []
  const now = versionsOf(record)
  for (const [id, content] of before) {
    const one = now.find((version) => version.id === id)
    if (!one) findings.push({ is: 'overwritten', what: `version ${id} of page ${record.id} is gone` })
    else if (one.content !== undefined && !same(one.content, content))
      findings.push({ is: 'overwritten', what: `version ${one.n} of page ${record.id} has other words` })
  }
  if (now.some(({ n }, at) => n !== at + 1))
    findings.push({
      is: 'disordered',
      what: `versions of page ${record.id}: ${now.map(({ n }) => n).join()}`,
    })
  return findings
}

function versionsOf(record: Recorded): Publication['versions'] {
  return (record as Publication).versions
}
