import { type Html, made, ours } from './html.ts'
import { STYLE } from './style.ts'
import { type Language, WORDS, type WallWords } from './words.ts'

/** What every page of the wall is made with. */
export interface Shown {
  readonly compound: string
  readonly language: Language
  readonly words: WallWords
  /** ISO instant of the server. */
  readonly now: string
  /** An address of the wall, `/p/…`, that keeps the language somebody chose and the compound they look at. */
  link(path: string, other?: Language): string
}

export function shownIn(
  language: Language,
  about: { readonly compound: string; readonly now: string; readonly chosen: boolean; readonly key?: string },
): Shown {
  return {
    compound: about.compound,
    language,
    words: WORDS[language],
    now: about.now,
    link(path, other) {
      const query = new URLSearchParams()
      if (other ?? about.chosen) query.set('lang', other ?? language)
      if (about.key !== undefined) query.set('c', about.key)
      const asked = query.size > 0 ? `?${query.toString()}` : ''
      return `/gongshi${path}${asked}`
    },
  }
}

/** The house with one bin at its side. */
const LOGO = `<svg class="logo" viewBox="0 0 64 52" aria-hidden="true"><path class="wall" d="M9 49V11h30v38M15 11V4h10v7M2 49h60"/>${[
  0, 1, 2, 3, 4, 5, 6, 7, 8,
]
  .map(
    (index) =>
      `<rect class="${[1, 5, 6].includes(index) ? 'dark' : 'lit'}" x="${13.5 + (index % 3) * 7.5}" y="${16 + Math.floor(index / 3) * 7.5}" width="6" height="5.5" rx="1"/>`,
  )
  .join(
    '',
  )}<path class="door" d="M20.5 49v-9h7v9z"/><path class="wall" d="M45 31h14l-1.5 17h-11zM43 27h18"/></svg>`

interface Framed {
  readonly title: string
  readonly right?: Html
  /** Under the title, where it is no page of the board. */
  readonly sub?: string
  readonly main: Html
  readonly bar?: Html
  /** A refusal by its name, for whoever reads the page by a program. */
  readonly refused?: string
  /** Search engines may list it. They keep no copy of it and none of its pictures: what is taken down is soon gone. */
  readonly listed?: true
}

/** A whole page: readable without style, script and picture. */
export function framed(shown: Shown, { title, right, sub, main, bar, refused, listed }: Framed): string {
  const { words, compound } = shown
  const isOfBoard = title !== words.title && sub === undefined
  // The page of several compounds is of none.
  const full = [title, isOfBoard ? words.title : '', compound].filter((part) => part !== '').join(' · ')
  const under = sub ?? words.sub(compound)
  return made`<!doctype html>
    <html lang="${words.tag}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="${listed ? 'nofollow, noarchive, noimageindex' : 'noindex'}" />
        <meta name="description" content="${under}" />
        <title>${full}</title>
        <link rel="icon" href="data:," />
        <style>${ours(STYLE)}</style>
      </head>
      <body>
        <header>
          <div class="in head">
            ${ours(LOGO)}
            <div>
              <h1>${title}</h1>
              <p class="sub">${under}</p>
            </div>
            ${right}
          </div>
        </header>
        <main class="in" ${refused !== undefined && made` data-refused="${refused}"`}>${main}</main>
        ${bar}
      </body>
    </html>`.text
}

/** Back to the board, as the last thing of a page. */
export function backKey({ words, link }: Shown): Html {
  return made`<p class="noprint"><a class="key quiet" href="${link('')}">${words.back}</a></p>`
}
