import { backKey, framed, type Shown } from './frame.ts'
import { type Html, made } from './html.ts'
import { dayIn } from './words.ts'

export const POST_LETTERS = 500

/** What somebody typed, shown again where it was not taken. */
export interface Typed {
  /** Made with the form: pressing twice is one remark. */
  readonly once: string
  readonly text: string
  readonly name: string
  readonly phone: string
}

export type SayRefusal = 'empty' | 'long' | 'again' | 'elsewhere' | 'tooOften'

/** `/gongshi/say`: a form that needs no script. */
export function sayPage(shown: Shown, typed: Typed, wrong?: SayRefusal): string {
  const { words, link } = shown
  const { say } = words
  return framed(shown, {
    title: say.title,
    ...(wrong && { refused: NAMES[wrong] }),
    main: made`${wrong && made`<p class="wrong" role="alert">△ ${say[wrong]}</p>`}
      <p>${say.lead}</p>
      <form method="post" action="${link('/say')}" accept-charset="utf-8">
        <input type="hidden" name="once" value="${typed.once}" />
        <label
          >${say.words}<textarea name="text" rows="5" required maxlength="${POST_LETTERS}">${typed.text}</textarea><span>${say.wordsHelp}</span></label
        >
        <label
          >${say.name}<input name="name" maxlength="12" autocomplete="nickname" value="${typed.name}"
        /></label>
        <label
          >${say.phone}<input
            name="phone"
            type="tel"
            maxlength="20"
            autocomplete="tel"
            value="${typed.phone}"
          /><span>${say.phoneHelp}</span></label
        >
        <label class="trap" aria-hidden="true"
          >${say.trap}<input name="website" tabindex="-1" autocomplete="off"
        /></label>
        <button class="key" type="submit">${say.send}</button>
      </form>
      <p>${say.emergency}</p>
      ${backKey(shown)}`,
  })
}

/** In the words of the wire, so that a program reads the same refusals everywhere. */
const NAMES: Readonly<Record<SayRefusal, string>> = {
  empty: 'badRequest',
  long: 'tooLarge',
  again: 'badRequest',
  elsewhere: 'otherSite',
  tooOften: 'tooOften',
}

/** It is kept. Without a number it was no person who wrote. */
export function thanksPage(
  shown: Shown,
  kept: { readonly no: number; readonly secret: string } | undefined,
): string {
  const { words, link } = shown
  const { say, asked } = words
  return framed(shown, {
    title: say.thanks,
    main: made`${
      kept &&
      made`<section class="card">
            <dl>
              <div>
                <dt>${asked.number}</dt>
                <dd class="big">${kept.no}</dd>
              </div>
              <div>
                <dt>${say.secret}</dt>
                <dd class="big">${kept.secret}</dd>
              </div>
            </dl>
            <p>${say.keep}</p>
          </section>
          <p class="noprint"><a class="key quiet" href="${link('/asked')}">${asked.key}</a></p>`
    }
      <p>${say.emergency}</p>
      ${backKey(shown)}`,
  })
}

/** How a post stands: never who has it, nor what they wrote about it. */
export interface Standing {
  readonly no: number
  /** ISO instant of its receipt. */
  readonly at: string
  readonly is: 'received' | 'inHand' | 'handled'
  /** Pages that hang about it. */
  readonly answers: readonly { readonly page: string; readonly title: string }[]
}

/** `/gongshi/asked`: number and word go in a form, so that they stand in no address. */
export function askedPage(
  shown: Shown,
  found: Standing | undefined,
  refused?: { readonly words: string; readonly name: string },
): string {
  const { words, link } = shown
  const { asked } = words
  return framed(shown, {
    title: asked.title,
    ...(refused && { refused: refused.name }),
    main: made`${refused && made`<p class="wrong" role="alert">△ ${refused.words}</p>`}
      ${found && standing(shown, found)}
      <form method="post" action="${link('/asked')}">
        <p>${asked.lead}</p>
        <label>${asked.number}<input name="no" inputmode="numeric" maxlength="9" required /></label>
        <label
          >${asked.secret}<input
            name="secret"
            maxlength="12"
            required
            autocomplete="off"
            autocapitalize="characters"
        /></label>
        <button class="key" type="submit">${asked.look}</button>
      </form>
      ${backKey(shown)}`,
  })
}

function standing({ words: { asked }, language, link }: Shown, { no, at, is, answers }: Standing): Html {
  return made`<section class="card" role="status">
    <p>${asked.of(no, dayIn(language, at))}</p>
    <p class="big">${asked.stands[is]}</p>
    ${
      answers.length > 0 &&
      made`<h2>${asked.answers}</h2>
        <ul class="links">
          ${answers.map(
            (one) =>
              made`<li>
                <a href="${link(`/p/${one.page}`)}"><span lang="zh-CN">${one.title}</span></a>
              </li>`,
          )}
        </ul>`
    }
  </section>`
}
