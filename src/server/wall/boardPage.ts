import type { Survey } from '#domain/survey/survey.ts'
import type { Section } from '#domain/wall/publication.ts'
import { type Board, daysBetween, type Hanging } from './board.ts'
import { contentOf } from './content.ts'
import { framed, type Shown } from './frame.ts'
import { type Html, made, ours } from './html.ts'
import { NOTICE } from './noticeWords.ts'
import { qrOf } from './qr.ts'
import { askedNow } from './surveyPages.ts'
import { dayIn, timeOf } from './words.ts'

/** How many pages of a section hang in full; the earlier ones are one link each, so that a full wall stays light. */
const FULL: Readonly<Record<Section, number>> = {
  story: 3,
  works: 3,
  resolutions: 2,
  accounts: 1,
  month: 1,
  answers: 3,
  notice: 3,
}

const QR_KEY = `<svg viewBox="0 0 24 24" width="40" height="40" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><path d="M3 3h7v7H3zM14 3h7v7h-7zM3 14h7v7H3zM14 14h3v3h-3zM21 14v.01M21 18v3h-4M14 21v.01"/></svg>`

/** `/gongshi`: what residents see, and what they are asked now. */
export function boardPage(shown: Shown, board: Board, asked: readonly Survey[]): string {
  const { words, link } = shown
  return framed(shown, {
    title: words.title,
    listed: true,
    right: made`<a class="to-paper" href="${link('/a4')}" aria-label="${words.paper}">${ours(QR_KEY)}</a>`,
    main: made`${updated(shown, board)}${askedNow(shown, asked)}${board.sections.length === 0 ? empty(shown) : sectionsOf(shown, board)}
      <p class="noprint between">
        <a href="${link('/asked')}">${words.asked.key}</a
        ><a href="${link('/notice')}">${NOTICE[shown.language].key}</a
        ><a
          href="${link('', shown.language === 'zh' ? 'en' : 'zh')}"
          lang="${shown.language === 'zh' ? 'en' : 'zh-CN'}"
          >${words.other}</a
        >
      </p>`,
    bar: made`<footer class="bar noprint">
      <div class="in">
        <a class="key" href="${link('/say')}">${words.say.key}</a>
        <p class="small">${words.noNames}</p>
      </div>
    </footer>`,
  })
}

/** `/gongshi/a4`: the same for a wall of stone, with the way to the page on it. `address` is that of the page, absolute. */
export function paperPage(shown: Shown, board: Board, address: string): string {
  const { words } = shown
  return framed(shown, {
    title: words.title,
    right: made`<div>
        <p class="small">${words.scan}</p>
        <p class="small">${address}</p>
      </div>
      ${qrOf(address)}`,
    main: made`${updated(shown, board)}${board.sections.length === 0 ? empty(shown) : sectionsOf(shown, board)}
      <p class="small">${words.noNames} · ${words.printed(dayIn(shown.language, shown.now))}</p>`,
  })
}

/** How old it is stands in plain sight, also when that is nothing to be proud of. */
function updated({ words, language, now }: Shown, { updatedAt }: Board): Html | undefined {
  if (updatedAt === undefined) return undefined
  const at = `${dayIn(language, updatedAt, now)} ${timeOf(updatedAt)}`
  return made`<p class="between small">
    <span>${words.updated(at)}</span><span>${words.ago(daysBetween(updatedAt, now))}</span>
  </p>`
}

function empty({ words: { empty: said } }: Shown): Html {
  return made`<section class="card">
    <h2>${said.title}</h2>
    <p>${said.text}</p>
    <ul>
      ${said.plan.map((one) => made`<li>${one}</li>`)}
    </ul>
  </section>`
}

function sectionsOf(shown: Shown, board: Board): readonly Html[] {
  return board.sections.map(({ section, pages }) => {
    const full = pages.slice(0, FULL[section])
    const earlier = pages.slice(FULL[section])
    return made`<section aria-labelledby="${section}">
      <h2 id="${section}">${shown.words.sections[section]}</h2>
      ${full.map((one) => card(shown, section, one))}
      ${
        earlier.length > 0 &&
        made`<details class="noprint">
          <summary>${shown.words.earlier} ${earlier.length}</summary>
          <ul class="links">
            ${earlier.map((one) => linkTo(shown, one))}
          </ul>
        </details>`
      }
    </section>`
  })
}

function card(shown: Shown, section: Section, { page, n, at, content }: Hanging): Html {
  const { words, language, link, now } = shown
  const heading = made`<h3 lang="zh-CN">${content.title}</h3>`
  const foot = made`<p class="between small">
    <span>${words.version(n)} · ${words.hung(dayIn(language, at, now))}</span
    ><a class="noprint" href="${link(`/p/${page}`)}" aria-label="${words.whole}：${content.title}"
      >${words.whole}</a
    >
  </p>`
  // The stories stand on the page itself, as large as it is.
  return made`<article class="${section === 'story' ? 'story' : 'card'}">
    ${contentOf(shown, section, content, heading)}${foot}
  </article>`
}

function linkTo({ language, link, now }: Shown, { page, at, content }: Hanging): Html {
  return made`<li>
    <a href="${link(`/p/${page}`)}"
      ><span lang="zh-CN">${content.title}</span><span class="small">${dayIn(language, at, now)}</span></a
    >
  </li>`
}
