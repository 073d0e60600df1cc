import type { Content, Section } from '#domain/wall/publication.ts'
import { ratioIn } from './board.ts'
import type { Shown } from './frame.ts'
import { type Html, made, ours } from './html.ts'

/** More columns than these stand under each other on a phone. */
const BESIDE = 3

/** The words, figures and cells of a page. `bare` leaves the pictures away. */
export function contentOf(
  shown: Shown,
  section: Section,
  content: Content,
  heading: Html,
  bare = false,
): Html {
  const { lines, figures, table } = content
  const ratio = ratioIn(content)
  const receipts = section === 'accounts' && content.pictures.length > 0
  return made`${!bare && !receipts && picturesIn(shown, content)} ${heading}
  ${lines.map((line) => made`<p lang="zh-CN">${line}</p>`)}
  ${
    ratio
      ? made`<div class="month">
          <div>${figuresIn(figures)}</div>
          ${windowsOf(shown, ratio)}
        </div>`
      : figures.length > 0 && !table && figuresIn(figures)
  }
  ${table && tableIn(table)} ${table && !ratio && figures.length > 0 && figuresIn(figures)}
  ${!bare && pairsIn(shown, content)} ${!bare && receipts && picturesIn(shown, content, shown.words.receipt)}`
}

/** Before beside after, then the rest; each leads to itself at its full size. */
function picturesIn(
  shown: Shown,
  { title, before, after, pictures }: Content,
  named?: (n: number) => string,
): Html | undefined {
  const { words } = shown
  const one = (hash: string, label: string, looks: string) => pictureIn(shown, hash, label, looks, title)
  const all = [
    before !== undefined && one(before, words.before, 'before'),
    after !== undefined && one(after, words.after, 'after'),
    ...pictures.map((hash, index) => one(hash, named?.(index + 1) ?? '', named ? 'whole' : 'other')),
  ]
  return all.some(Boolean) ? made`<div class="pair">${all}</div>` : undefined
}

/** Several things, each as it was beside as it is. */
function pairsIn(shown: Shown, { pairs }: Content): Html | undefined {
  if (!pairs || pairs.length === 0) return undefined
  const { words } = shown
  return made`${pairs.map(
    ({ label, before, after }) =>
      made`<div class="of-pair">
        <p lang="zh-CN"><b>${label}</b></p>
        <div class="pair">
          ${pictureIn(shown, before, words.before, 'before', label)}
          ${pictureIn(shown, after, words.after, 'after', label)}
        </div>
      </div>`,
  )}`
}

function pictureIn({ link }: Shown, hash: string, label: string, looks: string, of: string): Html {
  return made`<figure class="${looks}">
    <a href="${link(`/picture/${hash}`)}"
      ><img
        src="${link(`/picture/${hash}`)}"
        alt="${label === '' ? of : `${label}：${of}`}"
        width="800"
        height="600"
        loading="lazy" /></a
    >${label !== '' && made`<figcaption>${label}</figcaption>`}
  </figure>`
}

function figuresIn(figures: Content['figures']): Html {
  return made`<dl lang="zh-CN">
    ${figures.map(
      ({ label, value }) =>
        made`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`
}

function tableIn({ head, rows }: NonNullable<Content['table']>): Html {
  return made`<table lang="zh-CN" ${head.length > BESIDE && ours(' class="many"')}>
    ${
      head.length > 0 &&
      made`<thead>
        <tr>
          ${head.map((one) => made`<th scope="col">${one}</th>`)}
        </tr>
      </thead>`
    }
    <tbody>
      ${rows.map(
        (row) =>
          made`<tr>
            ${row.map((cell, index) => made`<td data-h="${head[index] ?? ''}">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`
}

const COLUMNS = 5

/** n of N, each a window of a house that is no house of theirs; lit from the ground upwards. */
function windowsOf({ words }: Shown, { n, of }: { readonly n: number; readonly of: number }): Html {
  const columns = of > 60 ? 2 * COLUMNS : COLUMNS
  const floors = Math.ceil(of / columns)
  const width = columns * 14 + 10
  const height = floors * 12 + 34
  const windows = Array.from({ length: of }, (_, index) => {
    const floor = Math.floor(index / columns)
    const y = 16 + (floors - 1 - floor) * 12
    return `<rect class="${index < n ? 'lit' : 'dark'}" x="${8 + (index % columns) * 14}" y="${y}" width="10" height="8" rx="2"/>`
  }).join('')
  const label = words.windows(String(n), String(of))
  return made`<svg viewBox="0 0 ${width + 4} ${height + 2}" role="img" aria-label="${label}">
    ${ours(
      `<path class="wall" d="M2 12h${width}M5 12v${height - 14}h${width - 6}v-${height - 14}M14 12V3h20v9"/>${windows}<path class="door" d="M${width / 2 - 6} ${height - 2}v-12h14v12z"/><path class="wall" d="M0 ${height - 1}h${width + 4}"/>`,
    )}
  </svg>`
}
