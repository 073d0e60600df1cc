import { FIRM_LETTERS, type FirmSays, type FirmWord, HINDRANCES } from '#domain/ledger/firmWord.ts'
import type { LinkStanding } from '#domain/ledger/firmLink.ts'
import type { Job } from './firms.ts'
import { FIRM_WORDS } from './firmWords.ts'
import { framed, type Shown } from './frame.ts'
import { type Html, made } from './html.ts'
import { dayIn, timeOf } from './words.ts'

/** What somebody has written and not sent, or sent in vain: no page that is shown meanwhile loses it. */
export interface FirmTyped {
  readonly says: string
  readonly text: string
  readonly hindrance: string
}

export type CodeRefusal = 'wrongCode' | 'tooManyCodes' | 'elsewhere' | 'again'
export type FirmRefusal = 'empty' | 'long' | 'again' | 'elsewhere' | 'tooOften'

/** In the words of the wire, so that a program reads the same refusals everywhere. */
const NAMES: Readonly<Record<CodeRefusal | FirmRefusal, string>> = {
  wrongCode: 'notAllowed',
  tooManyCodes: 'tooOften',
  empty: 'badRequest',
  long: 'tooLarge',
  again: 'badRequest',
  elsewhere: 'otherSite',
  tooOften: 'tooOften',
}

/** `/gongshi/job/<link>` before the code was said: nothing of the order is on it. */
export function codePage(shown: Shown, id: string, typed: FirmTyped, wrong?: CodeRefusal): string {
  const words = FIRM_WORDS[shown.language]
  return framed(shown, {
    title: words.title,
    sub: words.sub(shown.compound),
    ...(wrong && { refused: NAMES[wrong] }),
    main: made`${alert(wrong && words[wrong])}
      <p>${words.lead}</p>
      <form method="post" action="${shown.link(`/job/${id}`)}" accept-charset="utf-8">
        <label
          >${words.code}<input class="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required /><span
            >${words.codeHelp}</span
          ></label
        >
        ${hidden({ ...typed })}
        <button class="key" type="submit">${words.open}</button>
      </form>`,
  })
}

export interface JobShown {
  readonly job: Job
  /** Made with each form: pressing twice is one answer. */
  readonly once: string
  readonly typed: FirmTyped
  readonly wrong?: FirmRefusal
  readonly kept?: { readonly says: FirmSays; readonly twice: boolean }
}

/** The one order, and the three things that can be said of it. */
export function jobPage(shown: Shown, { job, once, typed, wrong, kept }: JobShown): string {
  const words = FIRM_WORDS[shown.language]
  const took = job.said.length > 0
  const form = (says: FirmSays, looks: string, inside?: Html) =>
    made`<form method="post" action="${shown.link(`/job/${job.link.id}`)}" accept-charset="utf-8">
      ${hidden({ once, says })}${inside}
      <label class="trap" aria-hidden="true"
        >${shown.words.say.trap}<input name="website" tabindex="-1" autocomplete="off"
      /></label>
      <button class="${looks}" type="submit">${words.says[says]}</button>
    </form>`
  const note = (says: FirmSays) =>
    made`<label
      >${words.note}<textarea name="text" rows="2" maxlength="${FIRM_LETTERS}">${typed.says === says ? typed.text : ''}</textarea><span>${words.noteHelp}</span></label
    >`
  const lines = [
    [words.to, job.link.vendor],
    [words.where, job.where],
    [words.what, job.what || words.noWords],
    [words.due, job.due === undefined ? words.noDue : dueIn(shown, job.due)],
  ] as const
  return framed(shown, {
    title: job.no === undefined ? words.title : words.numbered(job.no),
    sub: words.sub(shown.compound),
    ...(wrong && { refused: NAMES[wrong] }),
    main: made`${alert(wrong && words[wrong])}
      ${kept && made`<p class="card" role="status">${kept.twice ? words.twice : words.kept[kept.says]}</p>`}
      <dl class="card job">
        ${lines.map(([label, said]) => made`<div><dt>${label}</dt><dd>${said}</dd></div>`)}
      </dl>
      ${
        job.said.length > 0 &&
        made`<section aria-labelledby="said">
          <h2 id="said">${words.said}</h2>
          <ul>${job.said.map((one) => made`<li>${saidOf(shown, one)}</li>`)}</ul>
        </section>`
      }
      ${!took && form('took', 'key')}
      <section class="card" aria-labelledby="fixed">
        <h2 id="fixed">${words.heading.fixed}</h2>
        ${form('fixed', took ? 'key' : 'key quiet', note('fixed'))}
      </section>
      <section class="card" aria-labelledby="cannot">
        <h2 id="cannot">${words.heading.cannot}</h2>
        ${form(
          'cannot',
          'key quiet',
          made`<fieldset>
            <legend>${words.why}</legend>
            <div class="steps">
              ${HINDRANCES.map(
                (one) =>
                  made`<label><input type="radio" name="hindrance" value="${one}" ${one === typed.hindrance && made` checked`}/>${words.hindrance[one]}</label>`,
              )}
            </div>
          </fieldset>${note('cannot')}`,
        )}
      </section>`,
  })
}

/** Nothing to be answered here. What was written in vain is shown, so that it can be said by phone. */
export function noJobPage(shown: Shown, is: LinkStanding | undefined, typed: FirmTyped): string {
  const words = FIRM_WORDS[shown.language]
  const [title, text] =
    is === undefined
      ? [words.unknown, words.unknownText]
      : is === 'done'
        ? [words.done, words.doneText]
        : [words.gone, words.goneText]
  return framed(shown, {
    title,
    sub: words.sub(shown.compound),
    refused: 'notFound',
    main: made`<p>${text}</p>
      ${typed.text.trim() !== '' && made`<section class="card"><p>${words.notKept}</p><p>${typed.text}</p></section>`}`,
  })
}

function saidOf(shown: Shown, { at, says, hindrance, text }: FirmWord): string {
  const words = FIRM_WORDS[shown.language]
  const when = `${dayIn(shown.language, at, shown.now)} ${timeOf(at)}`
  return [when, words.says[says], hindrance && words.hindrance[hindrance], text].filter(Boolean).join(' · ')
}

/** A term of days ends with the midnight after its last day. */
function dueIn({ language, now }: Shown, at: string): string {
  const time = timeOf(at)
  if (time !== '00:00') return `${dayIn(language, at, now)} ${time}`
  return dayIn(language, new Date(Date.parse(at) - 1).toISOString(), now)
}

function alert(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : made`<p class="wrong" role="alert">△ ${text}</p>`
}

function hidden(fields: Readonly<Record<string, string>>): Html {
  return made`${Object.entries(fields).map(
    ([name, value]) => value !== '' && made`<input type="hidden" name="${name}" value="${value}" />`,
  )}`
}
