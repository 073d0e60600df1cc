import { unzipSync, zipSync } from 'fflate'
import readWorkbook from 'read-excel-file/universal'
import type { MergedDown } from '#domain/rosterSheets.ts'
import type { RawSheet } from './rawSheet.ts'

/** Pictures, macros, links to other files and the like are not even unpacked. */
const NEEDED = /^\[Content_Types\]\.xml$|^_rels\/|^xl\/(?:_rels\/|worksheets\/[^/]+\.xml$|[^/]+\.xml$)/
/** More than any table; what goes on behind them is left as it is. */
const MERGES_MOST = 100_000

/**
 * Every sheet of an .xlsx, in the order of its tabs. Its parts are unpacked here, into no more room than they claimed,
 * and handed on unpacked: the library would start a worker of its own for it, which pages like ours forbid.
 * @throws where the archive or a part of it is damaged
 */
export async function readXlsx(bytes: Uint8Array): Promise<readonly RawSheet[]> {
  const parts = unzipSync(bytes, { filter: ({ name }) => NEEDED.test(name) })
  const sheets = await readWorkbook(zipSync(parts, { level: 0 }).buffer)
  const text = (name: string) => new TextDecoder().decode(parts[name] ?? new Uint8Array())
  const targets = new Map(
    tags(text('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  )
  const tabs = tags(text('xl/workbook.xml'), 'sheet')
  return sheets.map(({ sheet: name, data }, index) => {
    const tab = tabs[index] ?? ''
    const state = attribute(tab, 'state')
    const target = targets.get(attribute(tab, '(?:\\w+:)?id')) ?? ''
    return {
      name,
      hidden: state === 'hidden' || state === 'veryHidden',
      rows: data,
      merged: mergedIn(text(target.startsWith('/') ? target.slice(1) : `xl/${target}`)),
    }
  })
}

/** The library gives the value of a merged cell to its first row only; which rows it spans stands at the end of the sheet. */
function mergedIn(xml: string): readonly MergedDown[] {
  const at = xml.search(/<(?:\w+:)?mergeCells/)
  if (at < 0) return []
  return tags(xml.slice(at), 'mergeCell')
    .slice(0, MERGES_MOST)
    .flatMap((tag): MergedDown[] => {
      const [, letters = '', from, to] =
        /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/.exec(attribute(tag, 'ref') ?? '') ?? []
      const down = { column: columnOf(letters), from: Number(from) - 1, to: Number(to) - 1 }
      return letters !== '' && down.to > down.from ? [down] : []
    })
}

/** A → 0, Z → 25, AA → 26. */
function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function tags(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? []
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1]
}
